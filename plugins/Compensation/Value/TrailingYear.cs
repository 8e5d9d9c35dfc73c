using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Value;

/// <summary>The twelve months that end with a day, that day included.</summary>
/// <remarks>
/// From the day after the same day of the year before. Years that end with February begin with March, whether the last day was the 28th or the 29th,
/// so that closings at the end of a month neither overlap nor leave a day out.
/// </remarks>
internal readonly struct TrailingYear
{
    public TrailingYear(CalendarDate last)
    {
        Last = last;
        var afterYearAgo = CalendarDate.Of(last.Midnight.AddYears(-1)).AddDays(1);
        var yearBeforeNext = CalendarDate.Of(last.AddDays(1).Midnight.AddYears(-1));
        First = afterYearAgo > yearBeforeNext ? afterYearAgo : yearBeforeNext;
    }

    public CalendarDate First { get; }

    public CalendarDate Last { get; }

    public bool Holds(CalendarDate day) => First <= day && day <= Last;
}
