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
internal sealed record CourtesyInput(string Country, string Channel, string Purpose, string At, string? TimeZone, string? History)
{
    /// <summary>A CSV of house policy; null: the law alone.</summary>
    public string? Policy { get; init; }

    /// <summary>A JSON of ledgers; null: no ledger is known.</summary>
    public string? Ledger { get; init; }

    /// <summary>The customer among those of the ledger; empty: the one that has no id, or the only one.</summary>
    public string Customer { get; init; } = "";

    /// <summary>The key of the obligation that the contact is about; null: it names none.</summary>
    public string? Obligation { get; init; }
}

/// <summary>The question put to the very rules that ship. What is not given is taken to be in order.</summary>
internal sealed class CourtesyQuestion
{
    /// <summary>What was left out: rows of the history and of the policy, and a state that the pack does not know.</summary>
    public IReadOnlyList<string> Problems { get; private init; } = [];

    public required Verdict Verdict { get; init; }

    /// <param name="files">What was read before.</param>
    /// <exception cref="InvalidDataException">A word or a time cannot be understood; the message names it and what is known.</exception>
    public static CourtesyQuestion Ask(CourtesyInput input, CourtesyFiles files)
    {
        var pack = Pack(input.Country);
        var channel = Word<Channel>("channel", input.Channel);
        var purpose = Word<Purpose>("purpose", input.Purpose);
        var given = input.TimeZone is null ? null : Clock(input.TimeZone);
        var clock = given ?? pack.Clocks[0];
        if (!LocalInstant.TryRead(input.At, clock, out var utc, out var absolute))
            throw new InvalidDataException($"'{input.At}' is no time such as 2026-11-22T10:00 or 2026-11-22T10:00-05:00.");

        var history = input.History is null ? HistoryRead.None : files.History(input.History, clock);
        var policy = input.Policy is null ? PolicyRead.None : files.Policy(input.Policy);

        // a local time is the debtor's own, whatever his zone: one clock tells it; an instant may fall anywhere in the country
        var zones = given is null && absolute ? pack.Clocks : [clock];
        var customer = Customer(input, clock, files) with { State = State(input.Country), TimeZoneIds = [.. zones.Select(zone => zone.Id)], History = history.Attempts };
        var request = new ContactRequest(channel, purpose, utc, ContactPhase.Planned) { ObligationKey = input.Obligation };
        var house = policy.Rows.Count == 0 ? HousePolicy.LawEnforced : HousePolicy.Of(RuleMode.Enforce, policy.Rows, pack.Country, clock.DateAt(utc));
        return new CourtesyQuestion { Verdict = ContactCourtesy.Judge(request, customer, pack, house), Problems = [.. UnknownState(input.Country, pack), .. history.Problems, .. policy.Problems] };
    }

    /// <summary>The customer as the ledger has him; without a ledger, nothing is known of him. One whom the ledger does not name owes nothing.</summary>
    private static CustomerContext Customer(CourtesyInput input, LocalClock clock, CourtesyFiles files)
    {
        if (input.Ledger is null) return new CustomerContext { Key = input.Customer };
        var customers = files.Ledger(input.Ledger, clock);
        if (customers.TryGetValue(input.Customer, out var known)) return known;
        if (input.Customer.Length == 0 && customers.Count == 1) return customers.Values.Single();
        return input.Customer.Length == 0 && customers.Count > 1
            ? throw new InvalidDataException($"{input.Ledger} names several customers: say which with --customer.")
            : new CustomerContext { Key = input.Customer, Obligations = [] };
    }

    private static string? State(string country) => country.IndexOf('-', StringComparison.Ordinal) is var hyphen and >= 0 ? country[(hyphen + 1)..] : null;

    /// <summary>A state that nobody knows leaves the national values, and is told: its own may be stricter.</summary>
    private static IEnumerable<string> UnknownState(string country, CountryPack pack) =>
        State(country) is { Length: > 0 } state && pack.State.Length == 0 && pack.States.Count > 0
            ? [$"'{state}' is no state that the pack of {pack.Country} knows; the national values were taken. Known: {string.Join(", ", pack.States.Select(known => known.Code))}."]
            : [];

    /// <exception cref="InvalidDataException">There is no pack of that country.</exception>
    public static CountryPack Pack(string country) => CountryPacks.Find(country)
        ?? throw new InvalidDataException($"There is no country pack for '{country}'. Known countries: {string.Join(", ", CountryPacks.Countries)}.");

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
