using System;
using System.Globalization;

namespace Crm.Extensions.Shared;

/// <summary>A day of the Gregorian calendar, without time and without zone.</summary>
internal readonly struct CalendarDate : IEquatable<CalendarDate>, IComparable<CalendarDate>
{
    private readonly int dayNumber;

    private CalendarDate(int dayNumber) => this.dayNumber = dayNumber;

    /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
    public CalendarDate(int year, int month, int day)
        : this((int)(new DateTime(year, month, day).Ticks / TimeSpan.TicksPerDay))
    {
    }

    public int Year => Midnight.Year;

    public int Month => Midnight.Month;

    public int Day => Midnight.Day;

    public DayOfWeek DayOfWeek => Midnight.DayOfWeek;

    /// <summary>The day's first moment as an unspecified (local) time.</summary>
    public DateTime Midnight => new(dayNumber * TimeSpan.TicksPerDay, DateTimeKind.Unspecified);

    /// <summary>The Monday of the week (Monday to Sunday) that holds this day.</summary>
    public CalendarDate Monday => AddDays(-(((int)DayOfWeek + 6) % 7));

    /// <summary>The day on which a local time falls; its kind is ignored.</summary>
    public static CalendarDate Of(DateTime local) => new((int)(local.Ticks / TimeSpan.TicksPerDay));

    /// <summary>Reads yyyy-MM-dd.</summary>
    public static bool TryParse(string? text, out CalendarDate date)
    {
        var read = DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value);
        date = read ? Of(value) : default;
        return read;
    }

    public CalendarDate AddDays(int days) => new(dayNumber + days);

    public int DaysUntil(CalendarDate later) => later.dayNumber - dayNumber;

    public int CompareTo(CalendarDate other) => dayNumber.CompareTo(other.dayNumber);

    public bool Equals(CalendarDate other) => dayNumber == other.dayNumber;

    public override bool Equals(object? obj) => obj is CalendarDate other && Equals(other);

    public override int GetHashCode() => dayNumber;

    /// <summary>yyyy-MM-dd.</summary>
    public override string ToString() => Midnight.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static bool operator ==(CalendarDate left, CalendarDate right) => left.Equals(right);

    public static bool operator !=(CalendarDate left, CalendarDate right) => !left.Equals(right);

    public static bool operator <(CalendarDate left, CalendarDate right) => left.dayNumber < right.dayNumber;

    public static bool operator >(CalendarDate left, CalendarDate right) => left.dayNumber > right.dayNumber;

    public static bool operator <=(CalendarDate left, CalendarDate right) => left.dayNumber <= right.dayNumber;

    public static bool operator >=(CalendarDate left, CalendarDate right) => left.dayNumber >= right.dayNumber;
}
