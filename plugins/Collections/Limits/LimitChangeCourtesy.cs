using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>Judges the change of a limit: a decrease is announced in time and, for risk, proven; an increase is agreed to, each one anew.</summary>
internal static class LimitChangeCourtesy
{
    /// <summary>Decides. Pure: the same input gives the same judgement.</summary>
    public static LimitJudgement Judge(LimitChange change, CardLedger ledger, CountryPack pack, HousePolicy policy)
    {
        var findings = new LimitFindings(policy);
        MetricProof? proof = null;
        CalendarDate? earliest = null;
        if (change.IsDecrease)
        {
            proof = change.Claim is null ? null : MetricProof.Of(change.Claim, WithLimit(ledger, change), pack, change.Today);
            earliest = Decrease(change, proof, ledger.Currency, pack.LimitDecreaseOn(change.EffectiveOn), findings);
        }
        else if (change.IsIncrease)
        {
            Increase(change, pack.LimitIncreaseOn(change.EffectiveOn), findings);
        }
        else
        {
            findings.Note(RuleIds.LimitNotice, HousePolicy.Source, "LimitSame");
        }

        return LimitJudgement.Of(findings.All, change.Happened, earliest, proof, ledger.Currency, pack);
    }

    /// <returns>The first day on which it may take effect, as things stand.</returns>
    private static CalendarDate Decrease(LimitChange change, MetricProof? proof, string currency, LimitDecreaseTerms terms, LimitFindings findings)
    {
        if (change is { Reason: LimitChangeReason.CustomerRequest, Notice: { Concerns: true, CustomerSpoke: true } asked })
        {
            findings.Note(RuleIds.LimitNotice, HousePolicy.Source, "AskedByCustomer", asked.On);
            return asked.On;
        }

        var proven = change.Reason == LimitChangeReason.Risk && IsProven(change, proof, currency, findings);
        var earliest = proven && terms is { RiskEscape: true, EscapeSource: not null }
            ? EscapeNotice(change, terms, findings)
            : DecreaseNotice.Judge(change, terms, findings);
        if (terms.FeeFreeDays > 0)
        {
            findings.Note(RuleIds.LimitNotice, terms.Source, "FeeFree", (DecreaseNotice.Delivered(change) ?? change.Today).AddDays(terms.FeeFreeDays));
        }

        if (change.Reason == LimitChangeReason.Risk && terms.ReasonsWithinDays is { } days)
        {
            findings.Note(RuleIds.LimitReason, terms.EscapeSource ?? terms.Source, "ReasonsBy", change.EffectiveOn.AddDays(days));
        }

        return earliest;
    }

    private static bool IsProven(LimitChange change, MetricProof? proof, string currency, LimitFindings findings)
    {
        if (proof is null)
        {
            findings.Object(RuleIds.LimitReason, HousePolicy.Source, "ClaimMissing");
            return false;
        }

        var proven = findings.Say(RuleIds.LimitReason, proof, currency);
        if (change.ReasonText is { } text && !MetricNames.IsNamedIn(text, proof.Claim.Metric))
        {
            findings.Object(RuleIds.LimitReason, HousePolicy.Source, text.Trim().Length == 0 ? "ReasonMissing" : "ReasonSilent", proof.Claim.Metric);
        }

        return proven;
    }

    private static CalendarDate EscapeNotice(LimitChange change, LimitDecreaseTerms terms, LimitFindings findings)
    {
        var source = terms.EscapeSource!;
        var last = change.EffectiveOn.AddDays(terms.AfterNoticeDays);
        if (DecreaseNotice.Delivered(change) is { } told)
        {
            if (told <= last)
            {
                findings.Note(RuleIds.LimitNotice, source, "RiskAnnounced", told);
            }
            else
            {
                findings.Object(RuleIds.LimitNotice, source, "RiskToldLate", told, last);
            }

            return told;
        }

        if (terms.AfterNoticeDays > 0 && change.Today <= last)
        {
            findings.Note(RuleIds.LimitNotice, source, "RiskNoticeAfter", last);
            return change.Today;
        }

        findings.Object(RuleIds.LimitNotice, source, DecreaseNotice.Lack(change) ?? "RiskNoticeMissing", last);
        return change.Today;
    }

    private static void Increase(LimitChange change, LimitIncreaseTerms terms, LimitFindings findings)
    {
        if (terms.ConsentRequired)
        {
            var lack = change.Consent switch
            {
                null => "ConsentMissing",
                { IsForIncrease: false } => "ConsentOfAnotherKind",
                { Concerns: false } => "ConsentOfAnother",
                { SignedOn: null } => "ConsentUndated",
                { Holds: false } => "ConsentEnded",
                { Used: true } => "ConsentUsed",
                { SignedOn: { } signed } when signed > change.Today || signed > change.EffectiveOn => "ConsentLater",
                _ => null,
            };
            if (lack is null)
            {
                findings.Note(RuleIds.LimitConsent, terms.Source, "ConsentGiven", change.Consent!.SignedOn!.Value);
            }
            else
            {
                findings.Object(RuleIds.LimitConsent, terms.Source, lack);
            }
        }
        else
        {
            findings.Note(RuleIds.LimitConsent, terms.Source, "ConsentNotAsked");
        }

        if (terms.CapacityStudy)
        {
            findings.Note(RuleIds.LimitConsent, terms.Source, "CapacityStudy");
        }
    }

    // the utilisation is that of the limit that is to be lowered
    private static CardLedger WithLimit(CardLedger ledger, LimitChange change) => change.OldLimit > 0 ? ledger with { Limit = change.OldLimit } : ledger;
}
