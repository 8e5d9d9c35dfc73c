using System;
using System.Linq;
using Crm.Extensions.Compensation.Pay;
using Crm.Extensions.Compensation.Recognition;
using Crm.Extensions.Compensation.Pay.Clawbacks;
using Crm.Extensions.Compensation.Value;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;
using Xunit;

namespace Crm.Extensions.Tests.Compensation;

public class PayRuleTests
{
    [Fact]
    public void A_peso_book_that_grew_by_40_percent_with_prices_40_percent_up_has_developed_nothing()
    {
        var index = new PriceIndex("IPC", new System.Collections.Generic.Dictionary<CalendarDate, decimal> { [PayExample.Day("2025-01-01")] = 100, [PayExample.Day("2026-01-01")] = 140 }, PayExample.Day("2025-01-01"));
        var value = index.Deflate(1_400_000, PayExample.Day("2026-01-15"));
        var customer = PayExample.Customer("C1", ValueSegment.A, 1_000_000, value, 1_000_000, 1_500_000, PayExample.Whole("ANA"));

        var statement = StatementCalculation.Calculate(PayExample.Ana with { Customers = [customer] });

        Assert.Equal(0, Of(statement, "development").Attainment);
        Assert.Equal(1, Of(statement, "retention").Attainment);
    }

    [Theory]
    [InlineData("Parental", 5_000)]
    [InlineData("Vacation", 10_000)]
    public void Thirteen_of_26_weeks_away_halve_the_goal_and_only_leaves_with_other_pay_halve_the_target_pay(string kind, decimal targetPay)
    {
        var away = new PayAbsence(System.Enum.Parse<PayAbsenceKind>(kind), PayExample.Period.From, PayExample.Period.From.AddDays(90));
        var statement = StatementCalculation.Calculate(PayExample.Ana with { Absences = [away] });

        Assert.Equal(500, Of(statement, "development").Goal);
        Assert.Equal(targetPay, statement.Components.Sum(result => result.TargetPay));
    }

    [Fact]
    public void A_customer_who_died_counts_neither_as_kept_nor_as_lost()
    {
        var stays = PayExample.Customer("C1", ValueSegment.A, 1_000, 900, 1_000, 1_000, PayExample.Whole("ANA"));
        var died = PayExample.Customer("C2", ValueSegment.A, 5_000, 0, 5_000, 6_000, PayExample.Whole("ANA")) with { NeutralActs = [new NeutralAct("death", PayExample.Day("2026-02-02"), null, "incident 4")] };

        var without = StatementCalculation.Calculate(PayExample.Ana with { Customers = [stays] });
        var with = StatementCalculation.Calculate(PayExample.Ana with { Customers = [stays, died] });

        Assert.Equal(without.Payable, with.Payable);
        Assert.Equal("incident 4", Assert.Single(with.Lines, line => line.Kind == PayLineKind.Neutral).Evidence);
        Assert.DoesNotContain(with.FiveCustomers, hint => hint.CustomerId == "C2");
    }

    [Fact]
    public void With_fewer_answers_than_the_sample_the_weight_of_satisfaction_goes_to_the_others_in_proportion()
    {
        var statement = StatementCalculation.Calculate(PayExample.Beto);

        Assert.False(Of(statement, "satisfaction").IsMeasured);
        Assert.Equal([37.5m, 12.5m, 50m, 0m], statement.Components.Select(result => result.Weight));
        Assert.Equal(10_000, statement.Components.Sum(result => result.TargetPay));
    }

    [Fact]
    public void Ten_answers_of_one_friend_are_a_sample_of_one()
    {
        var friends = Enumerable.Range(1, 10).Select(number => new SurveyScore("C01", 10_000, 10, PayExample.Day("2026-05-05"), "answer " + number));
        Assert.False(Of(StatementCalculation.Calculate(PayExample.Ana with { Surveys = [.. friends] }), "satisfaction").IsMeasured);
    }

    [Fact]
    public void Recognitions_that_nobody_verified_or_that_are_told_twice_earn_nothing()
    {
        RecognitionFact[] facts =
        [
            Greeting("1", "G1", RecognitionVerifier.Customer), Greeting("2", "G1", RecognitionVerifier.Customer), Greeting("1", "G1", RecognitionVerifier.Customer),
            Greeting("3", "G2", RecognitionVerifier.None), Greeting("4", "G3", RecognitionVerifier.Customer) with { On = PayExample.Day("2026-08-01") },
        ];
        Assert.Equal(1, Of(StatementCalculation.Calculate(PayExample.Ana with { Recognitions = facts }), "recognition").Measured);
    }

