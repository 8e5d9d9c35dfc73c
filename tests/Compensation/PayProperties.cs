using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Compensation.Pay;
using Crm.Extensions.Compensation.Recognition;
using Crm.Extensions.Compensation.Pay.Credit;
using Crm.Extensions.Compensation.Value;
using Crm.Extensions.Shared;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Crm.Extensions.Tests.Compensation;

/// <summary>What holds under any plan and any facts.</summary>
[Properties(Arbitrary = [typeof(Cases)], MaxTest = 150)]
public class PayProperties
{
    [Property]
    public bool Parts_come_to_the_whole_to_the_cent(Case given)
    {
        var statement = given.Calculate();
        return statement.Lines.Sum(line => line.Amount) == statement.Payable
            && statement.Lines.All(line => decimal.Round(line.Amount, 2) == line.Amount)
            && statement.Components.All(result => statement.Lines.Where(line => line.Kind == PayLineKind.Component && line.Plan == result.Plan && line.ComponentId == result.Component.Id).Sum(line => line.Amount) == result.Amount)
            && statement.HeldBack == statement.Closing.HeldBack.Where(held => held.Evidence.StartsWith(statement.Period.Code, StringComparison.Ordinal)).Sum(held => held.Amount);
    }

    [Property]
    public bool Nobody_is_paid_beyond_the_cap_of_a_component_or_the_ceiling_of_a_plan_and_nobody_pays_in(Case given)
    {
        var statement = given.Calculate();
        var plan = given.Input.Plan;
        var additive = plan.Combination == PayCombination.Multiplicative
            || statement.Components.All(result => result.Amount <= MoneyShares.ToCent(result.TargetPay * PayoutCurve.Share(result.Component, result.Component.Cap)));
        return additive && (plan.Ceiling == 0 || statement.Gross <= plan.Ceiling) && statement.Payable >= 0 && statement.Closing.ClawbackCarried >= 0;
    }

    [Property]
    public bool More_attainment_never_earns_a_smaller_share(Case given, NonNegativeInt one, NonNegativeInt other) =>
        given.Input.Plan.Components.All(component =>
            PayoutCurve.Share(component, Math.Min(one.Get, other.Get) / 20m) <= PayoutCurve.Share(component, Math.Max(one.Get, other.Get) / 20m));

    [Property]
    public bool A_customer_who_is_worth_more_never_earns_the_worker_less(Case given, PositiveInt more)
    {
        var customer = given.Input.Customers[more.Get % given.Input.Customers.Count];
        var better = WhatIf.Apply(given.Input, [new WhatIfChange(WhatIfSubject.CustomerValue, customer.Value + more.Get, customer.Id)]);
        var before = given.Calculate();
        var after = StatementCalculation.Calculate(better);

        // where the first value of all makes a component measurable, weights move and no two attainments are compared
        return before.Components.Zip(after.Components).Any(pair => pair.First.IsMeasured != pair.Second.IsMeasured) || before.Gross <= after.Gross;
    }

    [Property]
    public bool The_order_of_what_is_put_in_does_not_matter(Case given)
    {
        var input = given.Input;
        var turned = input with
        {
            Customers = [.. input.Customers.Reverse().Select(customer => customer with { Spans = [.. customer.Spans.Reverse()] })],
            Surveys = [.. input.Surveys.Reverse()],
            Recognitions = [.. input.Recognitions.Reverse()],
            GateFacts = [.. input.GateFacts.Reverse()],
            Adjustments = [.. input.Adjustments.Reverse()],
            Plan = input.Plan with { Components = [.. input.Plan.Components.Reverse()], Gates = [.. input.Plan.Gates.Reverse()] },
        };
        return StatementBytes.Text(given.Calculate()) == StatementBytes.Text(StatementCalculation.Calculate(turned));
    }

    [Property]
    public bool Closing_twice_changes_nothing(Case given) => StatementRevision.Of(given.Calculate().Lines, given.Calculate(), "again", "").Count == 0;

