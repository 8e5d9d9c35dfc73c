using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Crm.Extensions.Tests.Rules;

/// <summary>What holds for every contact, history and policy; zones with daylight saving, date line and skipped midnights among them.</summary>
[Properties(Arbitrary = [typeof(Cases)], MaxTest = 300)]
public class CourtesyProperties
{
    [Property]
    public bool Nothing_allowed_lies_outside_the_laws_hours_on_any_clock(Case it)
    {
        var verdict = it.Judge();
        return !verdict.Allowed || it.Clocks.All(clock => LawOpen(it, clock.ToLocal(it.Request.AtUtc)));
    }

    [Property]
    public bool The_next_permitted_instant_is_permitted_itself(Case it)
    {
        var verdict = it.Judge();
        return verdict.NextAllowedAtUtc is not { } next || (next >= it.Request.AtUtc && it.At(next).Judge().Allowed);
    }

    [Property(MaxTest = 30)]
    public bool No_earlier_minute_is_permitted(Case it)
    {
        var verdict = it.Judge();
        var end = verdict.NextAllowedAtUtc ?? it.Request.AtUtc.AddDays(20);
        for (var at = it.Request.AtUtc; at < end; at = at.AddMinutes(7))
        {
            if (it.At(at).Judge().Allowed) return false;
        }

        return verdict.NextAllowedAtUtc is null || end == it.Request.AtUtc || !it.At(end.AddTicks(-1)).Judge().Allowed;
    }

    [Property]
    public bool Deciding_twice_gives_the_same_words(Case it) => VerdictJson.Write(it.Judge(), Language.English) == VerdictJson.Write(it.Judge(), Language.English);

    [Property]
    public bool A_tighter_policy_never_allows_more(Case it)
    {
        var tight = it with { Policy = it.Tightened };
        return !tight.Judge().Allowed || (it with { Policy = HousePolicy.LawEnforced }).Judge().Allowed;
    }

    [Property]
    public bool No_day_holds_more_contacts_than_its_cap(Case it)
    {
        if (!it.Judge().Allowed) return true;
        var caps = it.Pack.Caps.Where(value => value.RuleId == RuleIds.DailyCap && value.Scope.Covers(it.Request.Channel, it.Request.Purpose));
        return caps.All(cap => it.Clocks.All(clock =>
            !cap.Scope.HoldsOn(clock.DateAt(it.Request.AtUtc))
            || it.Customer.History.Count(attempt => cap.Counts(attempt, it.Request) && attempt.Reach > ContactReach.NotMade
                && clock.DateAt(attempt.AtUtc) == clock.DateAt(it.Request.AtUtc)) < cap.Max));
    }

    [Property]
    public bool The_windows_of_a_span_are_what_the_judge_permits(Case it)
    {
        var situation = new Situation(it.Request, it.Customer with { History = [] }, it.Pack, HousePolicy.LawEnforced);
        var windows = PermittedWindows.Of([new PermittedHours(), new PublicHolidays()], situation);
        var from = it.Request.AtUtc;
        var within = windows.Between(from, from.AddDays(4));
        return within.All(stretch => windows.Contains(stretch.From) && !(stretch.To < from.AddDays(4) && windows.Contains(stretch.To)))
            && Enumerable.Range(0, 96).Select(hour => from.AddHours(hour)).All(at => windows.Contains(at) == within.Any(stretch => stretch.From <= at && at < stretch.To));
    }

    private static bool LawOpen(Case it, DateTime local)
    {
        var day = CalendarDate.Of(local);
        return it.Pack.Hours.Where(value => value.Scope.Covers(it.Request.Channel, it.Request.Purpose) && value.Scope.HoldsOn(day)).All(value =>
            value.Week[(int)day.DayOfWeek].Any(window => window.Contains(local.TimeOfDay)) && (value.OpenOnHolidays || !value.Holidays.Contains(day)));
    }

    /// <summary>A contact with all that bears on it.</summary>
    public sealed record Case
    {
        internal ContactRequest Request { get; init; } = null!;

        internal CustomerContext Customer { get; init; } = null!;

        internal CountryPack Pack { get; init; } = null!;

        internal HousePolicy Policy { get; init; } = HousePolicy.LawEnforced;

        internal HousePolicy Tightened { get; init; } = HousePolicy.LawEnforced;

        internal IEnumerable<LocalClock> Clocks => Customer.TimeZoneIds.Select(id => LocalClock.Find(id)!);

        internal Verdict Judge() => ContactCourtesy.Judge(Request, Customer, Pack, Policy);

        internal Case At(DateTime utc) => this with { Request = Request with { AtUtc = utc } };

