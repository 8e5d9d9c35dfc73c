using System;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>The two minutes that a message has with all its synchronous steps, or an asynchronous step for itself.</summary>
/// <remarks>By the organization's clock: it stands still unless a test (or an injected duration) moves it.</remarks>
internal static class TimeLimit
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static void Demand(VirtualClock clock, StepExecution execution)
    {
        if (clock.UtcNow - execution.Began > Limit) throw PipelineFaults.TwoMinutes(execution.Name);
    }
}
