using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Crm.Extensions.Shared;

/// <summary>The clock on somebody's wall: UTC to local time and back in one time zone, exact at the night of a time change.</summary>
internal sealed class LocalClock
{
    private static readonly ConcurrentDictionary<string, LocalClock?> Known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>So far around an instant the offset is looked up for later questions, in steps of <see cref="Step"/>.</summary>
    private const int Steps = 16;

    private static readonly TimeSpan Step = TimeSpan.FromDays(2);

    private readonly TimeZoneInfo zone;

    // asked for thousands of times in a run, nearly always for the same months; replaced as a whole, so that many threads may read it
    private volatile Steady? steady;

    // the one before it: a decision looks to and fro between today and a month or two away
    private volatile Steady? earlier;

    public LocalClock(TimeZoneInfo zone) => this.zone = zone;

    /// <summary>The Windows id of the zone.</summary>
    public string Id => zone.Id;

    /// <summary>The clock of a zone by its Windows id, or null where there is no such zone on this machine.</summary>
    public static LocalClock? Find(string? id) => string.IsNullOrEmpty(id) ? null : Known.GetOrAdd(id!, Open);

    public TimeSpan OffsetAt(DateTime utc) => SteadyAt(utc)?.Offset ?? zone.GetUtcOffset(utc);

    /// <summary>Local time, kind unspecified.</summary>
    public DateTime ToLocal(DateTime utc) => DateTime.SpecifyKind(utc + OffsetAt(utc), DateTimeKind.Unspecified);

    public CalendarDate DateAt(DateTime utc) => CalendarDate.Of(ToLocal(utc));

    /// <summary>UTC of a local time. A time that comes twice is taken as the first; one that the clock skips, as the first moment after the gap.</summary>
    public DateTime ToUtc(DateTime local)
    {
        var time = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (SteadyAt(DateTime.SpecifyKind(time, DateTimeKind.Utc)) is { } stretch && stretch.HoldsFarInside(time))
        {
            return DateTime.SpecifyKind(time - stretch.Offset, DateTimeKind.Utc);
        }

        if (zone.IsInvalidTime(time))
        {
            return Stretch(time.AddHours(-15), time.AddHours(15))[1].From;
        }

        if (zone.IsAmbiguousTime(time))
        {
            var largest = TimeSpan.MinValue;
            foreach (var offset in zone.GetAmbiguousTimeOffsets(time))
            {
                largest = offset > largest ? offset : largest;
            }

            return DateTime.SpecifyKind(time - largest, DateTimeKind.Utc);
        }

        return DateTime.SpecifyKind(time - zone.GetUtcOffset(time), DateTimeKind.Utc);
    }

    /// <summary>The first moment of a local day. Where the clock skips midnight, the first moment that the day has.</summary>
    public DateTime StartOf(CalendarDate date) => ToUtc(date.Midnight);

    /// <summary>
    /// The absolute stretches in which this clock shows a time in the window on that day, in order: none or less of it where the clock jumps
    /// forward, more where it is put back.
    /// </summary>
    public IReadOnlyList<UtcInterval> Stretches(CalendarDate date, DayWindow window)
    {
        var from = date.Midnight.AddMinutes(window.From);
        var to = date.Midnight.AddMinutes(window.To);
        if (SteadyAt(DateTime.SpecifyKind(from, DateTimeKind.Utc)) is { } steadily && steadily.HoldsFarInside(from) && steadily.HoldsFarInside(to))
        {
            return [new UtcInterval(DateTime.SpecifyKind(from - steadily.Offset, DateTimeKind.Utc), DateTime.SpecifyKind(to - steadily.Offset, DateTimeKind.Utc))];
        }

        var found = new List<UtcInterval>(1);
        foreach (var part in Stretch(from.AddHours(-15), to.AddHours(15)))
        {
            var offset = zone.GetUtcOffset(part.From);
            var start = Later(part.From, DateTime.SpecifyKind(from - offset, DateTimeKind.Utc));
            var end = Earlier(part.To, DateTime.SpecifyKind(to - offset, DateTimeKind.Utc));
            if (start >= end)
            {
                continue;
            }

            if (found.Count > 0 && found[found.Count - 1].To == start)
            {
                found[found.Count - 1] = new UtcInterval(found[found.Count - 1].From, end);
            }
            else
            {
                found.Add(new UtcInterval(start, end));
            }
        }

        return found;
    }

    /// <summary>The span cut where the offset changes (at most once: no zone changes twice within two days).</summary>
    private List<UtcInterval> Stretch(DateTime from, DateTime to)
    {
        from = DateTime.SpecifyKind(from, DateTimeKind.Utc);
        to = DateTime.SpecifyKind(to, DateTimeKind.Utc);
        var before = zone.GetUtcOffset(from);
        if (zone.GetUtcOffset(to) == before)
        {
            return [new UtcInterval(from, to)];
        }

        var low = from.Ticks;
        var high = to.Ticks;
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (zone.GetUtcOffset(new DateTime(middle, DateTimeKind.Utc)) == before)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        var change = new DateTime(high, DateTimeKind.Utc);
        return [new UtcInterval(from, change), new UtcInterval(change, to)];
    }

    /// <summary>The stretch of one offset around an instant, as far as it was looked up; null near a change.</summary>
    private Steady? SteadyAt(DateTime utc)
    {
        if (steady is { } known && known.From <= utc.Ticks && utc.Ticks < known.To)
        {
            return known;
        }

        if (earlier is { } before && before.From <= utc.Ticks && utc.Ticks < before.To)
        {
            return before;
        }

        var first = utc.Ticks - (utc.Ticks % Step.Ticks);
        if (first < Step.Ticks * (Steps + 2) || first > DateTime.MaxValue.Ticks - (Step.Ticks * (Steps + 2)))
        {
            return null;
        }

        var offset = At(first);
        if (At(first + Step.Ticks) != offset)
        {
            return null;
        }

        // no zone changes twice within two days: between two like offsets there is none other
        var from = first;
        var to = first + Step.Ticks;
        for (var i = 0; i < Steps && At(from - Step.Ticks) == offset; i++) from -= Step.Ticks;
        for (var i = 0; i < Steps && At(to + Step.Ticks) == offset; i++) to += Step.Ticks;
        earlier = steady;
        return steady = new Steady(from, to, offset);

        TimeSpan At(long ticks) => zone.GetUtcOffset(new DateTime(ticks, DateTimeKind.Utc));
    }

    private static LocalClock? Open(string id)
    {
        try
        {
            return new LocalClock(TimeZoneInfo.FindSystemTimeZoneById(id));
        }
        catch (TimeZoneNotFoundException)
        {
            return null;
        }
        catch (InvalidTimeZoneException)
        {
            return null;
        }
    }

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;

    private static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;

    /// <summary>A stretch of absolute time, in ticks, in which the offset stays the same.</summary>
    private sealed class Steady(long from, long to, TimeSpan offset)
    {
        private const long FarTicks = 15 * TimeSpan.TicksPerHour;

        public long From => from;

        public long To => to;

        public TimeSpan Offset => offset;

        /// <summary>Whether a local time lies in it whatever the offset: no zone is farther than 15 hours from UTC.</summary>
        public bool HoldsFarInside(DateTime local) => from + FarTicks <= local.Ticks && local.Ticks + FarTicks < to;
    }
}
