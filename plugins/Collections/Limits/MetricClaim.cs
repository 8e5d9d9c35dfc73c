using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>The figure on which somebody wants to lower a limit or block a card.</summary>
/// <param name="Stated">What he says it is: an amount, per cent, cycles or days.</param>
/// <param name="Threshold">From what figure on the house acts.</param>
/// <param name="Months">Over how many closed cycles; days past due ask for none.</param>
/// <param name="AsOf">On what day.</param>
internal sealed record MetricClaim(RiskMetric Metric, decimal? Stated, decimal? Threshold, int? Months, CalendarDate? AsOf)
{
    /// <summary>All is said that is needed to compute it again.</summary>
    public bool IsComplete => Stated is not null && Threshold is not null && AsOf is not null && (Metric == RiskMetric.DaysPastDue || Months is >= 1 and <= 60);
}

/// <summary>How a claim fares when it is computed again.</summary>
internal enum ProofStanding
{
    BorneOut,

    /// <summary>It is not said what the figure is, from where on it counts, over how many cycles or as of when.</summary>
    Incomplete,

    /// <summary>It speaks of a day to come.</summary>
    Future,

    /// <summary>It speaks of a day too long ago to be a reason today.</summary>
    Stale,

    /// <summary>The ledger does not hold the statements, the limit or the day that it speaks of.</summary>
    NotOnRecord,

    /// <summary>The ledger finds another figure.</summary>
    Differs,

    /// <summary>The figure is right and gives no reason to act.</summary>
    BelowThreshold,
}
