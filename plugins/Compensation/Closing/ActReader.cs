using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>
/// Finds what the company did to the customers of a period: what HR or risk wrote down (crmx_companyact), and by itself limits that really were cut for
/// risk, cards that were blocked for the bank's own reasons, and deaths.
/// </summary>
internal sealed class ActReader
{
    private static readonly string[] Kinds = ["limitcut", "block", "regulatoryexit", "death", "other"];

    private readonly IOrganizationService service;

    public ActReader(IOrganizationService service) => this.service = service;

    public void Fill(ClosingFacts facts)
    {
        var customers = facts.Customers.Keys.ToList();
        facts.Acts = WrittenDown(facts, customers).Concat(Blocks(facts, customers)).Concat(Deaths(facts, customers)).Concat(Cuts(facts, customers))
            .OrderBy(act => act.On).ThenBy(act => act.Row).ToLookup(act => act.Customer);
    }

    private IEnumerable<CompanyActFact> WrittenDown(ClosingFacts facts, List<Guid> customers) =>
        Of(PayTables.CompanyAct, customers, new ColumnSet("crmx_customerid", "crmx_kind", "crmx_on", "crmx_amount"), query =>
        {
            query.Criteria.AddCondition("crmx_on", ConditionOperator.OnOrAfter, facts.From.Midnight);
            query.Criteria.AddCondition("crmx_on", ConditionOperator.OnOrBefore, facts.Until.Midnight);
        }).Select(row => new CompanyActFact
        {
            Customer = FactsReader.IdOf(row, "crmx_customerid"),
            Kind = Kinds[Math.Min(Kinds.Length - 1, Math.Max(0, (row.GetAttributeValue<OptionSetValue>("crmx_kind")?.Value ?? PayTables.FirstOption) - PayTables.FirstOption))],
            On = FactsReader.Day(row, "crmx_on"),
            Amount = row.GetAttributeValue<decimal?>("crmx_amount"),
            Table = PayTables.CompanyAct,
            Row = row.Id,
        });

    // a card that is stopped because it was stolen or lost is the customer's wish, and replaced
    private IEnumerable<CompanyActFact> Blocks(ClosingFacts facts, List<Guid> customers) =>
        Of(Tables.CardBlock, customers, new ColumnSet("crmx_customerid", CardBlock.Fields.From), query =>
        {
            Within(query, CardBlock.Fields.From, facts);
            query.Criteria.AddCondition(CardBlock.Fields.Reason, ConditionOperator.In, (int)BlockReason.Amount, (int)BlockReason.Arrears, (int)BlockReason.Abroad);
            query.Criteria.AddCondition(CardBlock.Fields.StatusCode, ConditionOperator.In, (int)CardBlock_StatusCode.Blocked, (int)CardBlock_StatusCode.Lifted);
        }).Select(row => Found(row, "block", FactsReader.Day(row, CardBlock.Fields.From), Tables.CardBlock, FactsReader.IdOf(row, "crmx_customerid")));

    private IEnumerable<CompanyActFact> Deaths(ClosingFacts facts, List<Guid> customers) =>
        Of(Tables.ContactHold, customers, new ColumnSet("crmx_customerid", ContactHold.Fields.From, "createdon"), query =>
        {
            query.Criteria.AddCondition(ContactHold.Fields.Kind, ConditionOperator.Equal, (int)HoldKind.Deceased);
            query.Criteria.AddCondition("createdon", ConditionOperator.LessThan, FactsReader.Utc(facts.Until.AddDays(1)));
        })
        .Select(row => Found(row, "death", FactsReader.DayOrNone(row, ContactHold.Fields.From) ?? FactsReader.Day(row, "createdon"), Tables.ContactHold, FactsReader.IdOf(row, "crmx_customerid")))
        .Where(act => act.On >= facts.From && act.On <= facts.Until);

    // whose limit it is says the obligation's debtor
    private IEnumerable<CompanyActFact> Cuts(ClosingFacts facts, List<Guid> customers) =>
        RowReader.Of(service, Tables.ObligationParty, ObligationParty.Fields.CustomerId, customers, new ColumnSet(ObligationParty.Fields.CustomerId), query =>
        {
            var change = query.AddLink(Tables.CreditLimitChange, ObligationParty.Fields.ObligationId, CreditLimitChange.Fields.ObligationId);
            change.EntityAlias = "change";
            change.Columns = new ColumnSet(CreditLimitChange.Fields.CreditLimitChangeId, CreditLimitChange.Fields.EffectiveOn, CreditLimitChange.Fields.OldLimit, CreditLimitChange.Fields.NewLimit);
            change.LinkCriteria.AddCondition(CreditLimitChange.Fields.EffectiveOn, ConditionOperator.GreaterEqual, FactsReader.Utc(facts.From));
            change.LinkCriteria.AddCondition(CreditLimitChange.Fields.EffectiveOn, ConditionOperator.LessThan, FactsReader.Utc(facts.Until.AddDays(1)));
            change.LinkCriteria.AddCondition(CreditLimitChange.Fields.Reason, ConditionOperator.In, (int)LimitChangeReason.Risk, (int)LimitChangeReason.Other);
            change.LinkCriteria.AddCondition(CreditLimitChange.Fields.StatusCode, ConditionOperator.In, (int)CreditLimitChange_StatusCode.Approved, (int)CreditLimitChange_StatusCode.Applied);
        })
        .Where(row => Limit(row, CreditLimitChange.Fields.NewLimit) < Limit(row, CreditLimitChange.Fields.OldLimit))
        .Select(row => new CompanyActFact
        {
            Customer = FactsReader.IdOf(row, ObligationParty.Fields.CustomerId),
            Kind = "limitcut",
            On = CalendarDate.Of((DateTime)Value(row, CreditLimitChange.Fields.EffectiveOn)!),
            Table = Tables.CreditLimitChange,
            Row = (Guid)Value(row, CreditLimitChange.Fields.CreditLimitChangeId)!,
        });

    private static CompanyActFact Found(Entity row, string kind, CalendarDate on, string table, Guid customer) => new() { Customer = customer, Kind = kind, On = on, Table = table, Row = row.Id };

    private static decimal Limit(Entity row, string column) => (Value(row, column) as Money)?.Value ?? 0;

    private static object? Value(Entity row, string column) => row.GetAttributeValue<AliasedValue>("change." + column)?.Value;

    private static void Within(QueryExpression query, string column, ClosingFacts facts)
    {
        query.Criteria.AddCondition(column, ConditionOperator.GreaterEqual, FactsReader.Utc(facts.From));
        query.Criteria.AddCondition(column, ConditionOperator.LessThan, FactsReader.Utc(facts.Until.AddDays(1)));
    }

    private IReadOnlyList<Entity> Of(string table, IEnumerable<Guid> customers, ColumnSet columns, Action<QueryExpression> more) => RowReader.Of(service, table, "crmx_customerid", customers, columns, more);
}
