using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Compensation.Pay;
using Crm.Extensions.Compensation.Value;
using Crm.Extensions.Shared;
using Xunit;

namespace Crm.Extensions.Tests.Compensation;

/// <summary>Seven defects that were read in another commission product, each as what must not happen here.</summary>
public class PayDefectTests
{
    private static readonly RateTier[] Tiers = [new(0, 0.5m), new(1_000, 1), new(2_000, 2)];

    [Theory]
    [InlineData(999.99, 499.995)]
    [InlineData(1_000, 500)]
    [InlineData(1_000.50, 500.5)]
    [InlineData(1_001, 501)]
    [InlineData(2_500, 2_500)]
    public void Defect_1_No_amount_falls_between_two_tiers_and_none_falls_over_a_cliff(decimal attained, decimal share) =>
        Assert.Equal(share, PayoutCurve.Share(Tiered(TierBasis.Marginal), attained));

    [Theory]
    [InlineData(999.99, 499.995)]
    [InlineData(1_000, 1_000)]
    [InlineData(1_000.50, 1_000.5)]
    [InlineData(2_500, 5_000)]
    public void Defect_1_On_the_whole_every_amount_has_its_tier_whatever_the_order_of_tiers(decimal attained, decimal share) =>
        Assert.Equal(share, PayoutCurve.Share(Tiered(TierBasis.Whole) with { Tiers = [.. Tiers.Reverse()] }, attained));

    [Fact]
    public void Defect_2_Tiers_judge_the_total_of_the_period_not_each_figure()
    {
        var plan = Quota(Tiered(TierBasis.Marginal) with { Goal = 1 });
        var pieces = Input(plan) with { Achievements = [.. Enumerable.Range(1, 4).Select(number => new PayAchievement(PayMetric.ProductQuota, 500, "invoice " + number))] };
        var whole = Input(plan) with { Achievements = [new PayAchievement(PayMetric.ProductQuota, 2_000, "invoice")] };

        Assert.Equal(StatementCalculation.Calculate(whole).Payable, StatementCalculation.Calculate(pieces).Payable);
        Assert.Equal(1_500, StatementCalculation.Calculate(whole).Payable);
    }

    [Fact]
    public void Defect_3_A_refund_takes_exactly_what_the_entry_paid_and_keeps_its_customer_and_component()
    {
        var paid = StatementCalculation.Calculate(PayExample.Diego).Lines.Single(line => line.ComponentId == "development" && line.CustomerId == "C11" && line.Kind == PayLineKind.Component);

        var back = StatementRevision.Reverse(paid, 99, "Refunded.", "customertransaction R-11");

        Assert.Equal((-1_200.00m, "development", "C11", (int?)paid.Number), (back.Amount, back.ComponentId, back.CustomerId, back.Reverses));
    }

    [Fact]
    public void Defect_3_A_figure_with_more_refunds_than_sales_pays_nothing_and_never_the_other_way_round()
    {
        var input = Input(Quota(Tiered(TierBasis.Marginal) with { Goal = 1 })) with
        {
            Achievements = [new PayAchievement(PayMetric.ProductQuota, 100, "invoice"), new PayAchievement(PayMetric.ProductQuota, -400, "credit note")],
        };

        Assert.Equal(0, StatementCalculation.Calculate(input).Payable);
    }

    [Theory]
    [InlineData("100.00", "33.34 33.33 33.33")]
    [InlineData("-100.00", "-33.34 -33.33 -33.33")]
    [InlineData("0.02", "0.01 0.01 0.00")]
    [InlineData("-0.01", "-0.01 0.00 0.00")]
    public void Defect_4_Money_is_parted_to_the_cent_by_the_largest_remainder_and_a_reversal_is_its_mirror(string amount, string parts)
    {
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        var shares = MoneyShares.Allocate(decimal.Parse(amount, invariant), [1, 1, 1]);
        Assert.Equal(parts, string.Join(" ", shares.Select(part => part.ToString("0.00", invariant))));
    }

    [Theory]
    [InlineData("2026-01-01", "2026-01-31", 31)]
    [InlineData("2026-07-16", "2026-07-31", 16)]
    [InlineData("2026-02-16", "2026-02-28", 13)]
    public void Defect_5_A_period_is_its_two_days_and_all_between(string from, string until, int days) =>
        Assert.Equal(days, new PayPeriod("x", PayExample.Day(from), PayExample.Day(until)).Days);

    [Fact]
    public void Defect_6_Credit_is_that_of_the_day_not_that_of_whoever_manages_the_customer_now()
    {
        var spans = new[] { new CreditSpan("ANA", 1, PayExample.Day("2025-01-01"), PayExample.Day("2026-04-05")), new CreditSpan("BETO", 1, PayExample.Day("2026-04-06")) };
        var customer = PayExample.Customer("C1", ValueSegment.A, 1_000, 1_000, 1_000, 1_000, spans);

        var ana = StatementCalculation.Calculate(PayExample.Ana with { Customers = [customer] });
        var later = StatementCalculation.Calculate(PayExample.Ana with { Customers = [customer with { Spans = [spans[0], spans[1] with { WorkerId = "CARLA" }] }] });

        Assert.Contains(ana.Lines, line => line.CustomerId == "C1" && line.ComponentId == "retention" && line.Measure.EndsWith("× 0.5", System.StringComparison.Ordinal));
        Assert.Equal(StatementBytes.Text(ana), StatementBytes.Text(later));
    }

    [Fact]
    public void Defect_7_Who_joins_a_customer_is_counted_at_once_and_shares_never_come_to_more_than_one()
    {
        var alone = Share([new CreditSpan("ANA", 1, PayExample.Period.From)], "ANA");
        CreditSpan[] joined = [new("ANA", 1, PayExample.Period.From), new("BETO", 1, PayExample.Period.From)];

        Assert.Equal((1m, 0.5m, 0.5m), (alone, Share(joined, "ANA"), Share(joined, "BETO")));
    }

    private static decimal Share(IReadOnlyList<CreditSpan> spans, string worker)
    {
        var input = PayExample.Ana with { Worker = new PayWorker(worker), Customers = [PayExample.Customer("C1", ValueSegment.A, 1_000, 1_000, 0, 0, spans)] };
        return StatementCalculation.Calculate(input).Components.Single(result => result.Component.Id == "retention").Goal / 1_000;
    }

    private static PayComponent Tiered(TierBasis basis) => new() { Id = "quota", Metric = PayMetric.ProductQuota, Weight = 100, Cap = 10_000, Tiers = Tiers, TierBasis = basis, Evidence = "Sales" };

    private static PayPlan Quota(PayComponent component) => new() { Code = "Q", TargetPay = 1, Components = [component] };

    private static StatementInput Input(PayPlan plan) => new() { Worker = new PayWorker("ANA"), Period = PayExample.Period, Plan = plan };
}
