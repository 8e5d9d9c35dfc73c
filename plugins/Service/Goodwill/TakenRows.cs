using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Fields = Crm.Extensions.Model.CustomerTransaction.Fields;
using GrantFields = Crm.Extensions.Model.GoodwillGrant.Fields;
using Tables = Crm.Extensions.Model.Tables;

namespace Crm.Extensions.Service.Goodwill;

/// <summary>What was taken from a customer, by our books, and what of it was given back.</summary>
internal sealed class TakenRows
{
    private const string Iso = "isocurrencycode";
    private const string Currency = "currency";

    // in the order of crmx_moneykind
    private enum MoneyKind
    {
        Revenue,
        CostToServe,
        Fee,
        Penalty,
        Refund,
        Redress,
        Goodwill,
    }

    private static readonly MoneyKind[] Takes = [MoneyKind.Revenue, MoneyKind.Fee, MoneyKind.Penalty];
    private static readonly MoneyKind[] GivesBack = [MoneyKind.Refund, MoneyKind.Redress];

    private readonly IOrganizationService system;

    public TakenRows(IOrganizationService system) => this.system = system;

    /// <summary>Entries of the customer under that reference, or of the case where none is named: revenue, fees and penalties, by reference and currency.</summary>
    public IReadOnlyList<TakenEntry> Of(GoodwillPlace place, string reference)
    {
        var query = Query(place, Takes);
        if (reference.Length > 0) query.Criteria.AddCondition(Fields.Reference, ConditionOperator.Equal, reference);
        else query.Criteria.AddCondition(Fields.CaseId, ConditionOperator.Equal, place.Case!.Value);
        return [.. Entries(query)];
    }

    /// <summary>What was booked back of these entries, whether refunded or as redress.</summary>
    public IReadOnlyList<TakenEntry> BookedBack(GoodwillPlace place, IEnumerable<TakenEntry> taken)
    {
        var query = Query(place, GivesBack);
        query.Criteria.AddCondition(Fields.Reverses, ConditionOperator.In, [.. taken.Select(entry => entry.Reference).Distinct().Cast<object>()]);
        return [.. Entries(query)];
    }

    /// <summary>Redress of these entries, or of their cases, that was granted, whether finance has paid it or not.</summary>
    public IReadOnlyList<TakenEntry> GrantedBack(GoodwillPlace place, IReadOnlyList<TakenEntry> taken)
    {
        var query = new QueryExpression(Tables.GoodwillGrant) { ColumnSet = new ColumnSet(GrantFields.LimitAmount, GrantFields.LimitCurrency, GrantFields.Reverses, GrantFields.CaseId) };
        query.Criteria.AddCondition(GrantFields.Kind, ConditionOperator.Equal, Choice.Of(GoodwillKind.Redress).Value);
        query.Criteria.AddCondition(GrantFields.StatusCode, ConditionOperator.In, (int)Model.GoodwillGrant_StatusCode.Granted, (int)Model.GoodwillGrant_StatusCode.Paid);
        query.Criteria.AddCondition(GrantFields.CustomerId, ConditionOperator.In, [.. place.Customer.Ids.Cast<object>()]);
        return
        [
            .. system.RetrieveMultiple(query).Entities
                .Select(row => new TakenEntry(
                    row.GetAttributeValue<string>(GrantFields.Reverses) ?? "",
                    row.GetAttributeValue<EntityReference>(GrantFields.CaseId)?.Id,
                    row.GetAttributeValue<string>(GrantFields.LimitCurrency) ?? "",
                    row.GetAttributeValue<decimal?>(GrantFields.LimitAmount) ?? 0))
                .Where(grant => taken.Any(entry => grant.Reference.Length > 0 ? entry.Reference == grant.Reference : entry.Case is not null && entry.Case == grant.Case)),
        ];
    }

    private IEnumerable<TakenEntry> Entries(QueryExpression query) => system.RetrieveMultiple(query).Entities.Select(row => new TakenEntry(
        row.GetAttributeValue<string>(Fields.Reference) ?? "",
        row.GetAttributeValue<EntityReference>(Fields.CaseId)?.Id,
        (CustomerRows.Column(row, Currency + "." + Iso) as string ?? "").ToUpperInvariant(),
        Math.Abs(row.GetAttributeValue<Money>(Fields.Amount)?.Value ?? 0))
    {
        IsRedress = Choice.Read<MoneyKind>(row.GetAttributeValue<OptionSetValue>(Fields.Kind)) == MoneyKind.Redress,
    });

    private static QueryExpression Query(GoodwillPlace place, IEnumerable<MoneyKind> kinds)
    {
        var query = new QueryExpression(Tables.CustomerTransaction) { ColumnSet = new ColumnSet(Fields.Reference, Fields.Amount, Fields.Kind, Fields.CaseId) };
        query.Criteria.AddCondition(Fields.CustomerId, ConditionOperator.In, [.. place.Customer.Ids.Cast<object>()]);
        query.Criteria.AddCondition(Fields.Kind, ConditionOperator.In, [.. kinds.Select(kind => (object)Choice.Of(kind).Value)]);
        var currency = query.AddLink("transactioncurrency", "transactioncurrencyid", "transactioncurrencyid", JoinOperator.LeftOuter);
        currency.EntityAlias = Currency;
        currency.Columns = new ColumnSet(Iso);
        return query;
    }
}

/// <summary>An amount of our books, positive.</summary>
/// <param name="Reference">As finance has it; of a grant, which entry it gives back, empty where it gives back those of its case.</param>
internal sealed record TakenEntry(string Reference, Guid? Case, string Currency, decimal Amount)
{
    /// <summary>It books a redress that somebody granted, and is no other way of giving back.</summary>
    public bool IsRedress { get; init; }
}
