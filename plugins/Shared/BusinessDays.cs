using System;

namespace Crm.Extensions.Shared;

/// <summary>Days on which a bank works: no Saturday, no Sunday, no holiday of its calendar.</summary>
internal sealed class BusinessDays
{
    private readonly HolidayCalendar holidays;

    public BusinessDays(HolidayCalendar holidays) => this.holidays = holidays;

    public bool Contains(CalendarDate date) => date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(date);

    /// <summary>The day itself where it is a business day, else the next one (convention "following").</summary>
    public CalendarDate OnOrAfter(CalendarDate date)
    {
        while (!Contains(date))
        {
            date = date.AddDays(1);
        }

        return date;
    }

    /// <summary>The day itself where it is a business day, else the last one before (convention "preceding").</summary>
    public CalendarDate OnOrBefore(CalendarDate date)
    {
        while (!Contains(date))
        {
            date = date.AddDays(-1);
        }

        return date;
    }

    /// <summary>So many business days later (earlier, where negative); 0 gives the day itself or the next business day.</summary>
    public CalendarDate Add(CalendarDate date, int days)
    {
        if (days == 0)
        {
            return OnOrAfter(date);
        }

        var step = Math.Sign(days);
        for (var left = Math.Abs(days); left > 0;)
        {
            date = date.AddDays(step);
            left -= Contains(date) ? 1 : 0;
        }

        return date;
    }

    /// <summary>The last business day of a month.</summary>
    public CalendarDate LastOfMonth(int year, int month) => OnOrBefore(new CalendarDate(year, month, DateTime.DaysInMonth(year, month)));

    /// <summary>The first business day of a month.</summary>
    public CalendarDate FirstOfMonth(int year, int month) => OnOrAfter(new CalendarDate(year, month, 1));

    /// <summary>The number of business days after <paramref name="from"/> up to and with <paramref name="to"/>; negative where that lies before.</summary>
    public int Between(CalendarDate from, CalendarDate to)
    {
        if (to < from)
        {
            return -Between(to, from);
        }

        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            count += Contains(day) ? 1 : 0;
        }

        return count;
    }
}
