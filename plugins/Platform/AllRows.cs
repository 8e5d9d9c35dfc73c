using System.Collections.Generic;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Platform;

/// <summary>A query's rows, page after page.</summary>
internal static class AllRows
{
    private const int Page = 5000;

    /// <summary>One request for each 5,000 rows.</summary>
    /// <param name="query">Is changed: it turns its pages.</param>
    public static IEnumerable<Entity> Of(IOrganizationService service, QueryExpression query)
    {
        query.PageInfo = new PagingInfo { Count = Page, PageNumber = 1 };
        while (true)
        {
            var page = service.RetrieveMultiple(query);
            foreach (var row in page.Entities) yield return row;
            if (!page.MoreRecords) yield break;

            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }
}
