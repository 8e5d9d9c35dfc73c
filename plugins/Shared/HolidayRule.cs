using System;
using System.Collections.Generic;

namespace Crm.Extensions.Shared;

/// <summary>One holiday of a country, by the rule that the law gives for it.</summary>
internal sealed record HolidayRule(string Name)
{
    /// <summary>Month 1 to 12; 0 for a holiday that hangs on Easter or on the solstice.</summary>
    public int Month { get; init; }

    /// <summary>Day of the month; 0 where <see cref="Ordinal"/> counts weekdays.</summary>
    public int Day { get; init; }

    /// <summary>Days after Easter Sunday (negative: before it); used where <see cref="Month"/> is 0.</summary>
    public int FromEaster { get; init; }

    /// <summary>The day of the June solstice on a clock so many hours ahead of UTC; null: not kept on the solstice.</summary>
    public int? SolsticeUtcOffset { get; init; }

    /// <summary>1 to 4: the first to fourth <see cref="Weekday"/> of the month; -1: its last; 0: a fixed day.</summary>
    public int Ordinal { get; init; }

    public DayOfWeek Weekday { get; init; }

    /// <summary>Where it is moved when it falls on certain weekdays.</summary>
    public HolidayShift Shift { get; init; } = HolidayShift.None;

    /// <summary>The first year in which it is moved.</summary>
    public int ShiftFrom { get; init; }

    /// <summary>A holiday that is moved is kept on its own day too.</summary>
    public bool KeepsOwnDay { get; init; }

    /// <summary>The name on the day to which it is moved.</summary>
    public string ObservedName { get; init; } = Name + " (observado)";

    /// <summary>The weekdays on which it must fall to be kept at all; empty: any.</summary>
    public IReadOnlyList<DayOfWeek> OnlyOn { get; init; } = [];

    public int FirstYear { get; init; }

    public int LastYear { get; init; } = 9999;

    /// <summary>Kept every so many years, counted from <see cref="FirstYear"/> (backwards from <see cref="LastYear"/> where that alone is given).</summary>
    public int EveryYears { get; init; } = 1;

    /// <summary>Years in which something else was decreed.</summary>
    public IReadOnlyList<int> NotIn { get; init; } = [];

    /// <summary>The days on which a year's holiday is kept; one that is moved off the year's end or beginning lies in another year.</summary>
    public IEnumerable<Holiday> Of(int year)
    {
        if (!IsKeptIn(year))
        {
            yield break;
        }

        var own = OwnDay(year);
        if (OnlyOn.Count > 0 && !Holds(OnlyOn, own.DayOfWeek))
        {
            yield break;
        }

        var moved = year < ShiftFrom ? own : Shift.Move(own);
        if (moved == own || KeepsOwnDay)
        {
            yield return new Holiday(own, Name);
        }

        if (moved != own)
        {
            yield return new Holiday(moved, ObservedName);
        }
    }

    private bool IsKeptIn(int year) =>
        year >= FirstYear && year <= LastYear && (FirstYear > 0 ? year - FirstYear : LastYear - year) % EveryYears == 0 && !Holds(NotIn, year);

    private CalendarDate OwnDay(int year)
    {
        if (SolsticeUtcOffset is { } offset)
        {
            return CalendarDate.Of(Solstice.JuneUtc(year).AddHours(offset));
        }

        if (Month == 0)
        {
            return Easter.Of(year).AddDays(FromEaster);
        }

        if (Ordinal == 0)
        {
            return new CalendarDate(year, Month, Day);
        }

        if (Ordinal < 0)
        {
            var last = new CalendarDate(year, Month, DateTime.DaysInMonth(year, Month));
            return last.AddDays(-(((int)last.DayOfWeek - (int)Weekday + 7) % 7));
        }

        var first = new CalendarDate(year, Month, 1);
        return first.AddDays((((int)Weekday - (int)first.DayOfWeek + 7) % 7) + (7 * (Ordinal - 1)));
    }

    private static bool Holds<T>(IReadOnlyList<T> values, T value)
    {
        foreach (var candidate in values)
        {
            if (EqualityComparer<T>.Default.Equals(candidate, value))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A day on which a holiday is kept.</summary>
/// <param name="Name">In the country's own language.</param>
internal sealed record Holiday(CalendarDate Date, string Name);
