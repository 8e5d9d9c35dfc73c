using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>The enabled steps, by message and table, in the order in which they run. Read anew from the step rows after these have changed.</summary>
internal sealed class StepRegistry(Func<IEnumerable<StepRegistration>> read)
{
    private readonly Lock gate = new();
    private Dictionary<(string Message, string? Table), StepRegistration[]>? steps;

    public void Invalidate()
    {
        lock (gate) steps = null;
    }

    /// <summary>Steps of the message on the table, and those of the message on every table; rank order within a stage.</summary>
    public IReadOnlyList<StepRegistration> For(string message, string? table)
    {
        var known = Current();
        known.TryGetValue((message, null), out var general);
        if (table is null or PrimaryRecord.None || !known.TryGetValue((message, table), out var own)) return general ?? [];
        return general is null ? own : [.. own.Concat(general).OrderBy(step => step.Stage).ThenBy(step => step.Rank)];
    }

    private Dictionary<(string Message, string? Table), StepRegistration[]> Current()
    {
        if (Volatile.Read(ref steps) is { } known) return known;
        lock (gate)
        {
            return steps ??= read()
                .GroupBy(step => (step.Message, step.Table))
                .ToDictionary(
                    group => group.Key,
                    group => group.OrderBy(step => step.Stage).ThenBy(step => step.Rank).ThenBy(step => step.Name, StringComparer.Ordinal).ToArray());
        }
    }
}
