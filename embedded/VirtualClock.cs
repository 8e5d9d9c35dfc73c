using System;

namespace Crm.Extensions.Embedded;

/// <summary>The organization's clock. It stands still until it is moved, so that a run can be repeated to the second.</summary>
public sealed class VirtualClock
{
    private readonly object gate = new();
    private DateTime now;

    /// <param name="start">UTC.</param>
    public VirtualClock(DateTime start) => now = InUtc(start);

    /// <summary>Raised after the clock was moved.</summary>
    internal event Action? Moved;

    /// <summary>UTC.</summary>
    public DateTime UtcNow
    {
        get
        {
            lock (gate) return now;
        }

        set
        {
            lock (gate) now = InUtc(value);
            Moved?.Invoke();
        }
    }

    /// <summary>The present instant as the platform stores it: UTC, without fractions of a second.</summary>
    internal DateTime WholeSeconds
    {
        get
        {
            var instant = UtcNow;
            return instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerSecond));
        }
    }

    /// <summary>Moves on by so much.</summary>
    public void Advance(TimeSpan span)
    {
        lock (gate) now += span;
        Moved?.Invoke();
    }

    private static DateTime InUtc(DateTime value) =>
        value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc);
}
