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
}
