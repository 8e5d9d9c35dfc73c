using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Snapshots;

/// <summary>Values the customers of one slice of work, a page at a time, and says how far it has come: to be carried on from there.</summary>
internal static class ValueSlice
{
    /// <summary>Customers that are read and written together: some ten requests.</summary>
    public const int CustomersOfPage = 100;

    /// <summary>Values customers as of yesterday, after the period as of its last day.</summary>
    /// <param name="customers">Of the slice, always in the same order.</param>
    /// <param name="passed">How many of them are done.</param>
    /// <param name="isLate">Whether the execution must leave the rest to another.</param>
    /// <param name="save">Keeps how many are done; false: another execution has taken the slice over.</param>
    public static ValueProgress Run(Execution execution, Guid period, IReadOnlyList<Guid> customers, int passed, Func<bool> isLate, Func<int, bool> save) =>
        Run(execution, period, CalendarDate.Of(execution.Clock.UtcNow).AddDays(-1), customers, passed, isLate, save);

    /// <param name="asOf">The last day that may be known.</param>
    public static ValueProgress Run(Execution execution, Guid period, CalendarDate asOf, IReadOnlyList<Guid> customers, int passed, Func<bool> isLate, Func<int, bool> save)
    {
        var added = 0;
        if (passed >= customers.Count) return new ValueProgress(passed, added, "");
        if (new ModelStore(execution.AsSystem).Period(period) is not { } known) return new ValueProgress(passed, added, "");
        try
        {
            var run = new ValueRun(execution.AsSystem, known, asOf, inBatches: true);
            while (passed < customers.Count && !isLate())
            {
                var page = customers.Skip(passed).Take(CustomersOfPage).ToList();
                added += run.Value(page);
                passed += page.Count;
                if (!save(passed)) break;
            }

            return new ValueProgress(passed, added, "");
        }
        catch (MissingFigureException missing)
        {
            execution.Trace(missing.Message);
            return new ValueProgress(passed, added, missing.InBoth);
        }
    }
}

/// <summary>How far a slice has come.</summary>
internal sealed class ValueProgress
{
    public ValueProgress(int passed, int added, string failure)
    {
        Passed = passed;
        Added = added;
        Failure = failure;
    }

    /// <summary>Customers done, of the slice's.</summary>
    public int Passed { get; }

    /// <summary>New snapshots.</summary>
    public int Added { get; }

    /// <summary>What is missing and what to do, in both languages; empty: nothing.</summary>
    public string Failure { get; }
}
