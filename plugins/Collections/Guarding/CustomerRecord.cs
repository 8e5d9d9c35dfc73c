using System;
using System.Collections.Generic;

namespace Crm.Extensions.Collections;

/// <summary>What a verdict needs of a customer's row and of what hangs on it.</summary>
/// <param name="Consents">Those on record, and those that the boxes ticked on the customer's contacts, accounts and leads are.</param>
internal sealed record CustomerRecord(Guid Id, string Country, string State, int? TimeZoneCode, IReadOnlyList<Consent> Consents)
{
    public IReadOnlyList<ContactHold> Holds { get; init; } = [];

    public IReadOnlyList<TravelNotice> Journeys { get; init; } = [];

    public AddressKind EmailKind { get; init; }

    public AddressKind PhoneKind { get; init; }

    /// <summary>The customer that this one turned out to be: contacts and obligations of both count.</summary>
    public Guid? MergedInto { get; init; }

    /// <summary>The customer for whom is counted.</summary>
    public Guid Counted => MergedInto ?? Id;

    public bool Is(Guid id) => id == Id || id == MergedInto;
}
