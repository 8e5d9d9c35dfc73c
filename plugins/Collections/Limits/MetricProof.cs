using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>A claim computed again from what is stored, with all that went into it, so that anybody can do it once more.</summary>
/// <remarks>
/// Averages are rounded to two decimals. A stated amount agrees within half a per cent of the figure found, a utilisation within half a percentage
/// point; cycles and days agree exactly. The threshold has no tolerance.
/// </remarks>
internal sealed record MetricProof(MetricClaim Claim, ProofStanding Standing)
{
    /// <summary>A figure older than this is no reason any more (house policy).</summary>
    public const int MostDaysOld = 62;

    /// <summary>A cycle may close so many days later than the month before, for weekends and holidays.</summary>
    private const int CloseSlack = 7;

    private const decimal AmountTolerance = 0.005m;
    private const decimal PercentTolerance = 0.5m;

    /// <summary>What the ledger finds; null where it finds nothing.</summary>
    public decimal? Found { get; private init; }

    /// <summary>The day as of which it was computed.</summary>
    public CalendarDate? AsOf { get; private init; }

    /// <summary>The statements that went into it, oldest first.</summary>
    public IReadOnlyList<StatementLine> Statements { get; private init; } = [];

    /// <summary>The oldest instalment that was unpaid, where days are counted; null where none was.</summary>
    public InstallmentLine? Oldest { get; private init; }

    /// <param name="today">Day on which it is asked.</param>
    /// <param name="asOf">The day to compute for, where it is not the claim's own: that of a cycle's close.</param>
    public static MetricProof Of(MetricClaim claim, CardLedger ledger, CountryPack pack, CalendarDate today, CalendarDate? asOf = null)
    {
        if (!claim.IsComplete)
        {
            return new MetricProof(claim, ProofStanding.Incomplete);
        }

        var day = asOf ?? claim.AsOf!.Value;
        var bare = new MetricProof(claim, ProofStanding.NotOnRecord) { AsOf = day };
        if (day > today)
        {
            return bare with { Standing = ProofStanding.Future };
        }

        if (day.DaysUntil(today) > MostDaysOld)
        {
            return bare with { Standing = ProofStanding.Stale };
        }

        var found = claim.Metric == RiskMetric.DaysPastDue ? Days(bare, ledger, pack, day) : FromStatements(bare, ledger, claim.Months!.Value, day);
        return found.Found is { } value ? found with { Standing = Compare(claim, value) } : found;
    }

    private static MetricProof FromStatements(MetricProof bare, CardLedger ledger, int months, CalendarDate day)
    {
        var lines = ledger.Statements.Where(line => line.ClosedOn <= day).OrderByDescending(line => line.ClosedOn).Take(months).Reverse().ToList();
        var proof = bare with { Statements = lines };
        if (lines.Count < months || !IsUnbroken(lines, day))
        {
            return proof;
        }

        switch (bare.Claim.Metric)
        {
            case RiskMetric.AverageSpending:
                return proof with { Found = Round(lines.Average(line => line.Purchases)) };
            case RiskMetric.Utilisation:
                return ledger.Limit is > 0 ? proof with { Found = Round(lines.Average(line => line.Balance) / ledger.Limit.Value * 100m) } : proof;
            default:
                return proof with { Found = lines.Count(line => IsMissed(line, day)) };
        }
    }

    // a cycle that is not on record proves nothing, wherever it is missing: each closes a month after the one before, and the last a month ago at most
    private static bool IsUnbroken(List<StatementLine> lines, CalendarDate day)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var next = i + 1 < lines.Count ? lines[i + 1].ClosedOn : day;
            if (CalendarDate.Of(lines[i].ClosedOn.Midnight.AddMonths(1)).AddDays(CloseSlack) < next)
            {
                return false;
            }
        }

        return true;
    }

    // what a statement asks for may be paid in the month after its close: before that nothing is missed
    private static bool IsMissed(StatementLine line, CalendarDate day) =>
        line is { PaidOnTime: false, MinimumDue: > 0 } && CalendarDate.Of(line.ClosedOn.Midnight.AddMonths(1)) <= day;

    private static MetricProof Days(MetricProof bare, CardLedger ledger, CountryPack pack, CalendarDate day)
    {
        if (ledger.KnownUntil is not { } known || known < day)
        {
            return bare;
        }

        InstallmentLine? oldest = null;
        var days = 0;
        foreach (var line in ledger.Installments.Where(line => !line.IsCancelled && IsUnpaid(line, day)))
        {
            var late = LateBy(line, day, pack);
            if (late > days)
            {
                days = late;
                oldest = line;
            }
        }

        return bare with { Found = days, Oldest = oldest };
    }

    private static int LateBy(InstallmentLine line, CalendarDate day, CountryPack pack) => DaysPastDue.On(
        day, line.DueDate, line.EffectiveDueDate ?? DueDates.Effective(line.DueDate, pack), DueDates.RuleFor(line.DueDate, pack).Convention);

    private static bool IsUnpaid(InstallmentLine line, CalendarDate day) => line.PaidOn is { } paid ? paid > day : line.Paid < line.Amount;

    private static ProofStanding Compare(MetricClaim claim, decimal found)
    {
        var tolerance = claim.Metric switch
        {
            RiskMetric.AverageSpending => found * AmountTolerance,
            RiskMetric.Utilisation => PercentTolerance,
            _ => 0m,
        };
        return Math.Abs(claim.Stated!.Value - found) > tolerance ? ProofStanding.Differs
            : found < claim.Threshold!.Value ? ProofStanding.BelowThreshold
            : ProofStanding.BorneOut;
    }

    private static decimal Round(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);
}
