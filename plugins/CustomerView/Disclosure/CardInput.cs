using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Wording;
using Crm.Extensions.CustomerView.Facts;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;

namespace Crm.Extensions.CustomerView.Disclosure;

/// <summary>Who asks, what for, and how sure he is of whom he speaks to.</summary>
/// <param name="Glass">Why the glass is broken; empty: it is not.</param>
internal sealed record CardQuestion(UseOfData Use, Channel Channel, Verification Verification, ISet<string> Roles, string Glass, Language Language, DateTime NowUtc);

/// <summary>A customer as the card's rules see him: everything we hold, before anything is left out.</summary>
internal sealed record CardSubject
{
    public required Guid Id { get; init; }

    public required Addressing Person { get; init; }

    /// <summary>His surnames; empty where nobody has parted the name.</summary>
    public string Surnames { get; init; } = "";

    /// <summary>ISO 3166-1 alpha-2; may be empty.</summary>
    public string Country { get; init; } = "";

    /// <summary>Who looks after him; may be empty.</summary>
    public string Owner { get; init; } = "";

    public IReadOnlyList<Topic> Topics { get; init; } = [];

    public ILookup<string, FactRecord> Facts { get; init; } = Enumerable.Empty<FactRecord>().ToLookup(fact => fact.Topic);

    public IReadOnlyList<CardProduct> Products { get; init; } = [];

    public IReadOnlyList<CardPromise> Promises { get; init; } = [];

    public IReadOnlyList<CardCase> Cases { get; init; } = [];

    /// <summary>The latest first.</summary>
    public IReadOnlyList<CardContact> Contacts { get; init; } = [];

    /// <summary>What the worker who asks may grant him now, to put things right, without asking anybody; null: nothing, or nobody knows.</summary>
    public CardGrant? MayGrant { get; init; }

    /// <summary>He does not wish to be sold anything, or has said so.</summary>
    public bool WantsNoOffers { get; init; }
}

/// <summary>What may be granted on one case.</summary>
internal sealed record CardGrant(decimal Amount, string Currency);

/// <summary>What he has with us.</summary>
internal sealed record CardProduct(string Name, string Number, bool InTrouble);

/// <summary>What he promised to pay, and by when.</summary>
internal sealed record CardPromise(decimal Amount, string Currency, CalendarDate On);

internal sealed record CardCase(string Number, string Title, CalendarDate Since, string Owner);

/// <summary>A contact between him and any department.</summary>
/// <param name="Purpose">Null: nobody says.</param>
internal sealed record CardContact(CalendarDate On, Channel Channel, bool Outgoing, bool Spoke, Purpose? Purpose, string Department);
