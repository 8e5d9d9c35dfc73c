using System;
using System.Collections.Generic;
using Crm.Extensions.Shared;

namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>
/// Birth dates in the shapes in which people and systems write them: 1980-03-12, 19800312, 12/03/1980, 12.3.80, 12 de marzo de 1980, March 12, 1980,
/// with a time of day behind or not.
/// </summary>
internal static class DateReading
{
    private const int EarliestYear = 1880;

    /// <summary>No record is younger than this when nobody says what day it is.</summary>
    private static readonly CalendarDate Bound = new(2040, 12, 31);

    // "sep" and "set" are one; English and Spanish, Portuguese where it differs
    private static readonly Dictionary<string, int> Months = Index(
        "jan ene enero january janeiro", "feb febrero february fev fevereiro", "mar marzo march marco", "apr abr abril april", "may mayo maio mai", "jun junio june junho", "jul julio july julho",
        "aug ago agosto august", "sep set sept septiembre setiembre september setembro", "oct out octubre october outubro", "nov noviembre november novembro", "dec dic dez diciembre december dezembro");

    /// <summary>The day, or null; a day that can't be a birth date is marked.</summary>
    /// <param name="country">Decides between day and month where both are possible.</param>
    /// <param name="asOf">The present day; a later birth date is marked, and two digits of a year are of the hundred years before it.</param>
    public static CalendarDate? Read(string? text, string? country, CalendarDate? asOf, MarkSet marks)
    {
        if (text is null) return null;

        var today = asOf ?? Bound;
        if (Parse(text, country, today) is not { } day)
        {
            marks.Add(Mark.BirthDateInvalid);
            return null;
        }

        if (day > today)
        {
            marks.Add(Mark.BirthDateFuture);
            return null;
        }

        // 1900-01-01 and 1899-12-30 are where calendars of programs begin
        if ((day.Year == 1900 && day.Month == 1 && day.Day == 1) || (day.Year == 1899 && day.Month == 12 && day.Day >= 30))
        {
            marks.Add(Mark.BirthDateImplausible);
            return null;
        }

        // nobody alive is so old; but registers of the dead exist, and there it is evidence like another
        if (day.Year < EarliestYear) marks.Add(Mark.BirthDateImplausible);

        return day;
    }

    private static CalendarDate? Parse(string text, string? country, CalendarDate today)
    {
        // three groups of digits, or of letters for the month; a fourth is the time of day
        int first = -1, second = -1, third = -1, month = -1, monthAt = -1;
        int firstLength = 0, thirdLength = 0;
        var groups = 0;
        for (var at = 0; at < text.Length && groups < 3;)
        {
            var start = at;
            if (text[at] is >= '0' and <= '9')
            {
                while (at < text.Length && text[at] is >= '0' and <= '9')
                {
                    at++;
                }

                if (at - start > 8) return null;
                var value = Number(text, start, at);
                groups++;
                switch (groups)
                {
                    case 1 when at - start == 8:
                        return Compact(value);
                    case 1:
                        first = value;
                        firstLength = at - start;
                        break;
                    case 2:
                        second = value;
                        break;
                    default:
                        third = value;
                        thirdLength = at - start;
                        break;
                }
            }
            else if (char.IsLetter(text[at]))
            {
                while (at < text.Length && char.IsLetter(text[at]))
                {
                    at++;
                }

                if (month < 0 && MonthOf(text, start, at) is var named and > 0)
                {
                    month = named;
                    monthAt = groups;
                }
            }
            else
            {
                at++;
            }

            if (month > 0 && groups == 2) break;
        }

        if (month > 0) return groups == 2 ? Named(first, firstLength, second, month, monthAt, today) : null;
        if (groups < 3) return null;
        if (firstLength == 4) return Day(first, second, third) ?? Day(first, third, second);
        if (thirdLength > 4 || firstLength > 2) return null;

        var year = thirdLength <= 2 ? Century(third, today) : third;
        var monthFirst = country is "US" or "PR";
        return (monthFirst ? Day(year, first, second) : Day(year, second, first)) ?? (monthFirst ? Day(year, second, first) : Day(year, first, second));
    }

    // "12 de marzo de 1980", "March 12, 1980", "1980 March 12"
    private static CalendarDate? Named(int first, int firstLength, int second, int month, int monthAt, CalendarDate today) =>
        firstLength == 4 ? Day(first, month, second) : monthAt > 1 ? null : Day(second < 100 ? Century(second, today) : second, month, first);

    // yyyymmdd, else ddmmyyyy
    private static CalendarDate? Compact(int digits) =>
        digits / 10000 is >= 1000 and <= 2999 && Day(digits / 10000, digits / 100 % 100, digits % 100) is { } day
            ? day
            : Day(digits % 10000, digits / 10000 % 100, digits / 1000000);

    private static int Century(int year, CalendarDate today)
    {
        var full = today.Year / 100 * 100 + year;
        return full > today.Year ? full - 100 : full;
    }

    private static CalendarDate? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new CalendarDate(year, month, day) : null;

    private static int Number(string text, int start, int end)
    {
        var value = 0;
        for (var at = start; at < end; at++)
        {
            value = 10 * value + (text[at] - '0');
        }

        return value;
    }

    private static int MonthOf(string text, int start, int end)
    {
        if (end - start > 12) return 0;

        var word = Folding.Phrase(text.Substring(start, end - start));
        return word is not null && Months.TryGetValue(word, out var month) ? month : 0;
    }

    private static Dictionary<string, int> Index(params string[] names)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var month = 1; month <= names.Length; month++)
        {
            foreach (var name in names[month - 1].Split(' '))
            {
                index[name] = month;
            }
        }

        return index;
    }
}
