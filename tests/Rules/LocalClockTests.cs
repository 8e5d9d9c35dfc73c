using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Shared;
using Xunit;

namespace Crm.Extensions.Tests.Rules;

public class LocalClockTests
{
    private const string NewYork = "Eastern Standard Time";
    private const string Madrid = "Romance Standard Time";
    private const string Santiago = "Pacific SA Standard Time";

    [Theory]
    [InlineData(NewYork, "2026-11-01T01:30", "2026-11-01T05:30", "comes twice: the first")]
    [InlineData(NewYork, "2026-03-08T02:30", "2026-03-08T07:00", "skipped: the first moment after the gap")]
    [InlineData(Santiago, "2026-09-06T00:00", "2026-09-06T04:00", "midnight itself is skipped")]
    [InlineData(Madrid, "2028-02-29T12:00", "2028-02-29T11:00", "leap day")]
    public void A_local_time_has_one_instant_also_on_the_night_of_a_time_change(string zone, string local, string utc, string because)
    {
        Assert.NotEmpty(because);
        Assert.Equal(Time(utc), LocalClock.Find(zone)!.ToUtc(Time(local)));
    }

    [Theory]
    [InlineData(NewYork, "2026-11-01", "01:00-02:00", 120, "the hour that comes twice")]
    [InlineData(NewYork, "2026-03-08", "02:00-03:00", 0, "the hour that is skipped")]
    [InlineData(NewYork, "2026-03-08", "01:30-03:30", 60, "half before, half after the gap")]
    [InlineData(NewYork, "2026-03-08", "00:00-24:00", 23 * 60, "a short day")]
    [InlineData(NewYork, "2026-11-01", "00:00-24:00", 25 * 60, "a long day")]
    [InlineData(Santiago, "2026-09-06", "00:00-24:00", 23 * 60, "a day without midnight")]
    [InlineData(Madrid, "2026-06-01", "07:00-19:00", 12 * 60, "an ordinary day")]
    public void A_window_lasts_as_long_as_the_clock_shows_it(string zone, string day, string window, int minutes, string because)
    {
        Assert.NotEmpty(because);
        Assert.True(DayWindow.TryParse(window, out var hours));
        var stretches = LocalClock.Find(zone)!.Stretches(Judged.Day(day), hours);

        Assert.Equal(minutes, stretches.Sum(stretch => (stretch.To - stretch.From).TotalMinutes));
    }

    [Fact]
    public void The_first_permitted_instant_after_a_skipped_window_is_the_next_days()
    {
        DayWindow.TryParse("02:15-02:45", out var window);
        var windows = new PermittedWindows([LocalClock.Find(NewYork)!], _ => [window]);

        Assert.Equal(Time("2026-03-09T06:15"), windows.FirstFrom(Time("2026-03-08T05:00"), 5));
        Assert.Empty(windows.Between(Time("2026-03-08T05:00"), Time("2026-03-09T05:00")));
    }

    [Fact]
    public void Several_clocks_leave_only_what_suits_them_all()
    {
        DayWindow.TryParse("07:00-19:00", out var window);
        var windows = new PermittedWindows([LocalClock.Find(NewYork)!, LocalClock.Find(Madrid)!], _ => [window]);

        var common = Assert.Single(windows.Between(Time("2026-06-01T00:00"), Time("2026-06-02T00:00")));

        Assert.Equal(Time("2026-06-01T11:00"), common.From);
        Assert.Equal(Time("2026-06-01T17:00"), common.To);
    }

    [Fact]
    public void An_unknown_zone_is_no_clock() => Assert.Null(LocalClock.Find("Nowhere Standard Time"));

    [Fact]
    public void Every_time_zone_number_of_the_platform_but_the_abandoned_ones_tells_the_time()
    {
        var unknown = Enumerable.Range(0, 400).Select(code => TimeZoneCodes.WindowsId(code)).OfType<string>().Where(id => LocalClock.Find(id) is null);

        Assert.Empty(unknown.Except(["Mid-Atlantic Standard Time", "Kamchatka Standard Time"]));
        Assert.Equal("SA Pacific Standard Time", TimeZoneCodes.WindowsId(45));
        Assert.Equal("Central Standard Time (Mexico)", TimeZoneCodes.WindowsId(29));
        Assert.Null(TimeZoneCodes.WindowsId(null));
        Assert.Null(TimeZoneCodes.WindowsId(-7));
    }

    [Fact]
    public void In_every_zone_each_day_lasts_from_its_first_moment_to_the_next_days()
    {
        var wrong = Clocks.SelectMany(clock => Days.Where(day =>
        {
            var length = clock.StartOf(day.AddDays(1)) - clock.StartOf(day);
            var shown = clock.Stretches(day, DayWindow.WholeDay[0]).Sum(stretch => (stretch.To - stretch.From).TotalMinutes);
            return length.TotalMinutes != shown || clock.DateAt(clock.StartOf(day)) != day || clock.DateAt(clock.StartOf(day).AddTicks(-1)) != day.AddDays(-1);
        }).Select(day => clock.Id + " " + day));

        Assert.Empty(wrong);
    }

    [Fact]
    public void In_every_zone_a_local_time_leads_back_to_its_instant_or_to_the_first_that_shows_it()
    {
        var wrong = Clocks.SelectMany(clock => Days.SelectMany(day => Enumerable.Range(0, 8).Select(part => clock.StartOf(day).AddMinutes(part * 173))).Where(utc =>
        {
            var back = clock.ToUtc(clock.ToLocal(utc));
            return back > utc || clock.ToLocal(back) != clock.ToLocal(utc) || (back < utc && clock.OffsetAt(back) == clock.OffsetAt(utc));
        }).Select(utc => clock.Id + " " + utc.ToString("u", CultureInfo.InvariantCulture)));

        Assert.Empty(wrong);
    }

    /// <summary>Every zone of the platform.</summary>
    private static IEnumerable<LocalClock> Clocks =>
        Enumerable.Range(0, 400).Select(code => TimeZoneCodes.WindowsId(code)).OfType<string>().Distinct().Select(LocalClock.Find).OfType<LocalClock>();

    /// <summary>Two years with a leap day in them, and both time changes of each.</summary>
    private static IEnumerable<CalendarDate> Days => Enumerable.Range(0, 730).Select(new CalendarDate(2027, 1, 1).AddDays);

    private static DateTime Time(string text) => DateTime.SpecifyKind(DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.None), DateTimeKind.Utc);
}
