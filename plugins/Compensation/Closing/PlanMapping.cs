using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Compensation.Pay;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>Makes of a plan's rows the plan that the rules pay by. A component's name there is its row's id, so that lines find their way back.</summary>
internal static class PlanMapping
{
    private const decimal Percent = 100m;

    public static PayPlan Plan(ClosingFacts facts, Guid id)
    {
        var row = facts.Plans[id];
        return new PayPlan
        {
            Code = row.GetAttributeValue<string>("crmx_code") ?? "",
            Version = row.GetAttributeValue<int?>("crmx_version") ?? 1,
            Currency = CurrencyOf(facts, row),
            TargetPay = Money(row, "crmx_targetpay"),
            Ceiling = Money(row, "crmx_ceiling"),
            Combination = (PayCombination)Place(row, "crmx_combination"),
            Components = [.. facts.Components[id].OrderBy(component => component.Id).Select(component => Component(component, facts.Tiers[component.Id]))],
            Gates = [.. facts.Gates[id].OrderBy(gate => gate.Id).Select(Gate)],
            TransitionDays = row.GetAttributeValue<int?>("crmx_transitiondays") ?? 0,
            IsForCustomerManagers = Flag(row, "crmx_managescustomers"),
            IsForCollectors = Flag(row, "crmx_collects"),
        };
    }

    /// <summary>The ISO code of the currency that the plan pays in.</summary>
    public static string CurrencyOf(ClosingFacts facts, Entity plan) => facts.Currencies.TryGetValue(FactsReader.IdOf(plan, "crmx_paycurrencyid"), out var code) ? code : "";

    /// <summary>The place of a choice, from 0; the first where it is empty.</summary>
    public static int Place(Entity row, string column) => (row.GetAttributeValue<OptionSetValue>(column)?.Value ?? PayTables.FirstOption) - PayTables.FirstOption;

    private static PayComponent Component(Entity row, IEnumerable<Entity> tiers) => new()
    {
        Id = PayIds.Text(row.Id),
        Metric = (PayMetric)Place(row, "crmx_metric"),
        Weight = row.GetAttributeValue<decimal>("crmx_weight"),
        Threshold = row.GetAttributeValue<decimal>("crmx_threshold"),
        Target = row.GetAttributeValue<decimal?>("crmx_target") ?? 1m,
        Cap = row.GetAttributeValue<decimal?>("crmx_cap") ?? 1m,
        Curve = (PayCurve)Place(row, "crmx_curve"),
        Tiers = [.. tiers.Select(tier => new RateTier(tier.GetAttributeValue<decimal>("crmx_fromattainment"), tier.GetAttributeValue<decimal>("crmx_rate"))).OrderBy(tier => tier.From)],
        TierBasis = (TierBasis)Place(row, "crmx_tierbasis"),
        HoldBackShare = row.GetAttributeValue<decimal>("crmx_holdback") / Percent,
        VestsAfterDays = row.GetAttributeValue<int?>("crmx_vestsafterdays") ?? 0,
        MinimumSample = row.GetAttributeValue<int?>("crmx_minimumsample") ?? 0,
        Goal = row.GetAttributeValue<decimal>("crmx_goal"),
        Evidence = row.GetAttributeValue<string>("crmx_evidence") ?? "",
    };

    private static PayGate Gate(Entity row) => new()
    {
        Measure = (GateMeasure)Place(row, "crmx_measure"),
        Limit = row.GetAttributeValue<int?>("crmx_limit") ?? 0,
        Effect = (GateEffect)Place(row, "crmx_effect"),
        Share = row.GetAttributeValue<decimal>("crmx_share") / Percent,
        Judges = (GateJudges)Place(row, "crmx_judges"),
    };

    private static decimal Money(Entity row, string column) => row.GetAttributeValue<Money>(column)?.Value ?? 0;

    private static bool Flag(Entity row, string column) => row.GetAttributeValue<AliasedValue>("job." + column)?.Value is true;
}
