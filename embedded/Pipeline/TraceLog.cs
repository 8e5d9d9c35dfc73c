using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>What one execution of a step traced.</summary>
/// <param name="Requests">How many requests its plug-in sent.</param>
/// <param name="Exception">What it threw; null when it ended well.</param>
public sealed record StepTrace(
    string Step, string PluginType, string Message, int Stage, int Depth, Guid CorrelationId, int Requests, string Text, string? Exception);

/// <summary>Traces of the steps that have run, newest last; what the platform keeps as plug-in trace log.</summary>
public sealed class TraceLog
{
    private const int Kept = 1000;
    private readonly ConcurrentQueue<StepTrace> traces = new();
    private readonly ConcurrentQueue<string> violations = new();

    public IReadOnlyList<StepTrace> All => [.. traces];

    /// <param name="pluginType">Full name of a plug-in class, or its last part.</param>
    public IReadOnlyList<StepTrace> Of(string pluginType) =>
        [.. traces.Where(trace => trace.PluginType == pluginType || trace.PluginType.EndsWith("." + pluginType, StringComparison.Ordinal))];

    /// <summary>Batch requests that synchronous plug-ins sent, against the platform's guidance.</summary>
    public IReadOnlyList<string> Violations => [.. violations];

    public void Clear()
    {
        traces.Clear();
        violations.Clear();
    }

    internal void AddViolation(string violation) => violations.Enqueue(violation);

    internal void Add(StepTrace trace)
    {
        traces.Enqueue(trace);
        while (traces.Count > Kept) traces.TryDequeue(out _);
    }
}
