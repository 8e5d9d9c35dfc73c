using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>A contact with all that bears on it: what every rule looks at.</summary>
internal sealed class Situation
{
    private readonly List<ContactAttempt> others;
    private LedgerView? ledger;

    public Situation(ContactRequest request, CustomerContext customer, CountryPack pack, HousePolicy policy)
    {
        Request = request;
        Customer = customer;
        Pack = pack;
        Policy = policy;
        Clocks = ClocksOf(customer, pack);
        others = [.. customer.History.Where(attempt => attempt.Outgoing && attempt.Reach > ContactReach.NotMade && !IsThis(attempt))];
    }

    public ContactRequest Request { get; }

    public CustomerContext Customer { get; }

    public CountryPack Pack { get; }

    public HousePolicy Policy { get; }

    /// <summary>The clocks the customer may live by; never empty, and what is permitted must be so on every one.</summary>
    public IReadOnlyList<LocalClock> Clocks { get; }

    /// <summary>The customer's ledgers; null where none is known here. Worked out when it is first asked for.</summary>
    public LedgerView? Ledger => Customer.Obligations is { } obligations ? ledger ??= new LedgerView(this, obligations) : null;

    /// <summary>Other outgoing contacts with the customer, made or planned.</summary>
    public IReadOnlyList<ContactAttempt> Others => others;

    /// <summary>Consents of a kind that speak of this channel and purpose on a day.</summary>
    public IEnumerable<Consent> Consents(ConsentKind kind, CalendarDate day) =>
        Customer.Consents.Where(consent => consent.Kind == kind && consent.Covers(Request.Channel, Request.Purpose, day));

    private bool IsThis(ContactAttempt attempt) =>
        attempt.ActivityId.Length > 0 && string.Equals(attempt.ActivityId, Request.ActivityId, StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<LocalClock> ClocksOf(CustomerContext customer, CountryPack pack)
    {
        var found = customer.TimeZoneIds.Select(LocalClock.Find).OfType<LocalClock>().ToList();
        return found.Count > 0 ? found : pack.Clocks;
    }
}
