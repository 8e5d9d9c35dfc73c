using System;

namespace Crm.Extensions.Shared;

/// <summary>One holiday of a country, by the rule that the law gives for it.</summary>
internal sealed record HolidayRule(string Name)
{
    /// <summary>Suffix of a holiday kept on another day than its own.</summary>
    private const string Observed = " (observado)";

    /// <summary>Month 1 to 12; 0 for a holiday that hangs on Easter.</summary>
    public int Month { get; init; }

    /// <summary>Day of the month; 0 where <see cref="Ordinal"/> counts weekdays.</summary>
    public int Day { get; init; }

    /// <summary>Days after Easter Sunday (negative: before it); used where <see cref="Month"/> is 0.</summary>
    public int FromEaster { get; init; }

    /// <summary>1 to 4: the first to fourth <see cref="Weekday"/> of the month; 0: a fixed day.</summary>
    public int Ordinal { get; init; }

    public DayOfWeek Weekday { get; init; }

    /// <summary>From this year on the holiday is kept on the Monday that follows where it is not one; 0: never.</summary>
    public int MondayFrom { get; init; }

    public int FirstYear { get; init; }

    public int LastYear { get; init; } = 9999;

    /// <summary>Kept every so many years, counted from <see cref="FirstYear"/> (backwards from <see cref="LastYear"/> where that alone is given).</summary>
    public int EveryYears { get; init; } = 1;

    /// <summary>The day in a year, or null where it is not kept in that year.</summary>
    public Holiday? In(int year)
    {
        if (year < FirstYear || year > LastYear || ((FirstYear > 0 ? year - FirstYear : LastYear - year) % EveryYears) != 0)
        {
            return null;
        }

        var day = OwnDay(year);
        if (MondayFrom == 0 || year < MondayFrom || day.DayOfWeek == DayOfWeek.Monday)
        {
            return new Holiday(day, Name);
        }

        return new Holiday(day.Monday.AddDays(7), Name + Observed);
    }

    private CalendarDate OwnDay(int year)
    {
        if (Month == 0)
        {
            return Easter.Of(year).AddDays(FromEaster);
        }

        if (Ordinal == 0)
        {
            return new CalendarDate(year, Month, Day);
        }

        var first = new CalendarDate(year, Month, 1);
        return first.AddDays((((int)Weekday - (int)first.DayOfWeek + 7) % 7) + (7 * (Ordinal - 1)));
    }
}

/// <summary>A day on which a holiday is kept.</summary>
/// <param name="Name">In the country's own language.</param>
internal sealed record Holiday(CalendarDate Date, string Name);
