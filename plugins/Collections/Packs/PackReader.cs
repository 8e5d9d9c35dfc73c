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
    /// <returns>The country's pack, and behind it one for each of its states.</returns>
    /// <exception cref="FormatException">A value cannot be understood; the message names it.</exception>
    public static IReadOnlyList<CountryPack> Read(Stream json)
    {
        var file = (PackFile)new DataContractJsonSerializer(typeof(PackFile)).ReadObject(json)!;
        var terms = new TermReader(file);
        var states = (file.States ?? []).Select(state => new PackState(state.Code, state.Names, Clocks(state.TimeZones))).ToList();
        var stateByName = states.SelectMany(state => state.Names.Select(PackState.Plain).Concat([state.Code]).Distinct(), (state, name) => new { state, name })
            .ToDictionary(pair => pair.name, pair => pair.state, StringComparer.Ordinal);
        var holidays = CalendarReader.PublicHolidays(file);
        var bankHolidays = CalendarReader.BankHolidays(file);
        return [Build(null), .. states.Select(Build)];

        CountryPack Build(PackState? state) => new()
        {
            Country = file.Country,
            State = state?.Code ?? "",
            States = states,
            StateByName = stateByName,
            EnglishName = file.EnglishName,
            SpanishName = file.SpanishName,
            Version = state is null ? file.Version : file.Version + "/" + state.Code,
            Clocks = state?.Clocks ?? Clocks(file.TimeZones),
            Exemptions = [.. file.Exemptions.Select(exemption => new Exemption(Word<Purpose>(exemption.Purpose), terms.Source(exemption.Source)))],
            Hours = [.. OfState(file.Hours, state).Select(hours => HoursOf(hours)).OrderBy(hours => hours.Source.IsLaw ? 0 : 1)],
            Caps = [.. OfState(file.Caps, state).Select(terms.Cap).OrderBy(cap => cap.Source.IsLaw ? 0 : 1)],
            Rests = [.. OfState(file.Rests ?? [], state).Select(terms.Rest).OrderBy(rest => rest.Source.IsLaw ? 0 : 1)],
            ForbiddenChannels = [.. OfState(file.ForbiddenChannels, state).Select(terms.Forbidden)],
            HoursWaiver = terms.Optional(file.HoursWaiver),
            OptOut = terms.Source(file.OptOut),
            CustomerWindow = terms.Source(file.CustomerWindow),
            ChannelAuthorisation = terms.Source(file.ChannelAuthorisation),
            NoOffersInService = terms.Optional(file.NoOffersInService),
            AllowedRoles = [.. file.Roles.Select(terms.Role)],
            Settlement = terms.Settlement(),
            Materialities = [.. file.Materiality.Select(value => new Materiality(value.Currency, value.Amount, terms.Source(value.Source)))],
            LimitDecreases = [.. file.LimitDecrease.Select(terms.LimitDecrease)],
            LimitIncreases = [.. file.LimitIncrease.Select(terms.LimitIncrease)],
            Blocks = [.. file.Block.Select(terms.Block)],
            Retentions = [.. file.Retention.Select(terms.Retention)],
            PublicHolidaySource = terms.Source(file.PublicHolidaySource),
            PublicHolidays = holidays,
            BankHolidays = bankHolidays,
            HistoryDays = terms.HistoryDays(),
            BankHolidaySource = terms.Source(file.BankHolidays.Source),
            DueDates = CalendarReader.DueDates(file, terms.Source),
        };

        PermittedHoursValue HoursOf(HoursFile hours) => new(terms.Scope(hours), terms.Source(hours.Source), Week(hours), hours.OpenOnHolidays)
        {
            Holidays = holidays,
            Waiver = terms.Optional(file.HoursWaiver),
        };
    }

    // a value of a state holds beside those of the whole country: the contact must suit both
    private static IEnumerable<T> OfState<T>(IEnumerable<T> values, PackState? state)
        where T : ScopeFile => values.Where(value => value.States is null || (state is not null && value.States.Contains(state.Code)));

    private static IReadOnlyList<LocalClock> Clocks(IEnumerable<string> zones) =>
        [.. zones.Select(id => LocalClock.Find(id) ?? throw new FormatException("Unknown time zone '" + id + "'."))];

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

    private static int Weekday(string text) =>
        WeekText.IndexOf(text) is var index and >= 0 ? index : throw new FormatException("Unknown weekday '" + text + "'.");

    private static DayWindow Window(string text) =>
        DayWindow.TryParse(text, out var window) ? window : throw new FormatException("Not a window of hours: '" + text + "'.");

    private static T Word<T>(string text)
        where T : struct, Enum => TermReader.Word<T>(text);
}
