using System;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Service.Complaints;

/// <summary>What a case is, in the order of crmx_casenature.</summary>
internal enum CaseNature
{
    Request,
    Complaint,
    Claim,
    Suggestion,
}

/// <summary>A wish to write a case's nature.</summary>
/// <param name="Former">What it was; null: nobody had said.</param>
/// <param name="Wanted">What it is to be.</param>
/// <param name="Proposed">What somebody proposed before.</param>
/// <param name="ProposedBy">Who.</param>
/// <param name="By">Who writes now.</param>
internal sealed record NatureChange(CaseNature? Former, CaseNature? Wanted, CaseNature? Proposed, Guid? ProposedBy, Guid By);

/// <summary>What is said of such a wish.</summary>
internal enum NatureRuling
{
    Allowed,

    /// <summary>Nobody has proposed it.</summary>
    NeedsProposal,

    /// <summary>Who proposed it cannot confirm it.</summary>
    NeedsAnother,
}

/// <summary>A complaint that is relabelled pays whoever was complained of; so taking its mark away needs two people. Setting the mark needs nobody's leave.</summary>
internal static class ComplaintMark
{
    public static NatureRuling Judge(NatureChange change)
    {
        if (!IsMark(change.Former) || IsMark(change.Wanted)) return NatureRuling.Allowed;
        if (change.Wanted is null || change.Proposed != change.Wanted || change.ProposedBy is not { } proposer) return NatureRuling.NeedsProposal;

        return proposer == change.By ? NatureRuling.NeedsAnother : NatureRuling.Allowed;
    }

    /// <summary>Complaints and claims: one about how somebody was treated, the other about money.</summary>
    public static bool IsMark(CaseNature? nature) => nature is CaseNature.Complaint or CaseNature.Claim;

    /// <summary>Whether a change helps the one who answers for the case: another answers for it, it was not found unlogged after all, or there is more time.</summary>
    public static bool HelpsResponsible(bool movesResponsible, bool clearsUnlogged, CalendarDate? formerDue, CalendarDate? due) =>
        movesResponsible || clearsUnlogged || (formerDue is { } former && (due is not { } later || later > former));
}
