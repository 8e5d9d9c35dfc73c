using System.Collections.Generic;

namespace Crm.Extensions.Collections;

/// <summary>What the rules of limits and cards say of one wish, gathered in the order in which it is said.</summary>
internal sealed class LimitFindings
{
    private readonly HousePolicy policy;
    private readonly List<Finding> all = [];

    public LimitFindings(HousePolicy policy) => this.policy = policy;

    public IReadOnlyList<Finding> All => all;

    /// <param name="text">The text's name in LimitMessages.resx.</param>
    public void Object(string rule, RuleSource source, string text, params object[] facts) => all.Add(new Finding(rule, source, true, policy.ModeOf(rule), text, facts));

    /// <summary>Says what a permission rests on, or what is still to be done.</summary>
    public void Note(string rule, RuleSource source, string text, params object[] facts) => all.Add(new Finding(rule, source, false, policy.ModeOf(rule), text, facts));

    /// <summary>Says how a claim fared; objects unless the ledger bears it out.</summary>
    public bool Say(string rule, MetricProof proof, string currency)
    {
        var claim = proof.Claim;
        Figure Of(decimal value) => new(value, claim.Metric, currency);
        switch (proof.Standing)
        {
            case ProofStanding.BorneOut:
                Note(rule, HousePolicy.Source, "ClaimTrue", claim.Metric, Of(proof.Found!.Value), proof.AsOf!.Value, Of(claim.Threshold!.Value));
                return true;
            case ProofStanding.Differs:
                Object(rule, HousePolicy.Source, "ClaimDiffers", claim.Metric, Of(claim.Stated!.Value), Of(proof.Found!.Value), proof.AsOf!.Value);
                return false;
            case ProofStanding.BelowThreshold:
                Object(rule, HousePolicy.Source, "ClaimBelow", claim.Metric, Of(proof.Found!.Value), Of(claim.Threshold!.Value), proof.AsOf!.Value);
                return false;
            case ProofStanding.NotOnRecord:
                Object(rule, HousePolicy.Source, claim.Metric == RiskMetric.DaysPastDue ? "ClaimLedgerOld" : "ClaimNotOnRecord", claim.Metric, claim.Months ?? 0, proof.AsOf!.Value);
                return false;
            case ProofStanding.Future:
                Object(rule, HousePolicy.Source, "ClaimFuture", proof.AsOf!.Value);
                return false;
            case ProofStanding.Stale:
                Object(rule, HousePolicy.Source, "ClaimStale", proof.AsOf!.Value, MetricProof.MostDaysOld);
                return false;
            default:
                Object(rule, HousePolicy.Source, "ClaimIncomplete", claim.Metric);
                return false;
        }
    }
}

/// <summary>A number of a metric, to be said with its unit.</summary>
internal sealed record Figure(decimal Value, RiskMetric Metric, string Currency);
