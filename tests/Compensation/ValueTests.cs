using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Compensation.Value;
using Crm.Extensions.Compensation.Value.Contracts;
using Crm.Extensions.Compensation.Value.Purchases;
using Crm.Extensions.Shared;
using Xunit;

namespace Crm.Extensions.Tests.Compensation;

/// <summary>Value, expected value of contracts, attainable value, segments and measurement, on figures worked by hand.</summary>
public class ValueTests
{
    private static readonly CalendarDate AsOf = new(2026, 6, 30);

    [Fact]
    public void Value_is_a_years_contribution_and_bad_profit_stands_apart()
    {
        var fee = new CustomerMoney(MoneyKind.Fee, new(2026, 2, 1), 40);
        var contribution = Contribution.Of(
            [
                new(MoneyKind.Revenue, new(2025, 6, 30), 9999),
                new(MoneyKind.Revenue, new(2025, 7, 1), 1000),
                new(MoneyKind.Revenue, AsOf, 500),
                new(MoneyKind.Revenue, new(2026, 3, 1), 70) { Contested = true },
                new(MoneyKind.Revenue, new(2026, 7, 1), 9999),
                new(MoneyKind.CostToServe, new(2026, 1, 1), 300),
                fee,
                new(MoneyKind.Penalty, new(2026, 2, 2), 15),
                new(MoneyKind.Redress, new(2026, 4, 1), 40) { Reverses = fee },
                new(MoneyKind.Goodwill, new(2026, 4, 1), 25),
                new(MoneyKind.Refund, new(2026, 5, 1), 100),
            ], AsOf);

        Assert.Equal(1400, contribution.Revenue);
        Assert.Equal(1100, contribution.Value);
        Assert.Equal(15, contribution.FeesAndPenalties);
        Assert.Equal(70, contribution.Contested);
        Assert.Equal(85, contribution.BadProfit);
        Assert.Equal(25, contribution.Goodwill);
        Assert.Equal(40, contribution.Redress);
    }

    [Fact]
    public void A_refund_stands_on_its_originals_day_also_when_that_lies_outside_the_year()
    {
        var old = new CustomerMoney(MoneyKind.Revenue, new(2025, 6, 1), 800);

        Assert.Equal(0, Contribution.Of([old, new(MoneyKind.Refund, new(2025, 7, 5), 800) { Reverses = old }], AsOf).Value);
    }

    [Theory]
    [InlineData("2026-06-30", "2025-07-01")]
    [InlineData("2024-02-29", "2023-03-01")]
    [InlineData("2025-02-28", "2024-03-01")]
    [InlineData("2024-02-28", "2023-03-01")]
    public void A_trailing_year_begins_the_day_after_it_ended_a_year_ago(string last, string first)
    {
        Assert.True(CalendarDate.TryParse(last, out var end));
        Assert.Equal(first, new TrailingYear(end).First.ToString());
    }

    /// <summary>100 contracts: 20 end in their first month, 8 of the 80 watched through their second; 30 then still run. The last 42 were watched through a third: 21 end.</summary>
    [Fact]
    public void Retention_counts_a_running_contract_for_the_months_it_has_run()
    {
        var curve = RetentionCurve.Of([.. Ended(0, 20), .. Ended(1, 8), .. Running(2, 30), .. Ended(2, 21), .. Running(3, 21)])!;

        Assert.Equal(3, curve.MeasuredMonths);
        Assert.Equal(0.8, curve.Retention(0), 12);
        Assert.Equal(0.9, curve.Retention(1), 12);
        Assert.Equal(0.5, curve.Retention(2), 12);
        Assert.Equal(0.8 * 0.9 * 0.5, curve.Survival(0, 3), 12);
        Assert.Equal(1 - (49.0 / 222), curve.Retention(3), 12);
        Assert.Null(RetentionCurve.Of([.. Running(5, 29)]));
    }

    [Fact]
    public void A_loan_brings_its_schedule_and_a_card_its_average_as_long_as_they_last()
    {
        var curve = RetentionCurve.Of([.. Ended(0, 20), .. Running(1, 80)])!;

        Assert.Equal((100 * 0.8m) + (90 * 0.64m) + (80 * 0.512m), ContractForecast.Expected(ContractTerms.Scheduled(0, [100, 90, 80]), curve));
        Assert.Equal(50m * (0.8m + 0.64m), ContractForecast.Expected(ContractTerms.Revolving(7, [40, 60]), curve, 2));
        Assert.Equal(15, ContractTerms.Revolving(0, [.. Enumerable.Repeat(999m, 5), .. Enumerable.Repeat(15m, 12)]).Margin(3));
    }

