using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>An obligation whose limit or card is judged, as its row and those of its parties have it.</summary>
internal sealed record CardRecord(Guid Id, string Number, string Country, string Currency, decimal? Limit, int? ClosingDay, DateTime? LedgerAsOfUtc, IReadOnlyList<CardParty> Parties)
{
    /// <summary>Installments are drawn by direct debit.</summary>
    public bool HasMandate { get; init; }

    /// <summary>Whose card it is; null where no party is on record.</summary>
    public CardParty? Debtor => Parties.OrderBy(party => party.Role).FirstOrDefault();

    /// <summary>The last four characters of the number: enough for its owner, of no use to others.</summary>
    public string MaskedNumber => Number.Length <= 4 ? Number : "…" + Number.Substring(Number.Length - 4);

    public bool HasParty(Guid? customer) => customer is { } id && Parties.Any(party => party.CustomerId == id && party.Role != PartyRole.Reference);
}

/// <summary>Somebody who is bound by the obligation.</summary>
/// <param name="Language">The platform's language code; null: not known.</param>
internal sealed record CardParty(Guid CustomerId, PartyRole Role, string Name, string Country, int? Language, AddressKind EmailKind);

/// <summary>What is asked about a limit change, by a row or by whoever calls the custom API.</summary>
internal sealed record LimitQuestion(Guid Obligation, decimal? OldLimit, decimal NewLimit, LimitChangeReason Reason, CalendarDate EffectiveOn)
{
    /// <summary>The row itself, which does not use up the consent it names; empty where there is none.</summary>
    public Guid Row { get; init; }

    public MetricClaim? Claim { get; init; }

    public string? ReasonText { get; init; }

    public Guid? Notice { get; init; }

    public Guid? Consent { get; init; }

    public bool Happened { get; init; }
}

/// <summary>What is asked about a block.</summary>
internal sealed record BlockQuestion(Guid Obligation, BlockReason Reason, DateTime FromUtc, MetricClaim? Claim);