    [Property]
    public bool Undoing_an_adjustment_returns_to_the_start(Case given, PositiveInt change)
    {
        var closed = given.Calculate().Lines;
        var other = StatementCalculation.Calculate(WhatIf.Apply(given.Input, [new WhatIfChange(WhatIfSubject.CustomerValue, change.Get, given.Input.Customers[0].Id)]));
        var first = StatementRevision.Of(closed, other, "late", "fact");
        var second = StatementRevision.Of([.. closed, .. first], given.Calculate(), "undone", "fact");
        return closed.Concat(first).Sum(line => line.Amount) == other.Payable
            && closed.Concat(first).Concat(second).Sum(line => line.Amount) == given.Calculate().Payable
            && closed.Concat(first).Concat(second).GroupBy(line => (line.ComponentId, line.CustomerId)).All(lines => lines.Sum(line => line.Amount)
                == closed.Where(line => (line.ComponentId, line.CustomerId) == lines.Key).Sum(line => line.Amount));
    }

    [Property]
    public bool Shares_of_a_customers_days_never_come_to_more_than_all_days(Case given)
    {
        var presence = new Presence(given.Input.Period, given.Input.Worker, []);
        return given.Input.Customers.All(customer => new[] { "ANA", "BETO" }.Sum(worker =>
            CustomerCredit.Of(customer, worker, given.Input.Period, given.Input.Plan.TransitionDays, presence).Sum(stint => stint.Credit)) <= 1.0000001m);
    }

    [Property]
    public bool Money_in_parts_is_the_money(int cents, NonEmptyArray<NonNegativeInt> weights)
    {
        if (weights.Get.All(weight => weight.Get == 0)) return true;
        var parts = MoneyShares.Allocate(cents / 100m, [.. weights.Get.Select(weight => (decimal)weight.Get)]);
        var mirror = MoneyShares.Allocate(-cents / 100m, [.. weights.Get.Select(weight => (decimal)weight.Get)]);
        return parts.Sum() == cents / 100m && parts.Zip(mirror).All(pair => pair.First == -pair.Second) && parts.All(part => part * cents >= 0);
    }

    /// <summary>A plan and facts that chance made.</summary>
    public sealed class Case
    {
        internal Case(StatementInput input) => Input = input;

        internal StatementInput Input { get; }

        internal PayStatement Calculate() => StatementCalculation.Calculate(Input);

        public override string ToString() => StatementBytes.Text(Calculate());
    }

    public static class Cases
    {
        public static Arbitrary<Case> Any() => Gen.Choose(0, int.MaxValue - 1).Select(seed => Made(new Random(seed))).ToArbitrary();

