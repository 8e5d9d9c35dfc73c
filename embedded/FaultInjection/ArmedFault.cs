using System;

namespace Crm.Extensions.Embedded.FaultInjection;

/// <summary>A fault that waits for its moment. What it gives is thrown; null: it only lets time pass.</summary>
internal sealed class ArmedFault(FaultPoint point, Func<Exception?> fault, Func<Strike, bool> when)
{
    public FaultPoint Point => point;

    public Func<Exception?> Fault => fault;

    public Func<Strike, bool> When => when;

    /// <summary>How often it is still to strike.</summary>
    public int Left { get; set; }
}

/// <summary>A moment at which a fault may strike.</summary>
/// <param name="Number">Of the request within its execution, from 1.</param>
internal sealed record Strike(FaultPoint Point, string Message, string? PluginType, int Number)
{
    public bool IsOf(string pluginType) => PluginType is { } type && (type == pluginType || type.EndsWith("." + pluginType, StringComparison.Ordinal));
}
