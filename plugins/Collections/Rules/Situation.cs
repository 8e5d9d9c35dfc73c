using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>A contact with all that bears on it: what every rule looks at.</summary>
internal sealed class Situation
{
    private static readonly IReadOnlyList<ContactAttempt> Nobody = [];

    private readonly List<ContactAttempt> others;
    private readonly List<ContactAttempt>? talks;
    private readonly CalendarDate[]?[] dates;
    private LedgerView? ledger;

    public Situation(ContactRequest request, CustomerContext customer, CountryPack pack, HousePolicy policy)
    {
        Request = request;
        Customer = customer;
        Pack = pack;
        Policy = policy;
        Clocks = ClocksOf(customer, pack);
        Values = pack.ValuesFor(request.Channel, request.Purpose);
        dates = new CalendarDate[Clocks.Count][];
        others = new List<ContactAttempt>(customer.History.Count);
        foreach (var attempt in customer.History)
        {
            if (attempt.Reach == ContactReach.NotMade || IsThis(attempt))
            {
                continue;
            }

            if (attempt.Outgoing)
            {
                others.Add(attempt);
            }

            if (attempt.Reach == ContactReach.Conversation)
            {
                (talks ??= []).Add(attempt);
            }
        }
    }

    public ContactRequest Request { get; }

    public CustomerContext Customer { get; }

    public CountryPack Pack { get; }

    public HousePolicy Policy { get; }

    /// <summary>The clocks the customer may live by; never empty, and what is permitted must be so on every one.</summary>
    public IReadOnlyList<LocalClock> Clocks { get; }

    /// <summary>The zones of <see cref="Clocks"/>.</summary>
    public IReadOnlyList<string> TimeZoneIds
    {
        get
        {
            var ids = new string[Clocks.Count];
            for (var i = 0; i < ids.Length; i++)
            {
                ids[i] = Clocks[i].Id;
            }

            return ids;
        }
    }

    /// <summary>The customer's ledgers; null where none is known here. Worked out when it is first asked for.</summary>
    public LedgerView? Ledger => Customer.Obligations is { } obligations ? ledger ??= new LedgerView(this, obligations) : null;

    /// <summary>Other outgoing contacts with the customer, made or planned.</summary>
    public IReadOnlyList<ContactAttempt> Others => others;

    /// <summary>Conversations with the customer, whoever began them.</summary>
    public IReadOnlyList<ContactAttempt> Talks => talks ?? Nobody;

    /// <summary>What of the pack binds this channel and purpose.</summary>
    public PackValues Values { get; }

    /// <summary>The local day of each of <see cref="Others"/> on one of <see cref="Clocks"/>, worked out once.</summary>
    public CalendarDate[] DatesOn(LocalClock clock)
    {
        var index = 0;
        while (!ReferenceEquals(Clocks[index], clock))
        {
            index++;
        }

        if (dates[index] is { } known)
        {
            return known;
        }

        var found = new CalendarDate[others.Count];
        for (var i = 0; i < found.Length; i++)
        {
            found[i] = clock.DateAt(others[i].AtUtc);
        }

        return dates[index] = found;
    }

    /// <summary>Consents of a kind that speak of this channel and purpose on a day.</summary>
    public IEnumerable<Consent> Consents(ConsentKind kind, CalendarDate day) =>
        Customer.Consents.Where(consent => consent.Kind == kind && consent.Covers(Request.Channel, Request.Purpose, day));

    private bool IsThis(ContactAttempt attempt) =>
        attempt.ActivityId.Length > 0 && string.Equals(attempt.ActivityId, Request.ActivityId, StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<LocalClock> ClocksOf(CustomerContext customer, CountryPack pack)
    {
        List<LocalClock>? found = null;
        foreach (var id in customer.TimeZoneIds)
        {
            if (LocalClock.Find(id) is { } clock)
            {
                (found ??= []).Add(clock);
            }
        }

        return found ?? pack.Clocks;
    }
}
