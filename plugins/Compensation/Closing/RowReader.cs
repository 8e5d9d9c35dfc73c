using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>Reads all rows of a query, page by page, and rows by many ids at once.</summary>
internal static class RowReader
{
    private const int RowsOfPage = 5000;

    /// <summary>Ids in one condition: well below the platform's 2,100 parameters of a query.</summary>
    private const int MostIds = 500;

    /// <summary>All rows; one request to each 5,000.</summary>
    public static IReadOnlyList<Entity> All(IOrganizationService service, QueryExpression query)
    {
        var rows = new List<Entity>();
        query.PageInfo = new PagingInfo { Count = RowsOfPage, PageNumber = 1 };
        while (true)
        {
            var page = service.RetrieveMultiple(query);
            rows.AddRange(page.Entities);
            if (!page.MoreRecords) return rows;

            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }

    /// <summary>All rows whose column names one of these ids; no request where there are none.</summary>
    /// <param name="more">Further conditions.</param>
    public static IReadOnlyList<Entity> Of(IOrganizationService service, string table, string column, IEnumerable<Guid> ids, ColumnSet columns, Action<QueryExpression>? more = null)
    {
        var rows = new List<Entity>();
        var wanted = ids.Distinct().OrderBy(id => id).ToList();
        for (var start = 0; start < wanted.Count; start += MostIds)
        {
            var query = new QueryExpression(table) { ColumnSet = columns };
            query.Criteria.AddCondition(column, ConditionOperator.In, wanted.Skip(start).Take(MostIds).Cast<object>().ToArray());
            more?.Invoke(query);
            rows.AddRange(All(service, query));
        }

        return rows;
    }
}
