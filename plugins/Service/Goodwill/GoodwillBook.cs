using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Fields = Crm.Extensions.Model.GoodwillGrant.Fields;
using PoolFields = Crm.Extensions.Model.GoodwillPool.Fields;
using Tables = Crm.Extensions.Model.Tables;

namespace Crm.Extensions.Service.Goodwill;

/// <summary>
/// What was granted, and what is left: read only after the rows that say so are locked. The first requests of a grant write the holder's pool and then
/// the case (or the customer, where there is no case); the platform holds both rows to the end of the transaction, so that of a hundred who ask in the
/// same second each reads what the one before has granted.
/// </summary>
/// <remarks>Always the pool first, the case second: nobody waits in a circle. With the system's rights.</remarks>
internal sealed class GoodwillBook
{
    private readonly IOrganizationService system;

    public GoodwillBook(IOrganizationService system) => this.system = system;

    /// <summary>Locks the holder's pool of that month, which is made on first use.</summary>
    /// <param name="limit">The pool says by which limit it was last drawn on.</param>
    public GoodwillPool LockPool(GoodwillWorker holder, CalendarDate today, EmpowermentLimit limit, DateTime now)
    {
        var month = today.ToString().Substring(0, 7);
        if (FindPool(holder.Id, month, limit.Currency) is not { } id)
        {
            // two who ask for the first time in a month would both make the pool: the worker's row lets one of them go first
            Touch(Tables.Worker, holder.Id, Model.Worker.Fields.GoodwillOn, now);
            if (FindPool(holder.Id, month, limit.Currency) is not { } made) return MakePool(holder, month, limit);
            id = made;
        }

        system.Update(new Entity(Tables.GoodwillPool, id) { [PoolFields.Limit] = limit.PerMonth, [PoolFields.Hard] = !limit.IsTop });
        var row = system.Retrieve(Tables.GoodwillPool, id, new ColumnSet(PoolFields.Granted));
        return new GoodwillPool(id, row.GetAttributeValue<decimal?>(PoolFields.Granted) ?? 0);
    }

    /// <summary>What a holder has granted this month, without locking anything: an expectation, no promise.</summary>
    public decimal SpentInMonth(Guid holder, CalendarDate today, string currency)
    {
        var query = PoolQuery(holder, today.ToString().Substring(0, 7), currency);
        return system.RetrieveMultiple(query).Entities.FirstOrDefault()?.GetAttributeValue<decimal?>(PoolFields.Granted) ?? 0;
    }

    /// <summary>The same in every currency in which he has granted anything.</summary>
    public IReadOnlyDictionary<string, decimal> SpentInMonth(Guid holder, CalendarDate today)
    {
        var query = new QueryExpression(Tables.GoodwillPool) { ColumnSet = new ColumnSet(PoolFields.Currency, PoolFields.Granted) };
        query.Criteria.AddCondition(PoolFields.WorkerId, ConditionOperator.Equal, holder);
        query.Criteria.AddCondition(PoolFields.Month, ConditionOperator.Equal, today.ToString().Substring(0, 7));
        return system.RetrieveMultiple(query).Entities.ToDictionary(
            row => row.GetAttributeValue<string>(PoolFields.Currency) ?? "", row => row.GetAttributeValue<decimal?>(PoolFields.Granted) ?? 0, StringComparer.Ordinal);
    }

    /// <summary>Locks what a case's limit is counted by.</summary>
    public void LockPlace(GoodwillPlace place, DateTime now)
    {
        if (place.Case is { } id) Touch(Tables.Incident, id, Model.Incident.Fields.GoodwillOn, now);
        else LockCustomer(place, now);
    }

    public void LockCustomer(GoodwillPlace place, DateTime now) => Touch(Tables.Customer, place.Customer.Id, Model.Customer.Fields.GoodwillOn, now);

    public void AddTo(GoodwillPool pool, decimal amount) =>
        system.Update(new Entity(Tables.GoodwillPool, pool.Id) { [PoolFields.Granted] = pool.Granted + amount });

