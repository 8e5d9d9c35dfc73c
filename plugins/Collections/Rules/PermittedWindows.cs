using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>When one or several rules of the hour permit a contact, on every clock that the customer may live by.</summary>
internal sealed class PermittedWindows
{
    private readonly IReadOnlyList<LocalClock> clocks;
    private readonly Func<CalendarDate, IReadOnlyList<DayWindow>> open;

    /// <param name="open">The permitted stretches of a local day.</param>
    public PermittedWindows(IReadOnlyList<LocalClock> clocks, Func<CalendarDate, IReadOnlyList<DayWindow>> open)
    {
        this.clocks = clocks;
        this.open = open;
    }

    /// <summary>What several rules of the hour leave together.</summary>
    public static PermittedWindows Of(IReadOnlyList<IHoursRule> rules, Situation situation) => new(
        situation.Clocks,
        day => rules.Aggregate(DayWindow.WholeDay, (left, rule) => left.Count == 0 ? left : DayWindow.Intersect(left, rule.Open(day, situation))));

    public bool Contains(DateTime utc) => clocks.All(clock => Contains(clock, utc));

    /// <summary>The first permitted instant at or after <paramref name="fromUtc"/>, or null where there is none within <paramref name="days"/> days.</summary>
    public DateTime? FirstFrom(DateTime fromUtc, int days)
    {
        var end = fromUtc.AddDays(days);
        var at = fromUtc;
        while (at < end)
        {
            var next = at;
            foreach (var clock in clocks)
            {
                if (FirstFrom(clock, next, end) is not { } first)
                {
                    return null;
                }

                next = first;
            }

            if (next == at)
            {
                return at;
            }

            at = next;
        }

        return null;
    }

    /// <summary>All permitted stretches within a span of absolute time, in order, cut at its ends.</summary>
    public IReadOnlyList<UtcInterval> Between(DateTime fromUtc, DateTime toUtc)
    {
        IReadOnlyList<UtcInterval> left = [new UtcInterval(fromUtc, toUtc)];
        foreach (var clock in clocks)
        {
            left = Intersect(left, On(clock, fromUtc, toUtc));
        }

        return left;
    }

    private bool Contains(LocalClock clock, DateTime utc)
    {
        var local = clock.ToLocal(utc);
        foreach (var window in open(CalendarDate.Of(local)))
        {
            if (window.Contains(local.TimeOfDay))
            {
                return true;
            }
        }

        return false;
    }

    private DateTime? FirstFrom(LocalClock clock, DateTime from, DateTime end)
    {
        if (Contains(clock, from))
        {
            return from;
        }

        // no clock is a whole day ahead of UTC; who asks knows that what lies beyond the end is out of reach
        var last = CalendarDate.Of(end).AddDays(1);
        for (var day = clock.DateAt(from).AddDays(-1); day <= last; day = day.AddDays(1))
        {
            foreach (var window in open(day))
            {
                foreach (var stretch in clock.Stretches(day, window))
                {
                    if (stretch.To > from)
                    {
                        return stretch.From > from ? stretch.From : from;
                    }
                }
            }
        }

        return null;
    }

    private List<UtcInterval> On(LocalClock clock, DateTime from, DateTime to)
    {
        var found = new List<UtcInterval>();
        var last = clock.DateAt(to).AddDays(1);
        for (var day = clock.DateAt(from).AddDays(-1); day <= last; day = day.AddDays(1))
        {
            foreach (var stretch in open(day).SelectMany(window => clock.Stretches(day, window)))
            {
                Join(found, stretch);
            }
        }

        return found;
    }

    /// <summary>Days that are open at midnight are one stretch.</summary>
    private static void Join(List<UtcInterval> found, UtcInterval stretch)
    {
        var last = found.Count - 1;
        if (last >= 0 && found[last].To >= stretch.From)
        {
            found[last] = new UtcInterval(found[last].From, stretch.To);
        }
        else
        {
            found.Add(stretch);
        }
    }

    private static List<UtcInterval> Intersect(IReadOnlyList<UtcInterval> left, IReadOnlyList<UtcInterval> right)
    {
        var common = new List<UtcInterval>();
        foreach (var a in left)
        {
            foreach (var b in right)
            {
                var from = a.From > b.From ? a.From : b.From;
                var to = a.To < b.To ? a.To : b.To;
                if (from < to)
                {
                    common.Add(new UtcInterval(from, to));
                }
            }
        }

        return common;
    }
}
