using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Collections;

/// <summary>Reads what judges of limits and cards look at, with the system's rights.</summary>
internal sealed class CardQueries
{
    /// <summary>More closed cycles than any claim may speak of.</summary>
    private const int MostStatements = 72;
    private const int MostRows = 5000;

    private readonly IOrganizationService service;

    public CardQueries(IOrganizationService service) => this.service = service;

    /// <summary>The obligation with its parties, or null where there is none.</summary>
    public CardRecord? Find(Guid obligation)
    {
        var query = new QueryExpression(Tables.Obligation)
        {
            ColumnSet = new ColumnSet(
                Obligation.Fields.Number, Obligation.Fields.Country, Obligation.Fields.Limit, Obligation.Fields.StatementClosingDay, Obligation.Fields.LedgerAsOf,
                Obligation.Fields.DirectDebitMandate),
        };
        query.Criteria.AddCondition(Obligation.Fields.ObligationId, ConditionOperator.Equal, obligation);
        var currency = query.AddLink("transactioncurrency", Obligation.Fields.TransactionCurrencyId, "transactioncurrencyid", JoinOperator.LeftOuter);
        currency.EntityAlias = "currency";
        currency.Columns = new ColumnSet("isocurrencycode");
        var party = query.AddLink(Tables.ObligationParty, Obligation.Fields.ObligationId, ObligationParty.Fields.ObligationId, JoinOperator.LeftOuter);
        party.EntityAlias = "party";
        party.Columns = new ColumnSet(ObligationParty.Fields.Role);
        party.LinkCriteria.AddCondition(ObligationParty.Fields.StateCode, ConditionOperator.Equal, 0);
        var customer = party.AddLink(Tables.Customer, ObligationParty.Fields.CustomerId, Customer.Fields.CustomerId, JoinOperator.LeftOuter);
        customer.EntityAlias = "customer";
        customer.Columns = new ColumnSet(
            Customer.Fields.CustomerId, Customer.Fields.Name, Customer.Fields.PreferredName, Customer.Fields.Country, Customer.Fields.Language, Customer.Fields.EmailKind);

        var rows = service.RetrieveMultiple(query).Entities;
        if (rows.Count == 0) return null;

        var head = rows[0].ToEntity<Obligation>();
        return new CardRecord(
            obligation,
            head.Number ?? "",
            (head.Country ?? "").Trim(),
            Value(rows[0], "currency.isocurrencycode") as string ?? "",
            head.Limit?.Value,
            head.StatementClosingDay,
            Utc(head.LedgerAsOf),
            rows.Select(Party).OfType<CardParty>().ToList())
        {
            HasMandate = !string.IsNullOrWhiteSpace(head.DirectDebitMandate),
        };
    }

    /// <summary>Closed cycles, the newest first.</summary>
    public IReadOnlyList<StatementLine> Statements(Guid obligation)
    {
        var query = Of(
            Tables.Statement, Statement.Fields.ObligationId, obligation,
            Statement.Fields.ClosedOn, Statement.Fields.Purchases, Statement.Fields.Payments, Statement.Fields.Balance, Statement.Fields.MinimumDue,
            Statement.Fields.PaidOnTime);
        query.Criteria.AddCondition(Statement.Fields.StateCode, ConditionOperator.Equal, 0);
        query.AddOrder(Statement.Fields.ClosedOn, OrderType.Descending);
        query.PageInfo.Count = MostStatements;
        return service.RetrieveMultiple(query).Entities
            .Select(row => row.ToEntity<Statement>())
            .Where(row => row.ClosedOn is not null)
            .Select(row => new StatementLine(
                CalendarDate.Of(row.ClosedOn!.Value), row.Purchases?.Value ?? 0, row.Payments?.Value ?? 0, row.Balance?.Value ?? 0, row.MinimumDue?.Value ?? 0,
                row.PaidOnTime ?? true))
            .ToList();
    }

