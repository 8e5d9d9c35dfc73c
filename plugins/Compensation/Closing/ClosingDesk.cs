using System;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>What carrying out a slice needs: the organization with the system's rights, the rows of work, and the time that is left.</summary>
internal sealed class ClosingDesk
{
    /// <summary>How long one execution works before it leaves the rest to the next: under the 90 seconds that a slice may take, well under the platform's two minutes.</summary>
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(75);

    /// <summary>Beyond this depth nothing is set off any more; the platform stops executions that set each other off at depth 8.</summary>
    private const int Deepest = 5;

    private readonly DateTime until;

    public ClosingDesk(Execution execution)
    {
        Execution = execution;
        Store = new WorkStore(execution.AsSystem);
        until = execution.Clock.UtcNow + Slice;
        execution.Remember(ClosingMarks.Calculation, true);
    }

    public Execution Execution { get; }

    public IOrganizationService Service => Execution.AsSystem;

    public WorkStore Store { get; }

    public bool IsLate => Execution.Clock.UtcNow >= until;

    /// <summary>Whether rows created now may set off steps of their own.</summary>
    public bool MayFanOut => Execution.Context.Depth <= Deepest;

    public void Trace(string line) => Execution.Trace(line);
}