    [Fact]
    public void Recognitions_that_nobody_looked_at_count_by_the_checks_that_were_true_customer_by_customer()
    {
        RecognitionFact[] facts =
        [
            Greeting("1", "G1", RecognitionVerifier.Sample), Greeting("2", "G2", RecognitionVerifier.Sample) with { IsRefuted = true },
            Greeting("3", "G3", RecognitionVerifier.None), Greeting("4", "G4", RecognitionVerifier.None), Greeting("5", "G5", RecognitionVerifier.None) with { HasActivity = false },
        ];
        var statement = StatementCalculation.Calculate(PayExample.Ana with { Recognitions = facts });
        var lines = statement.Lines.Where(line => line.Kind == PayLineKind.Component && line.ComponentId == "recognition").ToList();

        // one true of two checks: 1 + 2 × 0.5 = 2 of 10, of 1,000.00
        Assert.Equal((2m, 200m), (Of(statement, "recognition").Measured, lines.Sum(line => line.Amount)));
        Assert.Equal(["G1 1 100.00", "G2 0 0.00", "G3 0 + 1 × 0.5 50.00", "G4 0 + 1 × 0.5 50.00"], lines.Select(line => FormattableString.Invariant($"{line.CustomerId} {line.Measure} {line.Amount:0.00}")));
    }

    private static RecognitionFact Greeting(string id, string customer, RecognitionVerifier verifier) => new(id, customer, PayExample.Day("2026-02-01"), verifier);

    [Fact]
    public void A_gate_judges_the_workers_own_acts_and_not_a_colleagues()
    {
        var colleague = new GateFact(GateMeasure.Breaches, "BETO", "C05", PayExample.Day("2026-02-03"), "call 5");
        Assert.Equal(0, StatementCalculation.Calculate(PayExample.Ana with { GateFacts = [colleague] }).Sum(PayLineKind.Gate));
        Assert.Equal(-686.95m, StatementCalculation.Calculate(PayExample.Ana with { GateFacts = [colleague with { WorkerId = "ANA" }] }).Sum(PayLineKind.Gate));
    }

    [Fact]
    public void What_was_held_back_is_paid_if_the_customer_stayed_is_lost_if_he_left_and_is_paid_all_the_same_where_the_company_sent_him_away()
    {
        HeldBack Held(string customer) => new("development", customer, 100, PayExample.Day("2026-06-30"), "2025-S2 CM v1 development");
        var input = PayExample.Ana with
        {
            Opening = new PayBalance { HeldBack = [Held("STAYED"), Held("LEFT"), Held("BLOCKED"), Held("LATER") with { VestsOn = PayExample.Day("2026-12-31") }] },
            Departures = [new CustomerDeparture("LEFT", PayExample.Day("2026-02-01"), false, "closing 1"), new CustomerDeparture("BLOCKED", PayExample.Day("2026-02-01"), true, "block 2")],
        };

        var statement = StatementCalculation.Calculate(input);

        Assert.Equal("BLOCKED 100.00 | LEFT 0.00 | STAYED 100.00", string.Join(" | ", statement.Lines.Where(line => line.Kind == PayLineKind.Vesting).Select(line => System.FormattableString.Invariant($"{line.CustomerId} {line.Amount:0.00}"))));
        Assert.Equal("LATER", Assert.Single(statement.Closing.HeldBack, held => held.Evidence.StartsWith("2025", System.StringComparison.Ordinal)).CustomerId);
    }

    [Fact]
    public void A_recoverable_draw_tops_up_ends_by_itself_and_is_returned_out_of_later_pay()
    {
        var poor = PayExample.Ana with { Customers = [], Surveys = [], Recognitions = [], Draw = new PayDraw(2_000, true, PayExample.Period.From.AddDays(90)) };
        var first = StatementCalculation.Calculate(poor);
        var next = StatementCalculation.Calculate(PayExample.Ana with { Opening = first.Closing });
        var ended = StatementCalculation.Calculate(poor with { Draw = poor.Draw with { Until = PayExample.Period.From.AddDays(-1) } });

        Assert.Equal((1_000m, 1_000m), (first.Payable, first.Closing.DrawBalance));
        Assert.Equal((-1_000m, 0m), (next.Sum(PayLineKind.DrawRecovery), next.Carried));
        Assert.Equal(0, ended.Payable);
    }

    [Theory]
    [InlineData(0.75, 750, 2_500)]
    [InlineData(0.5, 500, 5_000)]
    [InlineData(0, 0, 10_000)]
    public void The_former_plan_and_the_new_one_are_blended_period_by_period(decimal share, decimal former, decimal now)
    {
        var product = new PayPlan { Code = "PM", TargetPay = 1_000, Components = [new PayComponent { Id = "quota", Metric = PayMetric.ProductQuota, Weight = 100, Evidence = "Sales" }] };
        var statement = StatementCalculation.Calculate(PayExample.Ana with
        {
            Transition = new PlanTransition(product, share), Achievements = [new PayAchievement(PayMetric.ProductQuota, 1, "sales")],
        });

        Assert.Equal(former, statement.Components.Where(result => result.Plan == "PM v1").Sum(result => result.Amount));
        Assert.Equal(now, statement.Components.Where(result => result.Plan == "CM v1").Sum(result => result.TargetPay));
        Assert.Single(statement.Lines, line => line.Kind == PayLineKind.Transition);
    }