    public IReadOnlyList<InstallmentLine> Installments(Guid obligation)
    {
        var query = Of(
            Tables.Installment, Installment.Fields.ObligationId, obligation,
            Installment.Fields.Number, Installment.Fields.DueDate, Installment.Fields.EffectiveDueDate, Installment.Fields.DebitDate, Installment.Fields.Amount,
            Installment.Fields.Paid, Installment.Fields.PaidOn, Installment.Fields.Kind, Installment.Fields.StatusCode);
        query.AddOrder(Installment.Fields.DueDate, OrderType.Descending);
        return service.RetrieveMultiple(query).Entities
            .Where(row => Day(row, Installment.Fields.DueDate) is not null)
            .Select(row => new InstallmentLine(
                row.GetAttributeValue<int?>(Installment.Fields.Number) ?? 0,
                Day(row, Installment.Fields.DueDate)!.Value,
                Day(row, Installment.Fields.EffectiveDueDate),
                Day(row, Installment.Fields.DebitDate),
                row.GetAttributeValue<Money>(Installment.Fields.Amount)?.Value ?? 0,
                row.GetAttributeValue<Money>(Installment.Fields.Paid)?.Value ?? 0,
                Day(row, Installment.Fields.PaidOn))
            {
                Kind = Choice.Read<InstallmentKind>(row.GetAttributeValue<OptionSetValue>(Installment.Fields.Kind)) ?? InstallmentKind.Installment,
                IsCancelled = row.GetAttributeValue<OptionSetValue>(Installment.Fields.StatusCode)?.Value == (int)Installment_StatusCode.Cancelled,
            })
            .ToList();
    }

    /// <summary>What is overdue, where the ledger is young enough to bear it out.</summary>
    public OverdueFigures? Overdue(CardRecord card, CountryPack pack, DateTime now) => new CardArrears(service, this).Of(card, pack, now);

    /// <summary>Trips of the customer that speak of this obligation or of none.</summary>
    public IReadOnlyList<TravelNotice> Travels(Guid customer, Guid obligation)
    {
        var query = Of(
            Tables.TravelNotice, Model.TravelNotice.Fields.CustomerId, customer,
            Model.TravelNotice.Fields.ObligationId, Model.TravelNotice.Fields.Countries, Model.TravelNotice.Fields.From, Model.TravelNotice.Fields.Until,
            Model.TravelNotice.Fields.PlannedSpend);
        query.Criteria.AddCondition(Model.TravelNotice.Fields.StateCode, ConditionOperator.Equal, 0);
        return service.RetrieveMultiple(query).Entities
            .Where(row => row.GetAttributeValue<EntityReference>(Model.TravelNotice.Fields.ObligationId) is not { } about || about.Id == obligation)
            .Where(row => Day(row, Model.TravelNotice.Fields.From) is not null && Day(row, Model.TravelNotice.Fields.Until) is not null)
            .Select(row => new TravelNotice(
                (row.GetAttributeValue<string>(Model.TravelNotice.Fields.Countries) ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries),
                Day(row, Model.TravelNotice.Fields.From)!.Value,
                Day(row, Model.TravelNotice.Fields.Until)!.Value,
                row.GetAttributeValue<Money>(Model.TravelNotice.Fields.PlannedSpend)?.Value))
            .ToList();
    }

    /// <summary>The contact that is named as the notice.</summary>
    public LimitNotice? Notice(Guid attempt, CardRecord card, LocalClock clock)
    {
        var query = Of(
            Tables.ContactAttempt, Model.ContactAttempt.Fields.ContactAttemptId, attempt,
            Model.ContactAttempt.Fields.CustomerId, Model.ContactAttempt.Fields.ObligationId, Model.ContactAttempt.Fields.At, Model.ContactAttempt.Fields.Purpose,
            Model.ContactAttempt.Fields.Outgoing, Model.ContactAttempt.Fields.Delivered, Model.ContactAttempt.Fields.Answered,
            Model.ContactAttempt.Fields.Conversation, Model.ContactAttempt.Fields.Decision, Model.ContactAttempt.Fields.Mode);
        if (service.RetrieveMultiple(query).Entities.FirstOrDefault() is not { } row || Utc(row.GetAttributeValue<DateTime?>(Model.ContactAttempt.Fields.At)) is not { } at) return null;

        var made = row.ToEntity<Model.ContactAttempt>();
        var stopped = AttemptRecord.IsStopOf(
            Choice.Read<Decision>(row.GetAttributeValue<OptionSetValue>(Model.ContactAttempt.Fields.Decision)),
            Choice.Read<RuleMode>(row.GetAttributeValue<OptionSetValue>(Model.ContactAttempt.Fields.Mode)));
        return new LimitNotice(clock.DateAt(at), !stopped && (made.Delivered == true || made.Answered == true || made.Conversation == true))
        {
            Concerns = card.HasParty(made.CustomerId?.Id) && (made.ObligationId is null || made.ObligationId.Id == card.Id),
            IsNotice = made.Outgoing != false && Choice.Read<Purpose>(row.GetAttributeValue<OptionSetValue>(Model.ContactAttempt.Fields.Purpose)) == Purpose.Notice,
            CustomerSpoke = !stopped && (made.Outgoing == false || made.Conversation == true),
        };
    }