        public override string ToString() =>
            $"{Pack.Country} {Request.Channel} {Request.Purpose} {Request.AtUtc:u} in {string.Join(", ", Customer.TimeZoneIds)} after "
            + string.Join("; ", Customer.History.Select(attempt => $"{attempt.AtUtc:u} {attempt.Channel} {attempt.Purpose} {attempt.Reach}"));
    }

    public static class Cases
    {
        private static readonly string[] Packs = [.. CountryPacks.Countries, "BR-SP", "BR-RJ", "BR-AM", "ES-CN", "MX-BCN"];

        /// <summary>Every zone of the platform: half hours, both sides of the date line, midnights that are skipped.</summary>
        private static readonly string[] Zones =
            [.. Enumerable.Range(0, 400).Select(code => TimeZoneCodes.WindowsId(code)).OfType<string>().Distinct().Where(id => LocalClock.Find(id) is not null)];

        private static readonly Dictionary<string, DateTime[]> Edges = [];

        private static readonly string[] Weeks = ["monday-friday 09:00-17:00", "monday-sunday 10:00-11:30 16:00-16:01", "saturday none", "friday-tuesday 00:00-24:00"];

        public static Arbitrary<Case> Case() => Arb.From(
            from country in Gen.Elements(Packs)
            from zone in Gen.Elements(Zones)
            from second in Gen.Frequency((4, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>(Zones)))
            from at in Instant(zone)
            from channel in Gen.Elements(Enum.GetValues<Channel>())
            from purpose in Gen.Elements(Enum.GetValues<Purpose>())
            from history in Gen.Choose(0, 4).SelectMany(count => Gen.ArrayOf(Attempt(at), count))
            from wish in Gen.Frequency((3, Gen.Constant<Consent?>(null)), (1, Wish))
            from week in Gen.Elements(Weeks)
            from cap in Gen.Choose(0, 4)
            select new Case
            {
                Pack = CountryPacks.Find(country)!,
                Customer = new CustomerContext
                {
                    Key = "c",
                    TimeZoneIds = second is null ? [zone] : [zone, second],
                    History = history,
                    Consents = wish is null ? [] : [wish],
                },
                Request = new ContactRequest(channel, purpose, at, ContactPhase.Planned),
                Tightened = HousePolicy.Of(
                    RuleMode.Enforce,
                    [
                        new PolicyRow("", RuleIds.PermittedHours, week, null, null, null),
                        new PolicyRow("", RuleIds.DailyCap, cap.ToString(System.Globalization.CultureInfo.InvariantCulture), null, null, null),
                        new PolicyRow("", RuleIds.RestAfterConversation, "3", null, null, null),
                    ],
                    country[..2],
                    Judged.Day("2026-11-22")),
            });

        /// <summary>Any second of a few years, and often one at the edge of a day, a week, a leap day or one of the zone's own time changes.</summary>
        private static Gen<DateTime> Instant(string zone) => Gen.OneOf(
            Gen.Choose(0, 6 * 365 * 86400).Select(seconds => new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(seconds)),
            from day in Gen.Elements(EdgesOf(zone))
            from minutes in Gen.Choose(-1440, 2880)
            from edge in Gen.Elements(0L, -1L, 1L)
            select day.AddMinutes(minutes).AddTicks(edge));

        /// <summary>The days on which the zone's clock changes, leap days, a new year and a holiday that was moved.</summary>
        private static DateTime[] EdgesOf(string zone)
        {
            lock (Edges)
            {
                if (Edges.TryGetValue(zone, out var known)) return known;
                var clock = LocalClock.Find(zone)!;
                string[] always = ["2028-02-28", "2028-02-29", "2026-12-31", "2026-07-13", "2026-04-05"];
                return Edges[zone] =
                [
                    .. always.Select(day => DateTime.SpecifyKind(Judged.Day(day).Midnight, DateTimeKind.Utc)),
                    .. Enumerable.Range(0, 3 * 365).Select(day => new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(day))
                        .Where(day => clock.OffsetAt(day) != clock.OffsetAt(day.AddDays(1))),
                ];
            }
        }

        private static Gen<Consent?> Wish =>
            from start in Gen.Choose(0, 22)
            from hours in Gen.Choose(1, 10)
            select (Consent?)new Consent(ConsentKind.Preference, null, null) { Window = new DayWindow(start * 60, Math.Min(24, start + hours) * 60) };

        private static Gen<ContactAttempt> Attempt(DateTime around) =>
            from minutes in Gen.Choose(-12 * 1440, 12 * 1440)
            from channel in Gen.Elements(Enum.GetValues<Channel>())
            from purpose in Gen.Elements(Enum.GetValues<Purpose>())
            from reach in Gen.Elements(Enum.GetValues<ContactReach>())
            select new ContactAttempt(around.AddMinutes(minutes), channel, purpose, reach);
    }
}
