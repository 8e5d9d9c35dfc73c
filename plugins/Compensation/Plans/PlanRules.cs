using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Crm.Extensions.Compensation.Plans;

/// <summary>
/// What a plan must fulfil before people are paid by it. "There is no use in having customer managers if they are paid only by the quota of products sold": such a plan
/// is refused, and so is one that pays who collects by the money recovered alone.
/// </summary>
internal static class PlanRules
{
    private const decimal Whole = 100;

    /// <param name="quotaCeiling">HR's ceiling for product quota in plans of customer managers, in percent of the weights.</param>
    public static IReadOnlyList<PlanFinding> Judge(PlanOutline plan, int quotaCeiling)
    {
        var findings = new List<PlanFinding>();
        var total = plan.Components.Sum(component => component.Weight);
        if (!plan.HasJob) findings.Add(new PlanFinding("JobMissing", false));
        if (total != Whole) findings.Add(new PlanFinding("Weights", total > Whole, Percent(total)));
        findings.AddRange(plan.Components.SelectMany(Component));
        findings.AddRange(plan.Components.Where(component => component.Metric is not null).GroupBy(component => component.Metric)
            .Where(same => same.Count() > 1).Select(same => new PlanFinding("MetricTwice", false, same.First().Name)));

        var quota = Of(plan, PlanMetric.ProductQuota);
        if (plan.IsForCustomerManagers && quota > 0 && quota == total) findings.Add(new PlanFinding("QuotaAlone", quota > quotaCeiling));
        else if (plan.IsForCustomerManagers && quota > quotaCeiling) findings.Add(new PlanFinding("QuotaTooMuch", true, Percent(quota), quotaCeiling));

        var recovered = Of(plan, PlanMetric.Recovered);
        if (plan.IsForCollectors && recovered > 0 && recovered == total) findings.Add(new PlanFinding("RecoveredAlone", recovered >= Whole));
        return findings;
    }

    private static IEnumerable<PlanFinding> Component(PlanOutlineComponent component)
    {
        if (component.Metric is null) yield return new PlanFinding("MetricMissing", false, component.Name);
        if (component.Weight is <= 0 or > Whole) yield return new PlanFinding("WeightWrong", true, component.Name, Percent(component.Weight));
        if (component.Evidence.Trim().Length == 0) yield return new PlanFinding("EvidenceMissing", false, component.Name);
        if (component.Threshold > (component.Target ?? 1) || component.Target > component.Cap || component.Threshold > component.Cap) yield return new PlanFinding("OrderWrong", false, component.Name);
    }

    private static decimal Of(PlanOutline plan, PlanMetric metric) => plan.Components.Where(component => component.Metric == metric).Sum(component => component.Weight);

    private static string Percent(decimal weight) => weight.ToString("0.##", CultureInfo.InvariantCulture);
}
