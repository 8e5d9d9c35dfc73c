using System.Collections.Generic;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Messages;

/// <summary>The copy of a query that arrives on the other side of a service boundary.</summary>
internal static class QueryCopy
{
    public static QueryBase Of(QueryBase query) => query switch
    {
        QueryExpression expression => Of(expression),
        FetchExpression fetch => new FetchExpression(fetch.Query),
        _ => (QueryBase)SerializationCopy.ThroughSerializer(query)!,
    };

    public static ColumnSet Of(ColumnSet columns)
    {
        var copy = new ColumnSet(columns.AllColumns);
        foreach (var column in columns.Columns) copy.Columns.Add(column);
        foreach (var expression in columns.AttributeExpressions)
        {
            copy.AttributeExpressions.Add(new XrmAttributeExpression(expression.AttributeName, expression.AggregateType, expression.Alias, expression.DateTimeGrouping)
            {
                HasGroupBy = expression.HasGroupBy,
            });
        }

        return copy;
    }

    private static QueryExpression Of(QueryExpression query)
    {
        var copy = new QueryExpression(query.EntityName)
        {
            ColumnSet = Of(query.ColumnSet),
            Criteria = Of(query.Criteria),
            Distinct = query.Distinct,
            NoLock = query.NoLock,
            PageInfo = Of(query.PageInfo),
            QueryHints = query.QueryHints,
            TopCount = query.TopCount,
        };
        Fill(copy.LinkEntities, query.LinkEntities);
        Fill(copy.Orders, query.Orders);
        return copy;
    }

    private static PagingInfo Of(PagingInfo page) => new()
    {
        Count = page.Count,
        PageNumber = page.PageNumber,
        PagingCookie = page.PagingCookie,
        ReturnTotalRecordCount = page.ReturnTotalRecordCount,
    };

    private static FilterExpression Of(FilterExpression filter)
    {
        var copy = new FilterExpression(filter.FilterOperator) { IsQuickFindFilter = filter.IsQuickFindFilter, FilterHint = filter.FilterHint };
        if (filter.AnyAllFilterLinkEntity is { } link) copy.AnyAllFilterLinkEntity = Of(link);
        foreach (var condition in filter.Conditions)
        {
            var one = new ConditionExpression(condition.AttributeName, condition.Operator) { EntityName = condition.EntityName, CompareColumns = condition.CompareColumns };
            foreach (var value in condition.Values) one.Values.Add(SerializationCopy.Value(value));
            copy.Conditions.Add(one);
        }

        foreach (var child in filter.Filters) copy.Filters.Add(Of(child));
        return copy;
    }

    private static LinkEntity Of(LinkEntity link)
    {
        var copy = new LinkEntity(link.LinkFromEntityName, link.LinkToEntityName, link.LinkFromAttributeName, link.LinkToAttributeName, link.JoinOperator)
        {
            Columns = Of(link.Columns),
            EntityAlias = link.EntityAlias,
            LinkCriteria = Of(link.LinkCriteria),
        };
        Fill(copy.LinkEntities, link.LinkEntities);
        Fill(copy.Orders, link.Orders);
        return copy;
    }

    private static void Fill(DataCollection<LinkEntity> copy, IEnumerable<LinkEntity> links)
    {
        foreach (var link in links) copy.Add(Of(link));
    }

    private static void Fill(DataCollection<OrderExpression> copy, IEnumerable<OrderExpression> orders)
    {
        foreach (var order in orders) copy.Add(new OrderExpression(order.AttributeName, order.OrderType, order.Alias, order.EntityName));
    }
}
