using System.Collections.Generic;
using Crm.Extensions.Compensation.Value;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Pay;

/// <summary>A customer and who had credit for them. All values are in the plan's measurement unit, in real terms where the plan names a price index.</summary>
internal sealed record PayCustomer
{
    public required string Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>Of value, at the period's start.</summary>
    public ValueSegment Segment { get; init; }

    public decimal ValueAtStart { get; init; }

    /// <summary>At the period's end.</summary>
    public decimal Value { get; init; }

    /// <summary>What would have come anyway.</summary>
    public decimal Expected { get; init; }

    /// <summary>Frozen at the period's start; never counted below what was expected.</summary>
    public decimal Attainable { get; init; }

    /// <summary>Everybody's spans, not the worker's alone: shares of a day add up, heirs follow formers.</summary>
    public IReadOnlyList<CreditSpan> Spans { get; init; } = [];

    public IReadOnlyList<NeutralAct> NeutralActs { get; init; } = [];
}

/// <summary>Who has credit for a customer, from a day to a day, both within it.</summary>
/// <param name="Share">0 to 1. What a day's shares leave is the house's; where they say more than 1 each is cut in proportion.</param>
/// <param name="Until">Null: still.</param>
/// <param name="TakenOverFrom">The former manager, who shares the transition; null: there is none, or none who still works here.</param>
/// <param name="ValueAtTakeover">What the customer was worth on the first day: where the heir starts and the former ends. Null: the value at the period's start.</param>
internal sealed record CreditSpan(string WorkerId, decimal Share, CalendarDate From, CalendarDate? Until = null, string? TakenOverFrom = null, decimal? ValueAtTakeover = null);

/// <summary>What the company itself did, or a death: value lost by it is neutral, neither kept nor lost.</summary>
/// <param name="Kind">limitcut, block, regulatoryexit, death, other.</param>
/// <param name="Amount">How much value the act took, in the measurement unit; null: all that was lost.</param>
/// <param name="Evidence">Table and id of the record that proves it.</param>
/// <remarks>It counts for a stint that ends within a year of the act: a trailing value goes on falling for so long.</remarks>
internal sealed record NeutralAct(string Kind, CalendarDate On, decimal? Amount, string Evidence);
