using System.Collections.Generic;

namespace Crm.Extensions.Compensation.Pay;

/// <summary>One thing that a plan pays for.</summary>
/// <remarks>
/// Attainment 1 is 100 %. Without tiers, pay begins at <see cref="Threshold"/> with nothing, is the component's target pay at <see cref="Target"/>, and
/// goes on in the same curve to <see cref="Cap"/>. With tiers, they say what is paid; threshold and cap hold all the same.
/// </remarks>
internal sealed record PayComponent
{
    /// <summary>What lines name it by; unique within the plan.</summary>
    public required string Id { get; init; }

    public PayMetric Metric { get; init; }

    /// <summary>Percent of the plan's target pay; a plan's weights add to 100.</summary>
    public decimal Weight { get; init; }

    /// <summary>Below it nothing is paid.</summary>
    public decimal Threshold { get; init; }

    /// <summary>At it the target pay is paid.</summary>
    public decimal Target { get; init; } = 1;

    /// <summary>Beyond it nothing more is paid.</summary>
    public decimal Cap { get; init; } = 1;

    public PayCurve Curve { get; init; }

    /// <summary>In any order; a tier reaches to where the next one begins, so no amount falls between two.</summary>
    public IReadOnlyList<RateTier> Tiers { get; init; } = [];

    public TierBasis TierBasis { get; init; }

    /// <summary>0 to 1: the part that is kept back and paid only if the customer stays.</summary>
    public decimal HoldBackShare { get; init; }

    /// <summary>How many days after the period's last the held-back part is paid.</summary>
    public int VestsAfterDays { get; init; }

    /// <summary>Customers who must have answered (satisfaction); with fewer, the weight goes to the other components.</summary>
    public int MinimumSample { get; init; }

    /// <summary>
    /// Money or count that is 100 % for a whole period; absence prorates it. 0: development is measured against the headroom of the customers, satisfaction
    /// against ten, recognition as the share of what was recorded that counts, and an achievement is the attainment itself.
    /// </summary>
    public decimal Goal { get; init; }

    /// <summary>Where the figure comes from, in words; a component without is refused.</summary>
    public string Evidence { get; init; } = "";
}

/// <summary>What is measured.</summary>
internal enum PayMetric
{
    /// <summary>Value kept of customers of segments A and B, each capped at what they were worth at the start.</summary>
    Retention,

    /// <summary>Value above what was expected anyway, capped at what was attainable.</summary>
    Development,

    /// <summary>What customers answered, weighted by their value.</summary>
    Satisfaction,

    /// <summary>Customers greeted by name and treated as they like; as far as customers and checks let it count.</summary>
    Recognition,

    /// <summary>The team's outcome, as HR brings it.</summary>
    Team,

    /// <summary>Products sold; legacy, limited by HR's ceiling.</summary>
    ProductQuota,

    /// <summary>Money recovered; never alone.</summary>
    Recovered,
}

/// <summary>The shape of pay between threshold and cap; all three pay nothing at the threshold and the target pay at the target.</summary>
internal enum PayCurve
{
    Linear,

    /// <summary>Steep first, flat later: for those who shun risk.</summary>
    Concave,

    /// <summary>Flat first, steep later.</summary>
    Convex,
}

/// <summary>From an attainment on, so much of the target pay for each 100 % of attainment.</summary>
internal sealed record RateTier(decimal From, decimal Rate);

/// <summary>What a tier's rate is for.</summary>
internal enum TierBasis
{
    /// <summary>For the part of the attainment that lies within the tier.</summary>
    Marginal,

    /// <summary>For the whole attainment of the period; where a tier pays a lower rate than the one before, what the former had reached stays.</summary>
    Whole,
}
