using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Cli.Courtesy;

/// <summary>What <c>crmx courtesy</c> is asked, as it is written.</summary>
internal sealed record CourtesyInput(string Country, string Channel, string Purpose, string At, string? TimeZone, string? History);

/// <summary>The question put to the very rules that ship. What is not given is taken to be in order.</summary>
internal sealed class CourtesyQuestion
{
    /// <summary>History rows that were left out.</summary>
    public IReadOnlyList<string> Problems { get; private init; } = [];

    public required Verdict Verdict { get; init; }

    /// <exception cref="InvalidDataException">A word or a time cannot be understood; the message names it and what is known.</exception>
    public static CourtesyQuestion Ask(CourtesyInput input)
    {
        var pack = Pack(input.Country);
        var channel = Word<Channel>("channel", input.Channel);
        var purpose = Word<Purpose>("purpose", input.Purpose);
        var given = input.TimeZone is null ? null : Clock(input.TimeZone);
        var clock = given ?? pack.Clocks[0];
        if (!LocalInstant.TryRead(input.At, clock, out var utc, out var absolute))
            throw new InvalidDataException($"'{input.At}' is no time such as 2026-11-22T10:00 or 2026-11-22T10:00-05:00.");

        var history = new HistoryFile(clock);
        var attempts = Attempts(input.History, history);

        // a local time is the debtor's own, whatever his zone: one clock tells it; an instant may fall anywhere in the country
        var zones = given is null && absolute ? pack.Clocks : [clock];
        var customer = new CustomerContext { TimeZoneIds = [.. zones.Select(zone => zone.Id)], History = attempts };
        var request = new ContactRequest(channel, purpose, utc, ContactPhase.Planned);
        return new CourtesyQuestion { Verdict = ContactCourtesy.Judge(request, customer, pack, HousePolicy.LawEnforced), Problems = history.Problems };
    }

    /// <exception cref="InvalidDataException">There is no pack of that country.</exception>
    public static CountryPack Pack(string country) => CountryPacks.Find(country)
        ?? throw new InvalidDataException($"There is no country pack for '{country}'. Known countries: {string.Join(", ", CountryPacks.Countries)}.");

    private static IReadOnlyList<ContactAttempt> Attempts(string? path, HistoryFile history)
    {
        if (path is null) return [];
        using var file = File.OpenText(path);
        return history.Read(file, path);
    }

    private static LocalClock Clock(string zone)
    {
        var id = int.TryParse(zone, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? TimeZoneCodes.WindowsId(code) : zone;
        return LocalClock.Find(id)
            ?? throw new InvalidDataException($"'{zone}' is no time zone. Give a Windows id, an IANA id or Dataverse's number: 'SA Pacific Standard Time', 'America/Bogota', 45.");
    }

    private static T Word<T>(string what, string text)
        where T : struct, Enum =>
        Words.TryRead<T>(text, out var value) ? value : throw new InvalidDataException($"'{text}' is no {what}. Known: {string.Join(", ", Words.All<T>())}.");
}
