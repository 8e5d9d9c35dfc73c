using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Compensation.Pay.Credit;
using Crm.Extensions.Compensation.Pay.Measures;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Pay;

/// <summary>What one plan pays for a period, or its part of it while two plans are blended: components, ceiling, gates, hold-back.</summary>
internal sealed class PlanSection
{
    private readonly PayPlan plan;
    private readonly CreditBook book;
    private readonly decimal scale;
    private readonly List<HeldBack> kept = [];

    /// <param name="share">0 to 1: the plan's part of the period's pay.</param>
    public PlanSection(StatementInput input, PayPlan plan, decimal share)
    {
        this.plan = plan;
        book = new CreditBook(input, plan.TransitionDays);
        scale = share * book.Presence.PaidShare;
    }

    public IReadOnlyList<ComponentResult> Components { get; private set; } = [];

    public IReadOnlyList<HeldBack> Kept => kept;

    public IReadOnlyList<Stint> Stints => book.Stints;

    public void Write(LineDraft draft)
    {
        var measured = plan.Components.OrderBy(component => component.Id, StringComparer.Ordinal)
            .Select(component => new KeyValuePair<PayComponent, Measurement>(component, Measure(component))).ToList();
        Components = Paid(measured);
        var customers = Components.Select((result, index) => Trace(draft, result, measured[index].Value.Parts)).ToList();

        IReadOnlyList<decimal> amounts = [.. Components.Select(result => result.Amount)];
        amounts = Capped(draft, amounts);
        foreach (var gate in plan.Gates.OrderBy(gate => gate.Measure).ThenBy(gate => gate.Judges).ThenBy(gate => gate.Limit).ThenBy(gate => gate.Effect).ThenBy(gate => gate.Share))
            amounts = Gated(draft, gate, amounts);

        for (var index = 0; index < amounts.Count; index++) HoldBack(draft, Components[index], amounts[index], customers[index]);
    }

    private Measurement Measure(PayComponent component) => component.Metric switch
    {
        PayMetric.Retention => RetentionMeasure.Of(book),
        PayMetric.Development => DevelopmentMeasure.Of(book, component.Goal),
        PayMetric.Satisfaction => SatisfactionMeasure.Of(book, component),
        PayMetric.Recognition => RecognitionMeasure.Of(book, component.Goal),
        _ => AchievementMeasure.Of(book, component.Metric, component.Goal),
    };

    // the weight of what could not be measured goes to the others in proportion
    private IReadOnlyList<ComponentResult> Paid(IReadOnlyList<KeyValuePair<PayComponent, Measurement>> measured)
    {
        var all = measured.Sum(pair => pair.Key.Weight);
        var found = measured.Where(pair => pair.Value.IsMeasured).Sum(pair => pair.Key.Weight);
        var weights = measured.Select(pair => pair.Value.IsMeasured && found > 0 ? pair.Key.Weight * all / found : 0).ToList();
        var target = found > 0 ? MoneyShares.ToCent(plan.TargetPay * scale * all / 100) : 0;
        var targets = MoneyShares.Allocate(target, weights);
        var shares = measured.Select(pair => pair.Value.IsMeasured ? PayoutCurve.Share(pair.Key, pair.Value.Attainment) : 0).ToList();
        IReadOnlyList<decimal> amounts = plan.Combination == PayCombination.Additive
            ? [.. targets.Select((one, index) => MoneyShares.ToCent(one * shares[index]))]
            : MoneyShares.Allocate(MoneyShares.ToCent(shares.Where((_, index) => weights[index] > 0).Aggregate(target, (product, share) => product * share)), weights);
        return
        [
            .. measured.Select((pair, index) => new ComponentResult
            {
                Plan = plan.Label,
                Component = pair.Key,
                Weight = weights[index],
                IsMeasured = pair.Value.IsMeasured,
                Measured = pair.Value.Measured,
                Goal = pair.Value.Goal,
                Attainment = pair.Value.Attainment,
                PayoutShare = shares[index],
                TargetPay = targets[index],
                Amount = amounts[index],
            }),
        ];
    }

