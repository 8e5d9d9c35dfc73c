using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Snapshots;

/// <summary>Values the customers of one slice of work, a page at a time; who asks for the pages keeps how far it has come.</summary>
internal static class ValueSlice
{
    /// <summary>Customers that are read and written together: some ten requests.</summary>
    public const int CustomersOfPage = 100;

    /// <summary>Values customers as of yesterday, after the period as of its last day. Asynchronous steps alone: writes are sent together.</summary>
    /// <param name="customers">That are left of the slice, in its order.</param>
    /// <param name="failures">What is missing and what to do, in both languages, is added here; nothing more is valued then.</param>
    /// <returns>Page by page, how many customers were done.</returns>
    public static IEnumerable<int> Work(Execution execution, Guid period, IReadOnlyList<Guid> customers, ICollection<string> failures) =>
        Work(execution, period, CalendarDate.Of(execution.Clock.UtcNow).AddDays(-1), customers, failures);

    /// <param name="asOf">The last day that may be known.</param>
    public static IEnumerable<int> Work(Execution execution, Guid period, CalendarDate asOf, IReadOnlyList<Guid> customers, ICollection<string> failures)
    {
        ValueRun? run = null;
        for (var start = 0; start < customers.Count; start += CustomersOfPage)
        {
            var page = customers.Skip(start).Take(CustomersOfPage).ToList();
            if (!Value(execution, ref run, period, asOf, page, failures))
            {
                yield return customers.Count - start;
                yield break;
            }

            yield return page.Count;
        }
    }

    private static bool Value(Execution execution, ref ValueRun? run, Guid period, CalendarDate asOf, List<Guid> page, ICollection<string> failures)
    {
        try
        {
            if (run is null && new ModelStore(execution.AsSystem).Period(period) is { } known) run = new ValueRun(execution.AsSystem, known, asOf, inBatches: true);
            if (run is null) return false;

            run.Value(page);
            return true;
        }
        catch (MissingFigureException missing)
        {
            execution.Trace(missing.Message);
            failures.Add(missing.InBoth);
            return false;
        }
    }
}
