using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Query.Parsed;

/// <summary>Reads a QueryExpression or a QueryByAttribute.</summary>
internal static class ExpressionReader
{
    public static ParsedQuery Read(QueryExpression query)
    {
        var root = new ParsedTable { Name = query.EntityName ?? throw QueryFaults.MissingTable() };
        Columns(query.ColumnSet, root);
        root.Filter = Filter(query.Criteria);
        foreach (var link in query.LinkEntities) root.Links.Add(Link(link));
        Orders(query.Orders, root);
        DemandTopOrPages(query.TopCount, query.PageInfo);
        return new ParsedQuery
        {
            Root = root,
            Distinct = query.Distinct,
            Aggregate = root.Columns.Concat(root.Links.SelectMany(AllColumns)).Any(column => column.Aggregation != Aggregation.None || column.GroupBy),
            Top = query.TopCount,
            Page = query.PageInfo is { PageNumber: > 0 } page ? page.PageNumber : 1,
            Count = query.PageInfo is { Count: > 0 } counted ? counted.Count : null,
            Cookie = query.PageInfo?.PagingCookie,
            ReturnTotal = query.PageInfo?.ReturnTotalRecordCount ?? false,
        };
    }

    public static ParsedQuery Read(QueryByAttribute query)
    {
        var root = new ParsedTable { Name = query.EntityName ?? throw QueryFaults.MissingTable(), Filter = new ParsedFilter() };
        Columns(query.ColumnSet, root);
        if (query.Attributes.Count != query.Values.Count) throw QueryFaults.Argument("The number of Attributes and of Values of a QueryByAttribute must be the same.");
        for (var at = 0; at < query.Attributes.Count; at++)
        {
            var value = query.Values[at];
            root.Filter.Conditions.Add(new ParsedCondition(null, query.Attributes[at], value is null ? ConditionOperator.Null : ConditionOperator.Equal, value is null ? [] : [value], null));
        }
        Orders(query.Orders, root);
        DemandTopOrPages(query.TopCount, query.PageInfo);
        return new ParsedQuery
        {
            Root = root,
            Top = query.TopCount,
            Page = query.PageInfo is { PageNumber: > 0 } page ? page.PageNumber : 1,
            Count = query.PageInfo is { Count: > 0 } counted ? counted.Count : null,
            Cookie = query.PageInfo?.PagingCookie,
            ReturnTotal = query.PageInfo?.ReturnTotalRecordCount ?? false,
        };
    }

    // The SDK makes an empty PagingInfo of its own accord: only one that asks for something counts
    private static void DemandTopOrPages(int? top, PagingInfo? page)
    {
        if (top is { } most && page is not null && (page.PageNumber > 0 || page.Count > 0 || page.ReturnTotalRecordCount || !string.IsNullOrEmpty(page.PagingCookie)))
            throw QueryFaults.TopWithPaging(most);
    }

    private static IEnumerable<ParsedColumn> AllColumns(ParsedTable table) => table.Columns.Concat(table.Links.SelectMany(AllColumns));

    private static void Columns(ColumnSet? columns, ParsedTable table)
    {
        if (columns is null) return;
        table.AllColumns = columns.AllColumns;
        table.Columns.AddRange(columns.Columns.Select(name => new ParsedColumn(name)));
        table.Columns.AddRange(columns.AttributeExpressions.Select(AttributeExpressions.Read));
    }

    private static ParsedTable Link(LinkEntity link)
    {
        var table = new ParsedTable
        {
            Name = link.LinkToEntityName ?? throw QueryFaults.MissingTable(),
            Alias = string.IsNullOrEmpty(link.EntityAlias) ? null : link.EntityAlias,
            Join = link.JoinOperator,
            AboveColumn = link.LinkFromAttributeName,
            OwnColumn = link.LinkToAttributeName,
            Filter = Filter(link.LinkCriteria),
        };
        Columns(link.Columns, table);
        foreach (var nested in link.LinkEntities) table.Links.Add(Link(nested));
        Orders(link.Orders, table);
        return table;
    }

    private static void Orders(IEnumerable<OrderExpression> orders, ParsedTable table)
    {
        foreach (var order in orders)
        {
            var isAlias = string.IsNullOrEmpty(order.AttributeName);
            var owner = string.IsNullOrEmpty(order.EntityName) ? null : order.EntityName;
            table.Orders.Add(new ParsedOrder(owner, isAlias ? order.Alias : order.AttributeName, order.OrderType == OrderType.Descending, isAlias));
        }
    }

    private static ParsedFilter? Filter(FilterExpression? filter)
    {
        if (filter is null) return null;
        var parsed = new ParsedFilter { IsOr = filter.FilterOperator == LogicalOperator.Or };
        foreach (var condition in filter.Conditions) parsed.Conditions.Add(Condition(condition));
        foreach (var nested in filter.Filters)
        {
            if (Filter(nested) is { } inner) parsed.Filters.Add(inner);
        }
        if (filter.AnyAllFilterLinkEntity is { } link) parsed.Links.Add(Link(link));
        return parsed;
    }

    private static ParsedCondition Condition(ConditionExpression condition)
    {
        var table = string.IsNullOrEmpty(condition.EntityName) ? null : condition.EntityName;
        var values = condition.Values.Cast<object?>().ToList();
        // a comparison of columns carries the other column's name as its value
        return condition.CompareColumns
            ? new ParsedCondition(table, condition.AttributeName, condition.Operator, [], values.FirstOrDefault() as string ?? throw QueryFaults.Argument($"The comparison of column '{condition.AttributeName}' names no other column."))
            : new ParsedCondition(table, condition.AttributeName, condition.Operator, values, null);
    }
}
