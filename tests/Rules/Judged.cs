using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Tests.Rules;

/// <summary>Contacts as the tables write them, judged by the rules that ship.</summary>
internal static class Judged
{
    public const string Bogota = "SA Pacific Standard Time";
    public const string MexicoCity = "Central Standard Time (Mexico)";

    public static DateTime Utc(string local, string zone) =>
        LocalClock.Find(zone)!.ToUtc(DateTime.Parse(local, CultureInfo.InvariantCulture, DateTimeStyles.None));

    public static CalendarDate Day(string text) => CalendarDate.TryParse(text, out var day) ? day : throw new FormatException(text);

    public static string ZoneOf(string country) => country == "CO" ? Bogota : MexicoCity;

    /// <param name="history">Entries "local time|channel|purpose|reach", separated by semicolons.</param>
    public static IReadOnlyList<ContactAttempt> History(string history, string zone) =>
    [
        .. history.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(entry =>
        {
            var parts = entry.Split('|');
            return new ContactAttempt(
                Utc(parts[0].Trim(), zone), Enum.Parse<Channel>(parts[1], true), Enum.Parse<Purpose>(parts[2], true), Enum.Parse<ContactReach>(parts[3], true));
        }),
    ];

    public static Verdict Contact(
        string country,
        string channel,
        string purpose,
        string local,
        string history = "",
        HousePolicy? policy = null,
        ContactPhase phase = ContactPhase.Planned,
        bool explicitTime = false,
        params Consent[] consents)
    {
        var zone = ZoneOf(country);
        var customer = new CustomerContext { Key = "c", TimeZoneIds = [zone], History = History(history, zone), Consents = consents };
        var request = new ContactRequest(Enum.Parse<Channel>(channel, true), Enum.Parse<Purpose>(purpose, true), Utc(local, zone), phase) { ExplicitTime = explicitTime };
        return ContactCourtesy.Judge(request, customer, CountryPacks.Find(country)!, policy ?? HousePolicy.LawEnforced);
    }

    /// <summary>A policy of one row that holds everywhere and for ever.</summary>
    public static HousePolicy Policy(string rule, string value, RuleMode? mode = null, RuleMode defaultMode = RuleMode.Enforce) =>
        HousePolicy.Of(defaultMode, [new PolicyRow("", rule, value, mode, null, null)], "CO", Day("2026-11-22"));

    public static string? NextLocal(this Verdict verdict) => verdict.NextAllowedLocal?.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
