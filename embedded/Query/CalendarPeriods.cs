using System;
using Crm.Extensions.Embedded.Metadata;

namespace Crm.Extensions.Embedded.Query;

/// <summary>Turns the caller's calendar days into the stored values of a date column, so that "today" means his today.</summary>
/// <remarks>User-local columns are stored in UTC; date-only and time-zone-independent ones are compared as they are.</remarks>
internal sealed class CalendarPeriods(QueryCaller caller, DateBehavior behavior)
{
    /// <summary>Today's date where the caller is.</summary>
    public DateTime Today { get; } = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(caller.Now, DateTimeKind.Utc), caller.TimeZone).Date;

    /// <summary>This moment, as the column would store it.</summary>
    public DateTime Now => behavior switch
    {
        DateBehavior.UserLocal => caller.Now,
        DateBehavior.DateOnly => Today,
        _ => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(caller.Now, DateTimeKind.Utc), caller.TimeZone),
    };

    /// <summary>First day of the caller's week.</summary>
    public DateTime Week => Today.AddDays(-(((int)Today.DayOfWeek - (int)caller.WeekStart + 7) % 7));

    public DateTime Month => new(Today.Year, Today.Month, 1);

    public DateTime Year => new(Today.Year, 1, 1);

    /// <summary>The stored value at which a calendar day of the caller begins.</summary>
    public DateTime Start(DateTime day) => behavior == DateBehavior.UserLocal ? ToUtc(day.Date, caller.TimeZone) : day.Date;

    /// <summary>The caller's calendar day of a given moment: UTC is converted, anything else is taken as it stands.</summary>
    public DateTime DayOf(DateTime moment) => behavior == DateBehavior.UserLocal && moment.Kind != DateTimeKind.Unspecified
        ? TimeZoneInfo.ConvertTimeFromUtc(moment.ToUniversalTime(), caller.TimeZone).Date
        : moment.Date;

    /// <summary>Local to UTC; a time that the spring change skips is taken as the first that exists after it.</summary>
    internal static DateTime ToUtc(DateTime local, TimeZoneInfo zone)
    {
        var time = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(time)) time = time.AddMinutes(15);
        return TimeZoneInfo.ConvertTimeToUtc(time, zone);
    }
}