    [Fact]
    public void Multiplied_components_pay_nothing_where_one_is_neglected()
    {
        var plan = PayExample.Plan with { Combination = PayCombination.Multiplicative };
        Assert.Equal(0, StatementCalculation.Calculate(PayExample.Diego with { Plan = plan, Customers = [PayExample.Customers[0] with { Spans = PayExample.Whole("DIEGO"), Value = 0 }] }).Gross);
        Assert.True(StatementCalculation.Calculate(PayExample.Diego with { Plan = plan }).Gross > 0);
    }

    [Fact]
    public void Late_facts_become_new_lines_and_taking_them_back_returns_to_the_start()
    {
        var closed = StatementCalculation.Calculate(PayExample.Diego).Lines;
        var late = StatementCalculation.Calculate(WhatIf.Apply(PayExample.Diego, [new WhatIfChange(WhatIfSubject.CustomerValue, 2_900, "C11")]));

        var first = StatementRevision.Of(closed, late, "A purchase came late.", "customertransaction 77");
        var undone = StatementRevision.Of([.. closed, .. first], StatementCalculation.Calculate(PayExample.Diego), "It was refunded.", "customertransaction 78");

        Assert.NotEmpty(first);
        Assert.All(first, line => Assert.Equal(("A purchase came late.", true), (line.Reason, line.Evidence.Length > 0)));
        Assert.Equal(late.Payable, closed.Concat(first).Sum(line => line.Amount));
        Assert.Equal(closed.Sum(line => line.Amount), closed.Concat(first).Concat(undone).Sum(line => line.Amount));
        Assert.Empty(StatementRevision.Of(closed, StatementCalculation.Calculate(PayExample.Diego), "again", ""));
        Assert.Equal(closed.Count + 1, first[0].Number);
    }

    [Fact]
    public void Without_written_consent_nothing_is_netted_where_the_law_asks_for_it()
    {
        var statement = StatementCalculation.Calculate(PayExample.Diego with { HasConsented = false });
        Assert.Equal((8_467.01m, 3_000m), (statement.Payable, statement.Closing.ClawbackCarried));
    }

    [Fact]
    public void A_country_without_a_law_on_file_gets_the_strictest_and_each_law_names_its_source()
    {
        Assert.Equal(ClawbackLaw.All.Min(law => law.Share), ClawbackLaw.Of("XX").Share);
        Assert.True(ClawbackLaw.Strictest.NeedsConsent);
        Assert.All(ClawbackLaw.All, law => Assert.True(law.Source.Length > 0 && law.Share is > 0 and <= 0.3m && (law.WasRead || law.Note.Length > 0)));
        Assert.Equal((0.15m, 0.30m), (ClawbackLaw.Of("CL").Share, ClawbackLaw.Of("MX-JAL").Share));
    }

    [Theory]
    [InlineData("QuotaAlone")]
    [InlineData("QuotaTooMuch")]
    [InlineData("RecoveredAlone")]
    [InlineData("Weights")]
    [InlineData("EvidenceMissing")]
    [InlineData("TierFalls")]
    [InlineData("TierGap")]
    [InlineData("HidingPays")]
    public void A_plan_that_must_not_pay_is_found_with_a_reason_in_both_languages(string code)
    {
        PayComponent quota = new() { Id = "quota", Metric = PayMetric.ProductQuota, Weight = 100, Evidence = "Sales" };
        var plan = PayExample.Plan;
        plan = code switch
        {
            "QuotaAlone" => plan with { Components = [quota] },
            "QuotaTooMuch" => plan with { Components = [.. plan.Components.Take(3), quota with { Weight = 30 }] },
            "RecoveredAlone" => plan with { IsForCustomerManagers = false, IsForCollectors = true, Components = [quota with { Metric = PayMetric.Recovered }] },
            "Weights" => plan with { Components = [.. plan.Components.Skip(1)] },
            "EvidenceMissing" => plan with { Components = [.. plan.Components.Select(component => component with { Evidence = " " })] },
            "TierFalls" => plan with { Components = [.. plan.Components.Select(component => component with { TierBasis = TierBasis.Whole, Tiers = [new RateTier(0, 2), new RateTier(1, 1)] })] },
            "TierGap" => plan with { Components = [.. plan.Components.Select(component => component with { Tiers = [new RateTier(1, 1)] })] },
            _ => plan with { Gates = [new PayGate { Measure = GateMeasure.ComplaintsPastDue, Share = 0.1m }, new PayGate { Measure = GateMeasure.ComplaintsUnlogged, Share = 0.1m }] },
        };

        var found = PlanChecks.Check(plan, 20).First(check => check.Code == code);

        Assert.NotEqual(found.Reason(Language.English), found.Reason(Language.Spanish));
        Assert.Empty(PlanChecks.Check(PayExample.Plan, 20));
    }

    private static ComponentResult Of(PayStatement statement, string id) => statement.Components.Single(result => result.Component.Id == id);
}