    /// <summary>What was granted there so far as goodwill, by whomever, in the currencies of the limits it was judged by.</summary>
    public IReadOnlyList<KeyValuePair<string, decimal>> SpentAt(GoodwillPlace place)
    {
        var query = new QueryExpression(Tables.GoodwillGrant) { ColumnSet = new ColumnSet(Fields.LimitAmount, Fields.LimitCurrency) };
        query.Criteria.AddCondition(Fields.Kind, ConditionOperator.Equal, Choice.Of(GoodwillKind.Goodwill).Value);
        query.Criteria.AddCondition(Fields.StatusCode, ConditionOperator.In, (int)Model.GoodwillGrant_StatusCode.Granted, (int)Model.GoodwillGrant_StatusCode.Paid);
        if (place.Case is { } id)
        {
            query.Criteria.AddCondition(Fields.CaseId, ConditionOperator.Equal, id);
        }
        else
        {
            query.Criteria.AddCondition(Fields.CaseId, ConditionOperator.Null);
            query.Criteria.AddCondition(Fields.CustomerId, ConditionOperator.In, [.. place.Customer.Ids.Cast<object>()]);
            query.Criteria.AddCondition(Fields.CreatedOn, ConditionOperator.GreaterEqual, place.Day.Midnight);
            query.Criteria.AddCondition(Fields.CreatedOn, ConditionOperator.LessThan, place.Day.AddDays(1).Midnight);
        }

        return
        [
            .. system.RetrieveMultiple(query).Entities
                .GroupBy(row => row.GetAttributeValue<string>(Fields.LimitCurrency) ?? "", StringComparer.Ordinal)
                .Select(same => new KeyValuePair<string, decimal>(same.Key, same.Sum(row => row.GetAttributeValue<decimal?>(Fields.LimitAmount) ?? 0))),
        ];
    }

    /// <summary>The grant that was made of a request; null where none was.</summary>
    public Entity? OfRequest(string request)
    {
        var query = new QueryExpression(Tables.GoodwillGrant)
        {
            ColumnSet = new ColumnSet(Fields.CustomerId, Fields.WorkerId, Fields.Amount, Fields.Kind, Fields.StatusCode, Fields.GrantedById),
            TopCount = 1,
        };
        query.Criteria.AddCondition(Fields.Request, ConditionOperator.Equal, request);
        return system.RetrieveMultiple(query).Entities.FirstOrDefault();
    }

    private GoodwillPool MakePool(GoodwillWorker holder, string month, EmpowermentLimit limit)
    {
        var id = system.Create(new Entity(Tables.GoodwillPool)
        {
            [PoolFields.Name] = string.Format(CultureInfo.InvariantCulture, "{0} · {1} · {2}", holder.Name, month, limit.Currency),
            [PoolFields.WorkerId] = new EntityReference(Tables.Worker, holder.Id),
            [PoolFields.Month] = month,
            [PoolFields.Currency] = limit.Currency,
            [PoolFields.Limit] = limit.PerMonth,
            [PoolFields.Granted] = 0m,
            [PoolFields.Hard] = !limit.IsTop,
        });
        return new GoodwillPool(id, 0);
    }

    private Guid? FindPool(Guid holder, string month, string currency) => system.RetrieveMultiple(PoolQuery(holder, month, currency)).Entities.FirstOrDefault()?.Id;

    private static QueryExpression PoolQuery(Guid holder, string month, string currency)
    {
        var query = new QueryExpression(Tables.GoodwillPool) { ColumnSet = new ColumnSet(PoolFields.Granted), TopCount = 1 };
        query.Criteria.AddCondition(PoolFields.WorkerId, ConditionOperator.Equal, holder);
        query.Criteria.AddCondition(PoolFields.Month, ConditionOperator.Equal, month);
        query.Criteria.AddCondition(PoolFields.Currency, ConditionOperator.Equal, currency);
        return query;
    }

    private void Touch(string table, Guid id, string column, DateTime now) => system.Update(new Entity(table, id) { [column] = now });
}

/// <summary>A locked pool.</summary>
/// <param name="Granted">What its holder has granted in the month, in the pool's currency.</param>
internal sealed record GoodwillPool(Guid Id, decimal Granted);

/// <summary>What a case's limit is counted by: the case, or the customer and the day (UTC) where there is none.</summary>
internal sealed record GoodwillPlace(GoodwillCustomer Customer, Guid? Case, CalendarDate Day);