    [Fact]
    public void Expected_value_adds_purchases_after_cost_to_serve_and_contracts_and_names_its_models()
    {
        var both = ExpectedValue.Of(new PurchaseExpectation(0.9, 2.5, 40), 0.3m, [100.10m, 20]);

        Assert.Equal(30, both.Purchases);
        Assert.Equal(150.10m, both.Amount);
        Assert.Equal(ExpectationModel.Purchases | ExpectationModel.Contracts, both.Model);
        Assert.Equal(ExpectationModel.None, ExpectedValue.Of(null, 1, []).Model);
    }

    [Fact]
    public void The_top_quartile_of_the_narrowest_large_enough_group_can_be_attained()
    {
        var peers = new PeerValues();
        for (var value = 1; value <= 20; value++) peers.Add(["MX", "all"], value * 100);
        for (var value = 1; value <= 19; value++) peers.Add(["MX card", "all"], value * 10_000);

        Assert.Equal(1500, peers.TopQuartile("MX"));
        var frozen = AttainableValue.Freeze(900, null, ["MX card", "MX", "all"], peers, AsOf);
        Assert.Equal(1500, frozen.Amount);
        Assert.Equal("MX", frozen.Evidence);
        Assert.Equal(600, frozen.Headroom(900));
        Assert.Equal(5000, AttainableValue.Freeze(5000, null, ["MX"], peers, AsOf).Amount);
        Assert.Equal(AttainableBasis.Wallet, AttainableValue.Freeze(900, new WalletEstimate(4000, "survey of 2026"), ["MX"], peers, AsOf).Basis);
        Assert.Equal(0, AttainableValue.Freeze(900, null, ["nowhere"], peers, AsOf).Headroom(900));
    }

    [Fact]
    public void What_was_frozen_does_not_rise_with_what_peers_do_later()
    {
        var peers = new PeerValues();
        for (var value = 1; value <= 20; value++) peers.Add(["all"], value);
        var frozen = AttainableValue.Freeze(1, null, ["all"], peers, AsOf);
        for (var value = 0; value < 100; value++) peers.Add(["all"], 1_000_000);

        Assert.Equal(15, frozen.Amount);
        Assert.Equal(1_000_000, AttainableValue.Freeze(1, null, ["all"], peers, AsOf).Amount);
    }

    [Theory]
    [InlineData(1000, "A")]
    [InlineData(999.99, "B")]
    [InlineData(100, "C")]
    [InlineData(99.99, "D")]
    [InlineData(-5, "D")]
    public void A_cut_off_belongs_to_the_segment_it_opens(double amount, string segment) => Assert.Equal(segment, new SegmentCutOffs(1000, 500, 100).Of((decimal)amount).ToString());

    [Fact]
    public void Cut_offs_that_do_not_fall_are_refused() => Assert.Throws<ArgumentException>(() => new SegmentCutOffs(500, 500, 100));

    [Fact]
    public void A_snapshot_is_due_where_a_segment_changed()
    {
        var first = Worth(1200, 2000);

        Assert.True(first.DiffersFrom(null));
        Assert.False(Worth(1500, 2200).DiffersFrom(first));
        Assert.True(Worth(900, 2000).DiffersFrom(first));
        Assert.True(Worth(1200, 1300).DiffersFrom(first));
    }

    [Fact]
    public void A_peso_book_that_grew_as_much_as_prices_has_not_grown()
    {
        var prices = new PriceIndex("IPC", new Dictionary<CalendarDate, decimal> { [new(2025, 6, 1)] = 100, [new(2026, 6, 1)] = 140 }, new(2026, 6, 1));
        var unit = new MeasurementUnit("USD", new Dictionary<string, decimal> { ["ARS"] = 0.001m }, new(2026, 6, 30), prices);

        Assert.Equal(unit.Measure(1400, "ARS", new(2026, 6, 9)), unit.Measure(1000, "ARS", new(2025, 6, 9)));
        Assert.Equal(1.4m, unit.Measure(1400, "ARS", new(2026, 6, 9)));
        Assert.Throws<KeyNotFoundException>(() => unit.Measure(1, "ARS", new(2026, 7, 1)));
        Assert.Throws<KeyNotFoundException>(() => unit.Measure(1, "BRL", new(2026, 6, 1)));
    }

    private static CustomerWorth Worth(decimal value, decimal wallet) => new(
        Contribution.Of([new(MoneyKind.Revenue, AsOf, value)], AsOf),
        ExpectedValue.Of(null, 0, [1000]),
        AttainableValue.Freeze(1000, new WalletEstimate(wallet, "survey"), [], new PeerValues(), AsOf),
        new SegmentCutOffs(1000, 500, 100),
        new SegmentCutOffs(1000, 500, 100));

    private static IEnumerable<ContractHistory> Ended(int months, int count) => Enumerable.Repeat(new ContractHistory(months, true), count);

    private static IEnumerable<ContractHistory> Running(int months, int count) => Enumerable.Repeat(new ContractHistory(months, false), count);
}
