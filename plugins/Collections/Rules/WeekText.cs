using System;
using System.Collections.Generic;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>Reads a week as people write it: <c>monday-friday 08:00-12:00 14:00-18:00; saturday 09:00-13:00; sunday none</c>.</summary>
internal static class WeekText
{
    private static readonly string[] Days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    /// <summary>The number of a weekday's English name, 0 = Sunday; -1 where there is no such day.</summary>
    public static int IndexOf(string day) => Array.FindIndex(Days, name => string.Equals(name, day, StringComparison.OrdinalIgnoreCase));

    /// <param name="week">By <see cref="DayOfWeek"/>; null for days not named.</param>
    public static bool TryRead(string text, out IReadOnlyList<DayWindow>?[] week)
    {
        week = new IReadOnlyList<DayWindow>?[7];
        foreach (var part in text.Split([';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var words = part.Split([' '], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length < 2 || !TryDays(words[0], out var first, out var last) || !TryWindows(words, out var windows))
            {
                return false;
            }

            for (var day = first; ; day = (day + 1) % 7)
            {
                week[day] = windows;
                if (day == last)
                {
                    break;
                }
            }
        }

        return true;
    }

    private static bool TryDays(string text, out int first, out int last)
    {
        var ends = text.Split('-');
        first = IndexOf(ends[0]);
        last = IndexOf(ends[ends.Length - 1]);
        return ends.Length <= 2 && first >= 0 && last >= 0;
    }

    private static bool TryWindows(string[] words, out IReadOnlyList<DayWindow> windows)
    {
        windows = DayWindow.None;
        if (words.Length == 2 && string.Equals(words[1], "none", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        for (var i = 1; i < words.Length; i++)
        {
            if (!DayWindow.TryParse(words[i], out var window))
            {
                return false;
            }

            windows = DayWindow.Union(windows, [window]);
        }

        return true;
    }
}
