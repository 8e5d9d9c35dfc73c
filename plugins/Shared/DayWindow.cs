using System;
using System.Collections.Generic;
using System.Globalization;

namespace Crm.Extensions.Shared;

/// <summary>A stretch of one local day, half-open: <c>07:00-19:00</c> holds 18:59:59.9 and not 19:00:00.</summary>
/// <param name="From">Minutes after midnight, 0 to 1439.</param>
/// <param name="To">Minutes after midnight, greater than <paramref name="From"/>, at most 1440.</param>
internal sealed record DayWindow(int From, int To)
{
    private const int MinutesOfDay = 24 * 60;

    public static readonly IReadOnlyList<DayWindow> None = [];

    public static readonly IReadOnlyList<DayWindow> WholeDay = [new DayWindow(0, MinutesOfDay)];

    public bool Contains(TimeSpan timeOfDay) => timeOfDay.Ticks >= From * TimeSpan.TicksPerMinute && timeOfDay.Ticks < To * TimeSpan.TicksPerMinute;

    /// <summary>Reads <c>HH:mm-HH:mm</c>; 24:00 is the end of the day.</summary>
    public static bool TryParse(string? text, out DayWindow window)
    {
        window = new DayWindow(0, 0);
        var parts = (text ?? "").Split('-');
        if (parts.Length != 2 || !TryParseMinutes(parts[0].Trim(), out var from) || !TryParseMinutes(parts[1].Trim(), out var to) || from >= to)
        {
            return false;
        }

        window = new DayWindow(from, to);
        return true;
    }

    /// <summary>Reads <c>HH:mm</c>, 00:00 to 24:00, as minutes after midnight.</summary>
    public static bool TryParseMinutes(string? text, out int minutes)
    {
        minutes = 0;
        if (text is null || text.Length != 5 || text[2] != ':'
            || !int.TryParse(text.Substring(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            || !int.TryParse(text.Substring(3, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var minute)
            || minute > 59)
        {
            return false;
        }

        minutes = (hour * 60) + minute;
        return minutes <= MinutesOfDay;
    }

    /// <summary>What both lists permit. Each list is in order and free of overlaps; so is the result.</summary>
    public static IReadOnlyList<DayWindow> Intersect(IReadOnlyList<DayWindow> left, IReadOnlyList<DayWindow> right)
    {
        var common = new List<DayWindow>();
        foreach (var a in left)
        {
            foreach (var b in right)
            {
                var from = Math.Max(a.From, b.From);
                var to = Math.Min(a.To, b.To);
                if (from < to)
                {
                    common.Add(new DayWindow(from, to));
                }
            }
        }

        return common;
    }

    /// <summary>What either list permits, in order and free of overlaps.</summary>
    public static IReadOnlyList<DayWindow> Union(IReadOnlyList<DayWindow> left, IReadOnlyList<DayWindow> right)
    {
        var all = new List<DayWindow>(left);
        all.AddRange(right);
        all.Sort((a, b) => a.From.CompareTo(b.From));
        var joined = new List<DayWindow>();
        foreach (var window in all)
        {
            var last = joined.Count - 1;
            if (last >= 0 && window.From <= joined[last].To)
            {
                joined[last] = new DayWindow(joined[last].From, Math.Max(joined[last].To, window.To));
            }
            else
            {
                joined.Add(window);
            }
        }

        return joined;
    }

    public override string ToString() => Clock(From) + "-" + Clock(To);

    private static string Clock(int minutes) => string.Format(CultureInfo.InvariantCulture, "{0:00}:{1:00}", minutes / 60, minutes % 60);
}
