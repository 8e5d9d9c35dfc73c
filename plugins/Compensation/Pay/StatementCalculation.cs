using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Compensation.Pay.Clawbacks;
using Crm.Extensions.Compensation.Pay.Measures;

namespace Crm.Extensions.Compensation.Pay;

/// <summary>Works out one worker's pay for one period. Pure: the same facts in any order make the same statement.</summary>
internal static class StatementCalculation
{
    /// <exception cref="ArgumentException">The period ends before it begins, or an amount has fractions of a cent.</exception>
    public static PayStatement Calculate(StatementInput input)
    {
        var draft = new LineDraft();
        var sections = Sections(input);
        foreach (var section in sections) section.Write(draft);
        if (input.Transition is { } transition)
        {
            var former = PartList.Figure(transition.FormerShare * 100);
            draft.Add(new PayLine { Kind = PayLineKind.Transition, Measure = $"{former} % {transition.Former.Label}, {PartList.Figure(100 - (transition.FormerShare * 100))} % {input.Plan.Label}" });
        }

        NeutralLines.Write(draft, sections[sections.Count - 1].Stints, input.Period.Until);
        var waiting = Vesting.Write(draft, input);
        var balance = Settlement.Write(draft, input, draft.Lines.Sum(line => line.Amount));
        var lines = draft.Numbered([.. Plans(input).Select(pair => pair.Key.Label)]);
        var statement = new PayStatement
        {
            Worker = input.Worker,
            Period = input.Period,
            Plan = input.Plan,
            Transition = input.Transition,
            Components = [.. sections.SelectMany(section => section.Components)],
            Lines = lines,
            Payable = lines.Sum(line => line.Amount),
            Closing = balance with { HeldBack = Vesting.Ordered(waiting.Concat(sections.SelectMany(section => section.Kept))) },
            FiveCustomers = CustomerHints.Of(sections[sections.Count - 1].Stints, input.Worker.Id, input.Period),
        };
        return statement with
        {
            Gross = statement.Sum(PayLineKind.Component, PayLineKind.Cap, PayLineKind.Gate),
            HeldBack = 0 - statement.Sum(PayLineKind.HoldBack),
        };
    }

    private static IReadOnlyList<PlanSection> Sections(StatementInput input) => [.. Plans(input).Select(pair => new PlanSection(input, pair.Key, pair.Value))];

    // the former plan first; a plan without a part says nothing, but the one in force always speaks
    private static IReadOnlyList<KeyValuePair<PayPlan, decimal>> Plans(StatementInput input)
    {
        var former = input.Transition is { } transition ? Math.Min(1, Math.Max(0, transition.FormerShare)) : 0;
        var now = new KeyValuePair<PayPlan, decimal>(input.Plan, 1 - former);
        return former > 0 ? [new KeyValuePair<PayPlan, decimal>(input.Transition!.Former, former), now] : [now];
    }
}
