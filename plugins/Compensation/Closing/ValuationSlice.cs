using System;
using System.Collections.Generic;
using Crm.Extensions.Compensation.Snapshots;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>Has the customers of a slice valued as of the period's last day; what has a snapshot already keeps it.</summary>
internal sealed class ValuationSlice
{
    private readonly ClosingDesk desk;

    public ValuationSlice(ClosingDesk desk) => this.desk = desk;

    /// <param name="failures">What is missing (a rate, a price) is added here; statements then name the customers they lack.</param>
    public IEnumerable<int> Work(Guid period, IReadOnlyList<Guid> customers, ICollection<string> failures)
    {
        if (customers.Count == 0) yield break;

        // a killed execution begins the slice anew and finds its snapshots: nothing has to be saved in between
        var progress = ValueSlice.Run(desk.Execution, period, customers, 0, () => desk.IsLate, _ => true);
        if (progress.Failure.Length > 0)
        {
            failures.Add(progress.Failure);
            yield return customers.Count;
        }
        else
        {
            yield return progress.Passed;
        }
    }
}
