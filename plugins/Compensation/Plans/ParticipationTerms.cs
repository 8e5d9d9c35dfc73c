using Crm.Extensions.Platform;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Plans;

/// <summary>On what terms somebody is on a plan. Both days are inclusive.</summary>
/// <param name="Blend">How a former plan fades out; empty: there is none.</param>
/// <param name="Draw">Paid at least, in the plan's currency; null: none.</param>
internal sealed record ParticipationTerms(
    CalendarDate From, CalendarDate? Until, System.Guid PlanId, System.Guid? FormerPlanId, string Blend, decimal? Draw, CalendarDate? DrawUntil)
{
    /// <summary>Why these terms cannot be; null: they can.</summary>
    public string? Wrong(Language language)
    {
        if (Until is { } until && until < From) return PlanTexts.Write(language, "UntilBeforeFrom", until, From);
        if (Blend.Length > 0 && FormerPlanId is null) return PlanTexts.Write(language, "BlendNeedsFormer");
        if (Blend.Length == 0 && FormerPlanId is not null) return PlanTexts.Write(language, "FormerNeedsBlend");
        if (FormerPlanId == PlanId) return PlanTexts.Write(language, "FormerSame");
        if (Blend.Length > 0 && !BlendShares.TryRead(Blend, out _)) return PlanTexts.Write(language, "BlendWrong", Blend);
        if (Draw is <= 0) return PlanTexts.Write(language, "DrawNegative");
        if (Draw is not null && DrawUntil is null) return PlanTexts.Write(language, "DrawNeedsUntil");
        if (Draw is null && DrawUntil is not null) return PlanTexts.Write(language, "DrawWithout");
        return DrawUntil < From || DrawUntil > Until ? PlanTexts.Write(language, "DrawUntilOutside", DrawUntil!, From) : null;
    }
}
