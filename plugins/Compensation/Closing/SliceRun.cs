using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Compensation.Snapshots;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>Carries out a slice, member by member, until it is done or time is up. What was done before an interruption is found as it is to be, and left.</summary>
internal sealed class SliceRun
{
    private readonly ClosingDesk desk;

    public SliceRun(ClosingDesk desk) => this.desk = desk;

    /// <summary>Works on the slice.</summary>
    /// <returns>Whether it has ended; false where its time was up, or another execution is at it.</returns>
    public bool Carry(WorkRow work)
    {
        if (desk.Store.Take(work) is not { } taken)
        {
            desk.Trace("another execution is at it");
            return false;
        }

        var failures = new List<string>();
        if (taken.Failure.Length > 0) failures.Add(taken.Failure);
        var passed = taken.Passed;
        foreach (var done in Steps(taken, failures))
        {
            passed += done;
            if (!desk.IsLate || passed >= taken.Members.Count) continue;

            // the rest waits for crmx_RunDue: a slice that set itself off again would be a chain
            desk.Store.Save(
                taken,
                WorkStore.Column(WorkColumns.Cursor, passed.ToString(CultureInfo.InvariantCulture)),
                WorkStore.Column(WorkColumns.Failure, string.Join("\n", failures)),
                WorkStore.Column(WorkColumns.Status, new OptionSetValue(WorkColumns.Waiting)));
            desk.Trace("left for later after " + passed.ToString(CultureInfo.InvariantCulture));
            return false;
        }

        return desk.Store.End(taken, string.Join("\n", failures)) is not null;
    }

    // each step answers how many members it has passed
    private IEnumerable<int> Steps(WorkRow work, ICollection<string> failures)
    {
        var left = work.Members.Skip(work.Passed).ToList();
        return work.Kind == WorkColumns.ValueKind ? ValueSlice.Work(desk.Execution, work.Period, left, failures) : new StatementSlice(desk).Work(work.Period, left, failures);
    }
}
