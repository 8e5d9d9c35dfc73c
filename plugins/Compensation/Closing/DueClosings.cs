using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>Slices of a close that nobody is at any more although they are not done: the job died, or its time was up.</summary>
internal static class DueClosings
{
    /// <summary>A slice that has not been written for so long is taken up again: longer than an execution may last.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>So often a slice is taken up; then it has failed, and people are told.</summary>
    private const int MostAttempts = 10;

    /// <summary>Has up to <paramref name="most"/> of them carried on, each in a job of its own.</summary>
    /// <returns>How many.</returns>
    public static int Resume(IOrganizationService service, DateTime now, int most)
    {
        if (most <= 0) return 0;

        var query = new QueryExpression(PayTables.Work) { ColumnSet = new ColumnSet(WorkColumns.Attempts, WorkColumns.Slice, WorkColumns.Kind), TopCount = most };
        query.Criteria.AddCondition(WorkColumns.State, ConditionOperator.Equal, WorkColumns.Active);
        query.Criteria.AddCondition("modifiedon", ConditionOperator.LessEqual, now - Patience);
        query.AddOrder("modifiedon", OrderType.Ascending);
        var due = service.RetrieveMultiple(query).Entities.Select(row => new WorkRow(row)).ToList();
        foreach (var work in due)
        {
            var row = new Entity(PayTables.Work, work.Id) { [WorkColumns.Attempts] = work.Attempts + 1 };
            if (work.Attempts >= MostAttempts && work.Kind != WorkColumns.CloseKind) GiveUp(row);
            service.Update(row);
        }

        return due.Count;
    }

    // slice 0 is never given up: it notices that a slice has failed, and ends
    private static void GiveUp(Entity row)
    {
        row[WorkColumns.Failure] = "Interrupted " + MostAttempts.ToString(System.Globalization.CultureInfo.InvariantCulture) + " times. / Interrumpido varias veces.";
        row[WorkColumns.State] = new OptionSetValue(WorkColumns.Inactive);
        row[WorkColumns.Status] = new OptionSetValue(WorkColumns.Failed);
    }
}
