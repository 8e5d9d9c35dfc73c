using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Compensation.Pay;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Compensation.Plans;

/// <summary>
/// What keeps a draft from being approved, and what is not even saved because no further component can put it right. "There is no use in having customer managers if
/// they are paid only by the quota of products sold": such a plan is refused, and so is one that pays who collects by the money recovered alone.
/// </summary>
internal static class PlanRules
{
    private const decimal Whole = 100;

    /// <param name="unmeasured">Names of components that do not say what they measure.</param>
    /// <param name="quotaCeiling">HR's ceiling for product quota in plans of customer managers, in percent of the weights.</param>
    public static IReadOnlyList<PlanFinding> Judge(PayPlan plan, bool hasJob, IEnumerable<string> unmeasured, int quotaCeiling)
    {
        var findings = new List<PlanFinding>();
        if (!hasJob) findings.Add(new PlanFinding(new PlanCheck("JobMissing", ""), isOurs: true));
        findings.AddRange(unmeasured.Select(name => new PlanFinding(new PlanCheck("MetricMissing", name), isOurs: true)));
        findings.AddRange(PlanChecks.Check(plan, quotaCeiling).Select(check => new PlanFinding(check) { IsImpossible = IsImpossible(check.Code, plan, quotaCeiling) }));
        return findings;
    }

    private static bool IsImpossible(string code, PayPlan plan, int quotaCeiling) => code switch
    {
        "Weights" => Total(plan) > Whole,
        "WeightWrong" or "QuotaTooMuch" => true,
        "QuotaAlone" => Total(plan) > quotaCeiling,
        "RecoveredAlone" => Total(plan) >= Whole,
        _ => false,
    };

    private static decimal Total(PayPlan plan) => plan.Components.Sum(component => component.Weight);
}

/// <summary>Something about a plan that is to be mended.</summary>
internal sealed class PlanFinding
{
    private readonly PlanCheck check;
    private readonly bool isOurs;

    /// <param name="isOurs">It is about the draft, not about pay: the text is this room's.</param>
    public PlanFinding(PlanCheck check, bool isOurs = false)
    {
        this.check = check;
        this.isOurs = isOurs;
    }

    public string Code => check.Code;

    /// <summary>No further component can put it right: it is not even saved.</summary>
    public bool IsImpossible { get; init; }

    public string Write(Language language) => isOurs ? PlanTexts.Write(language, "Finding." + Code, check.Component) : check.Reason(language);
}