    private IReadOnlyList<PayLine> Trace(LineDraft draft, ComponentResult result, IReadOnlyList<MeasuredPart> parts)
    {
        var pattern = new PayLine { Kind = PayLineKind.Component, Plan = plan.Label, ComponentId = result.Component.Id };
        IReadOnlyList<PayLine> lines = parts.All(part => part.Weight == 0) && (parts.Count == 0 || result.Amount != 0)
            ? [pattern with { Amount = result.Amount, Measure = $"{PartList.Figure(result.Measured)} / {PartList.Figure(result.Goal)}" }]
            : Traced(pattern, MoneyShares.Allocate(result.Amount, [.. parts.Select(part => part.Weight)]), parts);
        foreach (var line in lines) draft.Add(line);
        return lines;
    }

    private static IReadOnlyList<PayLine> Traced(PayLine pattern, IReadOnlyList<decimal> amounts, IReadOnlyList<MeasuredPart> parts) =>
        [.. parts.Select((part, index) => pattern with { CustomerId = part.CustomerId, Measure = part.Measure, Evidence = part.Evidence, Amount = amounts[index] })];

    private IReadOnlyList<decimal> Capped(LineDraft draft, IReadOnlyList<decimal> amounts)
    {
        var ceiling = MoneyShares.ToCent(plan.Ceiling * scale);
        var over = plan.Ceiling > 0 ? amounts.Sum() - ceiling : 0;
        if (over <= 0) return amounts;
        var pattern = new PayLine { Kind = PayLineKind.Cap, Plan = plan.Label, Measure = $"≤ {PartList.Figure(ceiling)}" };
        return draft.Part(-over, Components, amounts, pattern);
    }

    private IReadOnlyList<decimal> Gated(LineDraft draft, PayGate gate, IReadOnlyList<decimal> amounts)
    {
        var facts = book.Input.GateFacts
            .Where(fact => fact.Measure == gate.Measure && fact.On >= book.Input.Period.From && fact.On <= book.Input.Period.Until)
            .Where(fact => gate.Judges == GateJudges.Team || string.Equals(fact.WorkerId, book.Input.Worker.Id, StringComparison.Ordinal))
            .Select(fact => fact.Evidence).Distinct(StringComparer.Ordinal).OrderBy(evidence => evidence, StringComparer.Ordinal).ToList();
        var beyond = facts.Count - gate.Limit;
        if (beyond <= 0) return amounts;
        var share = gate.Effect == GateEffect.Withhold ? 1 : Math.Min(1, Math.Max(0, gate.Share) * beyond);
        var pattern = new PayLine
        {
            Kind = PayLineKind.Gate,
            Plan = plan.Label,
            Measure = FormattableString.Invariant($"{gate.Measure} {gate.Judges} {facts.Count} > {gate.Limit}, −{share * 100:0.##} %"),
            Evidence = string.Join("; ", facts),
        };
        return draft.Part(-MoneyShares.ToCent(amounts.Sum() * share), Components, amounts, pattern);
    }

    private void HoldBack(LineDraft draft, ComponentResult result, decimal amount, IReadOnlyList<PayLine> customers)
    {
        var share = Math.Min(1, Math.Max(0, result.Component.HoldBackShare));
        var held = MoneyShares.ToCent(amount * share);
        if (held <= 0) return;
        var vests = book.Input.Period.Until.AddDays(Math.Max(0, result.Component.VestsAfterDays));
        var parts = MoneyShares.Allocate(held, [.. customers.Select(line => line.Amount)]);
        for (var index = 0; index < parts.Count; index++)
        {
            if (parts[index] == 0) continue;
            var customer = customers[index].CustomerId;
            var reference = $"{book.Input.Period.Code} {plan.Label} {result.Component.Id}";
            kept.Add(new HeldBack(result.Component.Id, customer, parts[index], vests, reference));
            draft.Add(new PayLine
            {
                Kind = PayLineKind.HoldBack, Plan = plan.Label, ComponentId = result.Component.Id, CustomerId = customer, Amount = -parts[index],
                Measure = $"{PartList.Figure(share * 100)} % → {vests}",
            });
        }
    }
}
