using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Compensation.Pay.Measures;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Compensation.Pay;

/// <summary>What must hold before anybody is paid by a plan.</summary>
internal static class PlanChecks
{
    private const decimal Whole = 100;

    /// <param name="quotaCeiling">Percent of the weights that product quota may have in a plan for customer managers.</param>
    public static IReadOnlyList<PlanCheck> Check(PayPlan plan, decimal quotaCeiling) => [.. Weights(plan, quotaCeiling), .. plan.Components.SelectMany(Component), .. Gates(plan)];

    private static IEnumerable<PlanCheck> Weights(PayPlan plan, decimal quotaCeiling)
    {
        var total = plan.Components.Sum(component => component.Weight);
        if (total != Whole) yield return new PlanCheck("Weights", "", PartList.Figure(total));
        foreach (var twice in plan.Components.GroupBy(component => component.Id).Where(same => same.Count() > 1)) yield return new PlanCheck("IdTwice", twice.Key);
        if (plan.TargetPay < 0 || plan.Ceiling < 0) yield return new PlanCheck("AmountWrong", "");

        var quota = Of(plan, PayMetric.ProductQuota);
        if (plan.IsForCustomerManagers && quota > 0 && quota == total) yield return new PlanCheck("QuotaAlone", "");
        else if (plan.IsForCustomerManagers && quota > quotaCeiling) yield return new PlanCheck("QuotaTooMuch", "", PartList.Figure(quota), PartList.Figure(quotaCeiling));

        var recovered = Of(plan, PayMetric.Recovered);
        if (plan.IsForCollectors && recovered > 0 && recovered == total) yield return new PlanCheck("RecoveredAlone", "");
    }

    private static IEnumerable<PlanCheck> Component(PayComponent component)
    {
        if (component.Weight is <= 0 or > Whole) yield return new PlanCheck("WeightWrong", component.Id, PartList.Figure(component.Weight));
        if (string.IsNullOrWhiteSpace(component.Evidence)) yield return new PlanCheck("EvidenceMissing", component.Id);
        if (component.Threshold < 0 || component.Threshold > component.Target || component.Target > component.Cap) yield return new PlanCheck("OrderWrong", component.Id);
        if (component.HoldBackShare is < 0 or > 1) yield return new PlanCheck("HoldBackWrong", component.Id);
        if (component.Tiers.GroupBy(tier => tier.From).Any(same => same.Count() > 1)) yield return new PlanCheck("TierTwice", component.Id);
        if (component.Tiers.Any(tier => tier.From < 0 || tier.Rate < 0)) yield return new PlanCheck("TierWrong", component.Id);
        var tiers = component.Tiers.OrderBy(tier => tier.From).ToList();
        if (tiers.Count > 0 && tiers[0].From > component.Threshold) yield return new PlanCheck("TierGap", component.Id, PartList.Figure(component.Threshold), PartList.Figure(tiers[0].From));
        if (component.TierBasis == TierBasis.Whole && tiers.Zip(tiers.Skip(1), (one, next) => next.Rate < one.Rate).Any(falls => falls)) yield return new PlanCheck("TierFalls", component.Id);
    }

    // hiding a complaint must never be cheaper than logging it
    private static IEnumerable<PlanCheck> Gates(PayPlan plan)
    {
        foreach (var gate in plan.Gates.Where(gate => gate.Limit < 0 || (gate.Effect == GateEffect.Reduce && gate.Share is <= 0 or > 1))) yield return new PlanCheck("GateWrong", gate.Measure.ToString());
        var logged = plan.Gates.Where(gate => gate.Measure == GateMeasure.ComplaintsPastDue).ToList();
        var hidden = plan.Gates.Where(gate => gate.Measure == GateMeasure.ComplaintsUnlogged).ToList();
        if (logged.Count > 0 && !hidden.Any(gate => logged.All(other => IsDearer(gate, other)))) yield return new PlanCheck("HidingPays", "");
    }

    private static bool IsDearer(PayGate hidden, PayGate logged) =>
        hidden.Limit <= logged.Limit && (hidden.Effect == GateEffect.Withhold || (logged.Effect == GateEffect.Reduce && hidden.Share > logged.Share));

    private static decimal Of(PayPlan plan, PayMetric metric) => plan.Components.Where(component => component.Metric == metric).Sum(component => component.Weight);
}

/// <summary>Something that is to be mended in a plan.</summary>
/// <param name="Code">Which check.</param>
/// <param name="Component">Where; empty: the plan as a whole.</param>
internal sealed record PlanCheck(string Code, string Component, params object[] Facts)
{
    public string Reason(Language language)
    {
        var reason = PayTexts.Write(language, "Check." + Code, Facts);
        return Component.Length == 0 ? reason : Component + ": " + reason;
    }
}
