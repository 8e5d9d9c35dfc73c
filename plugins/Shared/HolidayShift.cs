using System;
using System.Globalization;

namespace Crm.Extensions.Shared;

/// <summary>To what day a law moves a holiday, by the weekday on which it falls.</summary>
internal sealed class HolidayShift
{
    /// <summary>The word for <c>tuesday+6 wednesday+5 thursday+4 friday+3 saturday+2 sunday+1</c>: a Monday stays, every other day goes to the Monday after.</summary>
    public const string NextMondayWord = "next-monday";

    public static readonly HolidayShift None = new(new int[7]);

    private static readonly HolidayShift NextMonday = new([1, 0, 6, 5, 4, 3, 2]);

    // days to add, by DayOfWeek
    private readonly int[] offsets;

    private HolidayShift(int[] offsets) => this.offsets = offsets;

    public CalendarDate Move(CalendarDate day) => day.AddDays(offsets[(int)day.DayOfWeek]);

    /// <summary>
    /// Reads weekdays, each with the days to add or take away: <c>tuesday-1 wednesday-2 thursday+4 friday+3</c>; days that are not named stay.
    /// Also <see cref="NextMondayWord"/>.
    /// </summary>
    public static bool TryParse(string? text, out HolidayShift shift)
    {
        shift = NextMonday;
        if (text == NextMondayWord)
        {
            return true;
        }

        var offsets = new int[7];
        foreach (var part in (text ?? "").Split(' '))
        {
            var sign = part.IndexOfAny(['+', '-']);
            if (sign < 1
                || !Enum.TryParse<DayOfWeek>(part.Substring(0, sign), ignoreCase: true, out var weekday)
                || !int.TryParse(part.Substring(sign), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days)
                || days == 0
                || Math.Abs(days) > 6
                || offsets[(int)weekday] != 0)
            {
                shift = None;
                return false;
            }

            offsets[(int)weekday] = days;
        }

        shift = new HolidayShift(offsets);
        return true;
    }
}
