using System;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>From when until when a term of a pack holds; null: from ever, for ever. Both days included.</summary>
internal sealed record Validity(CalendarDate? From, CalendarDate? Until)
{
    public static readonly Validity Always = new(null, null);

    public bool HoldsOn(CalendarDate day) => (From is null || From.Value <= day) && (Until is null || day <= Until.Value);

    /// <summary>The days that both hold on; null where there is none.</summary>
    public Validity? And(Validity other)
    {
        var from = From is null || other.From > From ? other.From ?? From : From;
        var until = Until is null || other.Until < Until ? other.Until ?? Until : Until;
        return from > until ? null : new Validity(from, until);
    }
}

/// <summary>What must come before a limit is lowered.</summary>
/// <param name="NoticeDays">Calendar days between the notice's delivery and the decrease; 0: no later than the decrease.</param>
/// <param name="Source">The authority of the notice.</param>
internal sealed record LimitDecreaseTerms(int NoticeDays, RuleSource Source, Validity Validity)
{
    /// <summary>The risk that the customer poses has grown, with proof: the decrease need not wait for the notice days.</summary>
    public bool RiskEscape { get; init; }

    /// <summary>Under <see cref="RiskEscape"/>: the notice comes at most so many calendar days after the decrease; 0: no later than the decrease.</summary>
    public int AfterNoticeDays { get; init; }

    /// <summary>The authority of the escape; null where there is none.</summary>
    public RuleSource? EscapeSource { get; init; }

    /// <summary>Reasons are given within so many days of the decrease; null: in the notice itself.</summary>
    public int? ReasonsWithinDays { get; init; }

    /// <summary>No fee and no penalty for standing above the new limit until so many days after the notice; 0: none named.</summary>
    public int FeeFreeDays { get; init; }

    /// <summary>Both countries' terms at once: of each the stricter.</summary>
    public LimitDecreaseTerms And(LimitDecreaseTerms other) => new(
        Math.Max(NoticeDays, other.NoticeDays), NoticeDays >= other.NoticeDays ? Source : other.Source, Validity.Always)
    {
        RiskEscape = RiskEscape && other.RiskEscape,
        AfterNoticeDays = Math.Min(AfterNoticeDays, other.AfterNoticeDays),
        EscapeSource = RiskEscape && other.RiskEscape ? AfterNoticeDays <= other.AfterNoticeDays ? EscapeSource : other.EscapeSource : null,
        ReasonsWithinDays = ReasonsWithinDays is null || other.ReasonsWithinDays is null ? null : Math.Min(ReasonsWithinDays.Value, other.ReasonsWithinDays.Value),
        FeeFreeDays = Math.Max(FeeFreeDays, other.FeeFreeDays),
    };
}

/// <summary>What must come before a limit is raised.</summary>
/// <param name="ConsentRequired">The customer says yes to this very increase; silence is no yes.</param>
/// <param name="CapacityStudy">Whether the customer can bear it is studied first.</param>
internal sealed record LimitIncreaseTerms(bool ConsentRequired, bool CapacityStudy, RuleSource Source, Validity Validity)
{
    public LimitIncreaseTerms And(LimitIncreaseTerms other) => new(
        ConsentRequired || other.ConsentRequired,
        CapacityStudy || other.CapacityStudy,
        ConsentRequired == other.ConsentRequired ? Source.IsLaw ? Source : other.Source : ConsentRequired ? Source : other.Source,
        Validity.Always);
}

/// <summary>What a block of a card owes the customer.</summary>
/// <param name="SameDayNotice">For security the card may be blocked at once, and the customer is told the same day.</param>
/// <param name="ReasonAndRemedy">The notice says why, and how the card comes free again.</param>
internal sealed record BlockTerms(bool SameDayNotice, bool ReasonAndRemedy, RuleSource Source, Validity Validity)
{
    public BlockTerms And(BlockTerms other) => new(
        SameDayNotice || other.SameDayNotice,
        ReasonAndRemedy || other.ReasonAndRemedy,
        SameDayNotice == other.SameDayNotice ? Source.IsLaw ? Source : other.Source : SameDayNotice ? Source : other.Source,
        Validity.Always);
}
