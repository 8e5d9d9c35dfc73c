using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Value;

/// <summary>The twelve months that end with a day, that day included.</summary>
/// <remarks>From the day after the same day of the year before, so that years that follow each other neither overlap nor leave a day out, also in February.</remarks>
internal readonly struct TrailingYear
{
    public TrailingYear(CalendarDate last)
    {
        Last = last;
        First = CalendarDate.Of(last.AddDays(1).Midnight.AddYears(-1));
    }

    public CalendarDate First { get; }

    public CalendarDate Last { get; }

    public bool Holds(CalendarDate day) => First <= day && day <= Last;
}
