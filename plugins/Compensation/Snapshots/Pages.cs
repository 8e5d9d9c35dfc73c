using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Snapshots;

/// <summary>Reads all rows of a query page by page, and rows that name any of many ids.</summary>
internal static class Pages
{
    private const int RowsOfPage = 5000;

    // well below the platform's 2,100 parameters of a query
    private const int MostIds = 500;

    public static IEnumerable<Entity> All(IOrganizationService service, QueryExpression query)
    {
        query.PageInfo = new PagingInfo { Count = RowsOfPage, PageNumber = 1 };
        while (true)
        {
            var page = service.RetrieveMultiple(query);
            foreach (var row in page.Entities) yield return row;
            if (!page.MoreRecords) yield break;

            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }

    /// <summary>Rows of which a column names one of the ids; no request where there is none.</summary>
    /// <param name="query">Asked for each five hundred ids.</param>
    public static List<Entity> Naming(IOrganizationService service, IEnumerable<Guid> ids, string column, Func<QueryExpression> query)
    {
        var rows = new List<Entity>();
        var wanted = ids.Distinct().OrderBy(id => id).Cast<object>().ToList();
        for (var start = 0; start < wanted.Count; start += MostIds)
        {
            var part = query();
            part.Criteria.AddCondition(column, ConditionOperator.In, wanted.Skip(start).Take(MostIds).ToArray());
            rows.AddRange(All(service, part));
        }

        return rows;
    }
}
