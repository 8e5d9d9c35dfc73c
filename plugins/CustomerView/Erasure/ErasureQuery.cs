using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Operations;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.CustomerView.Erasure;

/// <summary>Finds the rows of a rule, page by page in a stable order.</summary>
internal static class ErasureQuery
{
    /// <param name="left">Only rows that still hold something that is to be emptied.</param>
    public static QueryExpression Of(ErasureRule rule, Guid customer, int page, int size, bool left, string pseudonym, string erased)
    {
        var query = new QueryExpression(rule.Table) { ColumnSet = new ColumnSet(false), PageInfo = new PagingInfo { PageNumber = page, Count = size } };
        query.AddOrder(PrimaryKey.Of(rule.Table), OrderType.Ascending);
        if (rule.Through is { } through)
        {
            var link = query.AddLink(through, rule.Column, PrimaryKey.Of(through));
            link.LinkCriteria.AddCondition(rule.ThroughColumn, ConditionOperator.Equal, customer);
        }
        else
        {
            query.Criteria.AddCondition(rule.Column, ConditionOperator.Equal, customer);
        }

        if (!left || rule.Columns.Count == 0) return query;

        var any = query.Criteria.AddFilter(LogicalOperator.Or);
        foreach (var column in rule.Columns)
        {
            var name = ErasurePlan.ColumnOf(column);
            if (Replacement(column, pseudonym, erased) is not { } text)
            {
                any.AddCondition(name, ConditionOperator.NotNull);
                continue;
            }

            any.AddCondition(name, ConditionOperator.NotEqual, text);
            any.AddCondition(name, ConditionOperator.Null);
        }

        return query;
    }

    /// <summary>The row with its columns emptied.</summary>
    public static Entity Emptied(string table, Guid row, IEnumerable<string> columns, string pseudonym, string erased)
    {
        var update = new Entity(table, row);
        foreach (var column in columns) update[ErasurePlan.ColumnOf(column)] = Replacement(column, pseudonym, erased);
        return update;
    }

    private static string? Replacement(string column, string pseudonym, string erased) =>
        column.EndsWith(ErasureRule.Pseudonym, StringComparison.Ordinal) ? pseudonym
        : column.EndsWith(ErasureRule.Erased, StringComparison.Ordinal) ? erased
        : null;

    public static int CountOf(IOrganizationService service, ErasureRule rule, Guid customer)
    {
        const int Most = 5000;
        return service.RetrieveMultiple(Of(rule, customer, 1, Most, left: false, "", "")).Entities.Select(row => row.Id).Distinct().Count();
    }
}
