using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization.Json;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections.Packs;

/// <summary>Turns a pack's JSON into the pack. What ships has passed the validator, so this stops at the first mistake.</summary>
internal static class PackReader
{
    private static readonly IReadOnlyList<Channel> EveryChannel = (Channel[])Enum.GetValues(typeof(Channel));

    /// <exception cref="FormatException">A value cannot be understood; the message names it.</exception>
    public static CountryPack Read(Stream json)
    {
        var file = (PackFile)new DataContractJsonSerializer(typeof(PackFile)).ReadObject(json)!;
        var sources = file.Sources.ToDictionary(source => source.Id, source => new RuleSource(source.Text, source.Law, source.Verified), StringComparer.Ordinal);
        RuleSource Source(string id) => sources.TryGetValue(id, out var source) ? source : throw new FormatException("Unknown source '" + id + "'.");
        Scope ScopeOf(ScopeFile scope) => new(
            [.. scope.Purposes.Select(Word<Purpose>)],
            scope.Channels is null ? EveryChannel : [.. scope.Channels.Select(Word<Channel>)],
            Day(scope.ValidFrom),
            Day(scope.ValidUntil));

        var publicHolidays = file.PublicHolidays.Select(Holiday).ToList();
        return new CountryPack
        {
            Country = file.Country,
            EnglishName = file.EnglishName,
            SpanishName = file.SpanishName,
            Version = file.Version,
            Clocks = [.. file.TimeZones.Select(id => LocalClock.Find(id) ?? throw new FormatException("Unknown time zone '" + id + "'."))],
            Exemptions = [.. file.Exemptions.Select(exemption => new Exemption(Word<Purpose>(exemption.Purpose), Source(exemption.Source)))],
            Hours = [.. file.Hours.Select(hours => new PermittedHoursValue(ScopeOf(hours), Source(hours.Source), Week(hours), hours.OpenOnHolidays))],
            Caps =
            [
                .. file.Caps.Select(cap => new CapValue(
                    cap.Rule, cap.Max, Word<ContactReach>(cap.CountsFrom), [.. cap.Counted.Select(Word<Purpose>)], ScopeOf(cap), Source(cap.Source))),
            ],
            ForbiddenChannels = [.. file.ForbiddenChannels.Select(channel => new ForbiddenChannel(ScopeOf(channel), Source(channel.Source)))],
            HoursWaiver = file.HoursWaiver is null ? null : Source(file.HoursWaiver),
            OptOut = Source(file.OptOut),
            CustomerWindow = Source(file.CustomerWindow),
            ChannelAuthorisation = Source(file.ChannelAuthorisation),
            PublicHolidaySource = Source(file.PublicHolidaySource),
            PublicHolidays = new HolidayCalendar(publicHolidays),
            BankHolidays = new HolidayCalendar([.. publicHolidays, .. file.FurtherBankHolidays.Select(Holiday)]),
        };
    }

    private static IReadOnlyList<DayWindow>[] Week(HoursFile hours)
    {
        var week = Enumerable.Repeat(DayWindow.None, 7).ToArray();
        foreach (var open in hours.Open)
        {
            foreach (var day in open.Days)
            {
                week[Weekday(day)] = [.. open.Windows.Select(Window).OrderBy(window => window.From)];
            }
        }

        return week;
    }

    private static HolidayRule Holiday(HolidayFile file) => new(file.Name)
    {
        Month = file.Month,
        Day = file.Day,
        FromEaster = file.FromEaster,
        Ordinal = file.Ordinal,
        Weekday = file.Weekday is null ? DayOfWeek.Sunday : (DayOfWeek)Weekday(file.Weekday),
        MondayFrom = file.MondayFrom,
        FirstYear = file.FirstYear,
        LastYear = file.LastYear == 0 ? 9999 : file.LastYear,
        EveryYears = file.EveryYears == 0 ? 1 : file.EveryYears,
    };

    private static int Weekday(string text) =>
        WeekText.IndexOf(text) is var index and >= 0 ? index : throw new FormatException("Unknown weekday '" + text + "'.");

    private static DayWindow Window(string text) =>
        DayWindow.TryParse(text, out var window) ? window : throw new FormatException("Not a window of hours: '" + text + "'.");

    private static CalendarDate? Day(string? text) =>
        text is null ? null : CalendarDate.TryParse(text, out var day) ? day : throw new FormatException("Not a date: '" + text + "'.");

    private static T Word<T>(string text)
        where T : struct, Enum => Words.TryRead<T>(text, out var value) ? value : throw new FormatException("Unknown " + typeof(T).Name + " '" + text + "'.");
}
