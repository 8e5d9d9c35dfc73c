using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>A wish to stop a card. Days on the calendar of the contract's country.</summary>
/// <param name="From">The day from which it is stopped.</param>
internal sealed record CardBlockWish(BlockReason Reason, CalendarDate From, CalendarDate Today)
{
    /// <summary>The figure that it rests on.</summary>
    public MetricClaim? Claim { get; init; }
}

/// <summary>
/// Judges a block: at once for fraud and loss; on grounds of amount never before the statement closes, and only where the ledger bears the figure out; for
/// arrears only where there are any; for being abroad never.
/// </summary>
internal static class CardBlockCourtesy
{
    /// <summary>Decides. Pure: the same input gives the same judgement.</summary>
    public static LimitJudgement Judge(CardBlockWish block, CardLedger ledger, CountryPack pack, HousePolicy policy)
    {
        var findings = new LimitFindings(policy);
        var terms = pack.BlockOn(block.From);
        CalendarDate? earliest = null;
        MetricProof? proof = null;
        switch (block.Reason)
        {
            case BlockReason.Fraud:
            case BlockReason.Lost:
                findings.Note(RuleIds.BlockReason, HousePolicy.Source, block.Reason == BlockReason.Fraud ? "BlockFraud" : "BlockLost");
                break;
            case BlockReason.Amount:
                earliest = OfAmount(block, ledger, pack, findings, out proof);
                break;
            case BlockReason.Arrears:
                proof = OfArrears(block, ledger, pack, findings);
                break;
            default:
                Abroad(block, ledger, findings);
                break;
        }

        if (terms.SameDayNotice && findings.All.All(finding => !finding.Objects))
        {
            findings.Note(RuleIds.BlockReason, terms.Source, terms.ReasonAndRemedy ? "BlockNoticeWithReason" : "BlockNotice");
        }

        return LimitJudgement.Of(findings.All, happened: false, earliest, proof, ledger.Currency, pack);
    }

    /// <remarks>The claim is about the cycle in which its day lies; that cycle has closed when its statement is stored.</remarks>
    private static CalendarDate? OfAmount(CardBlockWish block, CardLedger ledger, CountryPack pack, LimitFindings findings, out MetricProof? proof)
    {
        proof = null;
        var day = block.Claim?.AsOf ?? block.From;
        var closed = ledger.Statements.Where(line => line.ClosedOn >= day && line.ClosedOn <= block.From).OrderBy(line => line.ClosedOn).FirstOrDefault();
        if (closed is null)
        {
            var close = ledger.CloseOnOrAfter(day);
            if (close is null)
            {
                findings.Object(RuleIds.BlockClosing, HousePolicy.Source, "BlockUnknownClose");
            }
            else
            {
                findings.Object(RuleIds.BlockClosing, HousePolicy.Source, close.Value <= block.From ? "BlockNoStatement" : "BlockBeforeClose", close.Value);
            }

            // what can be seen to be false already is said along with it
            proof = block.Claim is { IsComplete: true } early ? MetricProof.Of(early, ledger, pack, block.Today) : null;
            if (proof?.Standing is ProofStanding.Differs or ProofStanding.BelowThreshold)
            {
                findings.Say(RuleIds.BlockReason, proof, ledger.Currency);
            }

            return close;
        }

        if (block.Claim is null)
        {
            findings.Object(RuleIds.BlockReason, HousePolicy.Source, "ClaimMissing");
            return null;
        }

        findings.Note(RuleIds.BlockClosing, HousePolicy.Source, "BlockAfterClose", closed.ClosedOn);
        proof = MetricProof.Of(block.Claim, ledger, pack, block.Today, closed.ClosedOn);
        findings.Say(RuleIds.BlockReason, proof, ledger.Currency);
        return null;
    }

    private static MetricProof? OfArrears(CardBlockWish block, CardLedger ledger, CountryPack pack, LimitFindings findings)
    {
        var figures = ledger.Overdue;
        if (figures is null)
        {
            findings.Object(RuleIds.BlockReason, HousePolicy.Source, "ArrearsUnknown");
        }
        else if (figures.Demandable <= 0)
        {
            findings.Object(
                RuleIds.BlockReason, HousePolicy.Source, figures.Overdue > 0 ? "ArrearsNotDemandable" : "ArrearsNone", new AmountOfMoney(figures.Overdue, ledger.Currency));
        }
        else
        {
            findings.Note(RuleIds.BlockReason, HousePolicy.Source, "ArrearsTrue", new AmountOfMoney(figures.Demandable, ledger.Currency), figures.DaysPastDue);
        }

        if (block.Claim is null)
        {
            return null;
        }

        var proof = MetricProof.Of(block.Claim, ledger, pack, block.Today);
        findings.Say(RuleIds.BlockReason, proof, ledger.Currency);
        return proof;
    }

    private static void Abroad(CardBlockWish block, CardLedger ledger, LimitFindings findings)
    {
        if (ledger.Travels.FirstOrDefault(travel => travel.From <= block.From && block.From <= travel.Until) is { } travel)
        {
            findings.Object(RuleIds.BlockAbroad, HousePolicy.Source, "AbroadAnnounced", travel.From, travel.Until);
        }
        else
        {
            findings.Object(RuleIds.BlockAbroad, HousePolicy.Source, "AbroadNoGround");
        }
    }
}

/// <summary>An amount, to be said with its currency.</summary>
internal sealed record AmountOfMoney(decimal Value, string Currency);
