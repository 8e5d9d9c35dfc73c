using System;
using System.Globalization;

namespace Crm.Extensions.FakeXrmEasyTests;

/// <summary>Instants by the clock of Bogotá, which is five hours behind UTC all year.</summary>
/// <remarks>The plug-ins see the machine's clock here, so planned calls lie in the days to come and calls that were made in days gone by.</remarks>
internal static class Bogota
{
    private static readonly TimeSpan BehindUtc = TimeSpan.FromHours(5);

    /// <summary>On the next working day that lies at least two days ahead.</summary>
    internal static DateTime Coming(int hour, int minute) => Instant(WorkingDay(DateTime.UtcNow.Date.AddDays(2), 1), hour, minute);

    /// <summary>On the last working day that lies at least two days back.</summary>
    internal static DateTime Past(int hour, int minute) => Instant(WorkingDay(DateTime.UtcNow.Date.AddDays(-2), -1), hour, minute);

    private static DateTime Instant(DateTime day, int hour, int minute) =>
        DateTime.SpecifyKind(day.AddHours(hour).AddMinutes(minute) + BehindUtc, DateTimeKind.Utc);

    // Tuesdays and Wednesdays: holidays that move go to Mondays, those of Holy Week to Thursday and Friday; the fixed ones are named
    private static DateTime WorkingDay(DateTime day, int step)
    {
        while (day.DayOfWeek is not (DayOfWeek.Tuesday or DayOfWeek.Wednesday) || IsFixedHoliday(day)) day = day.AddDays(step);
        return day;
    }

    private static bool IsFixedHoliday(DateTime day) =>
        day.ToString("MM-dd", CultureInfo.InvariantCulture) is "01-01" or "05-01" or "07-20" or "08-07" or "12-08" or "12-25";
}
