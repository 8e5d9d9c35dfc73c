using System;

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
        date = default;
        if (text is not { Length: 10 } || text[4] != '-' || text[7] != '-') return false;
        if (Digits(text, 0, 4) is not (> 0 and var year) || Digits(text, 5, 2) is not (>= 1 and <= 12 and var month)) return false;
        if (Digits(text, 8, 2) is not (>= 1 and var day) || day > DateTime.DaysInMonth(year, month)) return false;
        date = new CalendarDate(year, month, day);
        return true;
    }

    private static int Digits(string text, int from, int count)
    {
        var number = 0;
        for (var index = from; index < from + count; index++)
        {
            if (text[index] is not (>= '0' and <= '9')) return -1;
            number = (number * 10) + (text[index] - '0');
        }

        return number;
    }

    public CalendarDate AddDays(int days) => new(dayNumber + days);

    public int DaysUntil(CalendarDate later) => later.dayNumber - dayNumber;

    public int CompareTo(CalendarDate other) => dayNumber.CompareTo(other.dayNumber);

    public bool Equals(CalendarDate other) => dayNumber == other.dayNumber;

    public override bool Equals(object? obj) => obj is CalendarDate other && Equals(other);

    public override int GetHashCode() => dayNumber;

    /// <summary>yyyy-MM-dd.</summary>
    public override string ToString()
    {
        var day = Midnight;
        var letters = new char[10];
        Write(letters, 0, 4, day.Year);
        letters[4] = '-';
        Write(letters, 5, 2, day.Month);
        letters[7] = '-';
        Write(letters, 8, 2, day.Day);
        return new string(letters);
    }

    private static void Write(char[] letters, int from, int count, int number)
    {
        for (var index = from + count - 1; index >= from; index--)
        {
            letters[index] = (char)('0' + (number % 10));
            number /= 10;
        }
    }

    public static bool operator ==(CalendarDate left, CalendarDate right) => left.Equals(right);

    public static bool operator !=(CalendarDate left, CalendarDate right) => !left.Equals(right);

    public static bool operator <(CalendarDate left, CalendarDate right) => left.dayNumber < right.dayNumber;

    public static bool operator >(CalendarDate left, CalendarDate right) => left.dayNumber > right.dayNumber;

    public static bool operator <=(CalendarDate left, CalendarDate right) => left.dayNumber <= right.dayNumber;

    public static bool operator >=(CalendarDate left, CalendarDate right) => left.dayNumber >= right.dayNumber;
}
