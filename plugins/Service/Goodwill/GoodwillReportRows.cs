using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using CustomerFields = Crm.Extensions.Model.Customer.Fields;
using Fields = Crm.Extensions.Model.GoodwillGrant.Fields;
using Tables = Crm.Extensions.Model.Tables;

namespace Crm.Extensions.Service.Goodwill;

/// <summary>The grants that the report counts: which of them the caller may see is asked as the caller, what stands beside them as the system.</summary>
internal sealed class GoodwillReportRows
{
    private const int PageSize = 5000;
    private const int MostPages = 4;
    private const string Customer = "customer";

    private readonly IOrganizationService caller;
    private readonly IOrganizationService system;
    private readonly Dictionary<Guid, GoodwillWorker> workers = [];

    public GoodwillReportRows(IOrganizationService caller, IOrganizationService system)
    {
        this.caller = caller;
        this.system = system;
    }

    /// <summary>Who granted, with the job of today.</summary>
    public IReadOnlyDictionary<Guid, GoodwillWorker> Workers => workers;

    /// <summary>Whether there were more grants than were read.</summary>
    public bool HasMore { get; private set; }

    /// <summary>Granted and paid ones, the latest first.</summary>
    public IReadOnlyList<GrantFact> Grants(DateTime sinceUtc)
    {
        var visible = new HashSet<Guid>();
        Pages(caller, Query(sinceUtc), row => visible.Add(row.Id));
        var rows = new List<Entity>();
        if (visible.Count > 0)
        {
            var query = Query(sinceUtc, Fields.WorkerId, Fields.CustomerId, Fields.CaseId, Fields.Kind, Fields.LimitAmount, Fields.LimitCurrency, Fields.CreatedOn);
            var customer = query.AddLink(Tables.Customer, Fields.CustomerId, CustomerFields.CustomerId, JoinOperator.LeftOuter);
            customer.EntityAlias = Customer;
            customer.Columns = new ColumnSet(CustomerFields.ValueSegment);
            Pages(system, query, row =>
            {
                if (visible.Contains(row.Id)) rows.Add(row);
            });
        }

        var known = new GoodwillRows(system);
        foreach (var id in rows.Select(row => row.GetAttributeValue<EntityReference>(Fields.WorkerId)?.Id).OfType<Guid>().Distinct())
        {
            if (known.Find(id) is { } worker) workers[id] = worker;
        }

        return [.. rows.Select(Read).OfType<GrantFact>()];
    }

    // a grant of nobody or to nobody (what erasure leaves of it) tells nothing
    private GrantFact? Read(Entity row)
    {
        if (row.GetAttributeValue<EntityReference>(Fields.WorkerId)?.Id is not { } id || !workers.TryGetValue(id, out var worker)) return null;
        if (row.GetAttributeValue<EntityReference>(Fields.CustomerId)?.Id is not { } customer) return null;

        var segment = Choice.Read<ValueSegment>(CustomerRows.Column(row, Customer + "." + CustomerFields.ValueSegment));
        var currency = row.GetAttributeValue<string>(Fields.LimitCurrency) ?? "";
        return new GrantFact(
            row.Id,
            id,
            customer,
            row.GetAttributeValue<EntityReference>(Fields.CaseId)?.Id,
            GrantRow.DayOf(row),
            Choice.Read<GoodwillKind>(row.GetAttributeValue<OptionSetValue>(Fields.Kind)) ?? GoodwillKind.Goodwill,
            row.GetAttributeValue<decimal?>(Fields.LimitAmount) ?? 0,
            currency,
            segment,
            worker.Limits.In(segment ?? ValueSegments.Lowest, currency)?.PerCase);
    }

    private void Pages(IOrganizationService service, QueryExpression query, Action<Entity> take)
    {
        for (var page = 1; page <= MostPages; page++)
        {
            var rows = service.RetrieveMultiple(query);
            foreach (var row in rows.Entities) take(row);
            if (!rows.MoreRecords) return;

            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = rows.PagingCookie;
        }

        HasMore = true;
    }

    private static QueryExpression Query(DateTime sinceUtc, params string[] columns)
    {
        var query = new QueryExpression(Tables.GoodwillGrant)
        {
            ColumnSet = columns.Length == 0 ? new ColumnSet(false) : new ColumnSet(columns),
            PageInfo = new PagingInfo { PageNumber = 1, Count = PageSize },
        };
        query.Criteria.AddCondition(Fields.CreatedOn, ConditionOperator.GreaterEqual, sinceUtc);
        query.Criteria.AddCondition(Fields.StatusCode, ConditionOperator.In, (int)Model.GoodwillGrant_StatusCode.Granted, (int)Model.GoodwillGrant_StatusCode.Paid);
        query.AddOrder(Fields.CreatedOn, OrderType.Descending);
        query.AddOrder(Fields.GoodwillGrantId, OrderType.Ascending);
        return query;
    }
}
