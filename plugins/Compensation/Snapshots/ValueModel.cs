using System.Collections.Generic;
using Crm.Extensions.Compensation.Value;
using Crm.Extensions.Compensation.Value.Contracts;
using Crm.Extensions.Compensation.Value.Purchases;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Snapshots;

/// <summary>What a tenant's customers as a whole teach about each of them: fitted once for a period, and the same for every slice of it.</summary>
internal sealed class ValueModel
{
    /// <summary>The last day that it knows of: the day before the period.</summary>
    public CalendarDate FittedOn { get; init; }

    public string Currency { get; init; } = "";

    /// <summary>Customers with purchases that it was fitted to.</summary>
    public int Customers { get; init; }

    public int Repeaters { get; init; }

    /// <summary>Why purchases are not foretold by BG/NBD and gamma–gamma.</summary>
    public FitOutcome Outcome { get; init; }

    /// <summary>Null unless <see cref="Outcome"/> is fitted.</summary>
    public BgNbd? Purchases { get; init; }

    /// <summary>Null unless <see cref="Outcome"/> is fitted.</summary>
    public GammaGamma? Spend { get; init; }

    /// <summary>The part of revenue that all together leave after cost to serve: for customers without revenue of their own in the year.</summary>
    public decimal Margin { get; init; } = 1;

    /// <summary>Monthly retention of customers; null where too few were watched.</summary>
    public RetentionCurve? Retention { get; init; }

    /// <summary>By product, and under the empty name of all contracts together.</summary>
    public IReadOnlyDictionary<string, RetentionCurve> Contracts { get; init; } = new Dictionary<string, RetentionCurve>();

    public PeerValues Peers { get; init; } = new();

    /// <summary>Null before any customer is known.</summary>
    public SegmentCutOffs? ByValue { get; init; }

    public SegmentCutOffs? ByPotential { get; init; }

    /// <summary>Retention of contracts of a product; of all contracts where the product's were too few; null where even those were.</summary>
    public RetentionCurve? RetentionOf(string product) => Contracts.TryGetValue(product, out var own) ? own : Contracts.TryGetValue("", out var all) ? all : null;
}

/// <summary>What came of fitting the purchase models.</summary>
internal enum FitOutcome
{
    Fitted,

    /// <summary>Too few customers came again.</summary>
    TooFew,

    /// <summary>The search came to no rest inside what is searched.</summary>
    NotConverged,
}