        private static Case Made(Random chance)
        {
            var metrics = Enum.GetValues<PayMetric>().OrderBy(_ => chance.Next()).Take(chance.Next(1, 6)).ToList();
            var weights = MoneyShares.Allocate(100, [.. metrics.Select(_ => (decimal)chance.Next(1, 10))]);
            var plan = new PayPlan
            {
                Code = "X", Currency = "USD", TargetPay = chance.Next(0, 1_000_000) / 100m, Ceiling = chance.Next(3) == 0 ? chance.Next(1, 1_000_000) / 100m : 0,
                Combination = (PayCombination)chance.Next(2), TransitionDays = chance.Next(0, 60),
                Components = [.. metrics.Select((metric, index) => Component(chance, metric, weights[index]))],
                Gates = [.. Enum.GetValues<GateMeasure>().Where(_ => chance.Next(3) == 0).Select(measure => new PayGate { Measure = measure, Limit = chance.Next(2), Share = chance.Next(1, 100) / 100m, Effect = (GateEffect)chance.Next(2), Judges = (GateJudges)chance.Next(2) })],
            };
            var customers = Enumerable.Range(1, chance.Next(1, 9)).Select(number => Customer(chance, "C" + number)).ToList();
            return new Case(new StatementInput
            {
                Worker = new PayWorker("ANA", Country: chance.Next(2) == 0 ? "MX" : "CO"),
                Period = PayExample.Period,
                Plan = plan,
                Absences = chance.Next(3) == 0 ? [new PayAbsence((PayAbsenceKind)chance.Next(7), Day(chance), PayExample.Period.Until, chance.Next(1, 3) / 2m)] : [],
                Customers = customers,
                Surveys = [.. customers.Where(_ => chance.Next(2) == 0).Select(customer => new SurveyScore(customer.Id, customer.ValueAtStart, chance.Next(11), Day(chance), "S" + customer.Id))],
                Recognitions = [.. customers.Select(customer => new RecognitionFact("R" + customer.Id, customer.Id, Day(chance), (RecognitionVerifier)chance.Next(3), chance.Next(5) == 0, chance.Next(9) > 0))],
                Achievements = [.. metrics.Select(metric => new PayAchievement(metric, chance.Next(-20, 200) / 100m, "HR"))],
                GateFacts = [.. Enumerable.Range(0, chance.Next(4)).Select(number => new GateFact((GateMeasure)chance.Next(3), chance.Next(2) == 0 ? "ANA" : "BETO", "", Day(chance), "F" + number))],
                Adjustments = [.. Enumerable.Range(0, chance.Next(3)).Select(number => new PayAdjustment("c", "C1", chance.Next(-50_000, 20_000) / 100m, "late", "T" + number, "closed " + number))],
                Opening = new PayBalance { DrawBalance = chance.Next(2) * 500, ClawbackCarried = chance.Next(2) * 250.55m },
                HasConsented = chance.Next(2) == 0,
            });
        }

        private static PayComponent Component(Random chance, PayMetric metric, decimal weight)
        {
            var threshold = chance.Next(0, 80) / 100m;
            var target = threshold + (chance.Next(0, 60) / 100m);
            return new PayComponent
            {
                Id = metric.ToString(), Metric = metric, Weight = weight, Threshold = threshold, Target = target, Cap = target + (chance.Next(0, 100) / 100m), Curve = (PayCurve)chance.Next(3),
                Tiers = chance.Next(2) == 0 ? [] : [.. Enumerable.Range(0, chance.Next(1, 5)).Select(step => new RateTier((step / 2m) + (chance.Next(40) / 100m), chance.Next(0, 300) / 100m))],
                TierBasis = (TierBasis)chance.Next(2), Goal = metric == PayMetric.Development ? chance.Next(3) * 500 : metric == PayMetric.Recognition ? chance.Next(3) * 4 : 0,
                HoldBackShare = chance.Next(3) == 0 ? chance.Next(101) / 100m : 0, VestsAfterDays = chance.Next(365), MinimumSample = chance.Next(4), Evidence = "HR",
            };
        }

        private static PayCustomer Customer(Random chance, string id)
        {
            var start = chance.Next(0, 500_000) / 100m;
            var day = Day(chance);
            IReadOnlyList<CreditSpan> spans = chance.Next(4) switch
            {
                0 => [new CreditSpan("ANA", 1, PayExample.Day("2025-01-01"), day.AddDays(-1)), new CreditSpan("BETO", 1, day, null, "ANA", start)],
                1 => [new CreditSpan("BETO", 1, PayExample.Day("2025-01-01"), day.AddDays(-1)), new CreditSpan("ANA", 1, day, null, "BETO", start)],
                2 => [new CreditSpan("ANA", chance.Next(1, 101) / 100m, PayExample.Day("2025-01-01")), new CreditSpan("BETO", chance.Next(1, 101) / 100m, day)],
                _ => PayExample.Whole("ANA"),
            };
            return PayExample.Customer(id, (ValueSegment)chance.Next(4), start, chance.Next(0, 700_000) / 100m, start, start * chance.Next(100, 200) / 100, spans) with
            {
                NeutralActs = chance.Next(5) == 0 ? [new NeutralAct("limitcut", day, chance.Next(2) == 0 ? null : 100, "act " + id)] : [],
            };
        }

        private static CalendarDate Day(Random chance) => PayExample.Period.From.AddDays(chance.Next(1, 180));
    }
}
