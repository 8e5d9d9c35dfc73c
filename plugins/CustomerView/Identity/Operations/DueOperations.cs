using System;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.CustomerView.Identity.Operations;

/// <summary>Operations that nobody is at any more although they are not done: the job died, or its time was up.</summary>
internal static class DueOperations
{
    /// <summary>An operation that has not been written for so long is taken up again: longer than an execution may last.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Has up to <paramref name="most"/> of them carried on, each in a job of its own.</summary>
    /// <returns>How many.</returns>
    public static int Resume(IOrganizationService service, DateTime now, int most)
    {
        if (most <= 0) return 0;

        var query = new QueryExpression(OperationColumns.Table) { ColumnSet = new ColumnSet(false), TopCount = most };
        query.Criteria.AddCondition(OperationColumns.State, ConditionOperator.Equal, OperationColumns.Active);
        query.Criteria.AddCondition("modifiedon", ConditionOperator.LessEqual, now - Patience);
        query.AddOrder("modifiedon", OrderType.Ascending);
        var due = service.RetrieveMultiple(query).Entities.ToList();
        foreach (var row in due)
        {
            service.Update(new Entity(OperationColumns.Table, row.Id) { [OperationColumns.Cursor] = now.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) });
        }

        return due.Count;
    }
}