    /// <summary>The consent that is named, and whether another increase rests on it.</summary>
    public LimitConsent? Consent(Guid consent, CardRecord card, CalendarDate today, Guid change)
    {
        var query = Of(
            Tables.Consent, Model.Consent.Fields.ConsentId, consent,
            Model.Consent.Fields.CustomerId, Model.Consent.Fields.Kind, Model.Consent.Fields.SignedOn, Model.Consent.Fields.From, Model.Consent.Fields.Until,
            Model.Consent.Fields.StateCode);
        if (service.RetrieveMultiple(query).Entities.FirstOrDefault() is not { } row) return null;

        var until = Day(row, Model.Consent.Fields.Until);
        return new LimitConsent(
            Choice.Read<ConsentKind>(row.GetAttributeValue<OptionSetValue>(Model.Consent.Fields.Kind)) == ConsentKind.LimitIncrease,
            Day(row, Model.Consent.Fields.SignedOn))
        {
            Concerns = card.HasParty(row.GetAttributeValue<EntityReference>(Model.Consent.Fields.CustomerId)?.Id),
            Holds = row.GetAttributeValue<OptionSetValue>(Model.Consent.Fields.StateCode)?.Value is null or 0 && (until is null || today <= until.Value),
            Used = IsUsed(consent, change),
        };
    }

    private bool IsUsed(Guid consent, Guid change)
    {
        var query = Of(Tables.CreditLimitChange, CreditLimitChange.Fields.ConsentId, consent, CreditLimitChange.Fields.CreditLimitChangeId);
        query.Criteria.AddCondition(
            CreditLimitChange.Fields.StatusCode, ConditionOperator.In, (int)CreditLimitChange_StatusCode.Approved, (int)CreditLimitChange_StatusCode.Applied);
        return service.RetrieveMultiple(query).Entities.Any(row => row.Id != change);
    }

    private static QueryExpression Of(string table, string column, Guid id, params string[] columns)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(columns), PageInfo = new PagingInfo { PageNumber = 1, Count = MostRows } };
        query.Criteria.AddCondition(column, ConditionOperator.Equal, id);
        return query;
    }

    private static CardParty? Party(Entity row)
    {
        if (Value(row, "customer." + Customer.Fields.CustomerId) is not Guid customer) return null;

        var preferred = Value(row, "customer." + Customer.Fields.PreferredName) as string;
        return new CardParty(
            customer,
            Choice.Read<PartyRole>(Value(row, "party." + ObligationParty.Fields.Role)) ?? PartyRole.Debtor,
            string.IsNullOrWhiteSpace(preferred) ? Value(row, "customer." + Customer.Fields.Name) as string ?? "" : preferred!,
            (Value(row, "customer." + Customer.Fields.Country) as string ?? "").Trim(),
            Value(row, "customer." + Customer.Fields.Language) as int?,
            Choice.Read<AddressKind>(Value(row, "customer." + Customer.Fields.EmailKind)) ?? AddressKind.Own);
    }

    private static object? Value(Entity row, string column) =>
        row.Attributes.TryGetValue(column, out var value) ? value is AliasedValue aliased ? aliased.Value : value : null;

    private static CalendarDate? Day(Entity row, string column) => row.GetAttributeValue<DateTime?>(column) is { } day ? CalendarDate.Of(day) : null;

    private static DateTime? Utc(DateTime? instant) => instant is { } at ? DateTime.SpecifyKind(at, DateTimeKind.Utc) : null;
}
