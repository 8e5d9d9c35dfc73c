using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Compensation.Value;
using Crm.Extensions.Compensation.Value.Contracts;
using Crm.Extensions.Compensation.Value.Purchases;
using Crm.Extensions.Shared;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Crm.Extensions.Tests.Compensation;

/// <summary>What holds for every customer under every model, and for all money whatever its kind.</summary>
[Properties(Arbitrary = [typeof(Cases)], MaxTest = 400)]
public class ValueProperties
{
    private static readonly CalendarDate AsOf = new(2026, 6, 30);

    [Property]
    public bool A_chance_lies_between_nothing_and_certainty(Buyer it) => it.Model.Alive(it.Summary) is >= 0 and <= 1;

    [Property]
    public bool More_time_never_expects_fewer_purchases(Buyer it)
    {
        var earlier = it.Model.Expected(it.Summary, it.Weeks);
        var later = it.Model.Expected(it.Summary, it.Weeks * 1.5);
        return double.IsFinite(later) && earlier >= 0 && later >= earlier * (1 - 1e-7);
    }

    [Property]
    public bool Nobody_is_expected_to_buy_faster_than_the_living_at_their_own_pace(Buyer it) =>
        it.Model.Expected(it.Summary, it.Weeks) <= it.Model.Alive(it.Summary) * (it.Model.R + it.Summary.Frequency) / (it.Model.Alpha + it.Summary.Age) * it.Weeks * (1 + 1e-7);

    [Property]
    public bool Longer_silence_never_makes_it_likelier_that_the_customer_is_still_one(Buyer it)
    {
        var silent = new PurchaseSummary(it.Summary.Frequency, it.Summary.RecencyDays, it.Summary.AgeDays + 30, it.Summary.MeanSpend);
        return it.Model.Alive(silent) <= it.Model.Alive(it.Summary);
    }

    [Property]
    public bool Spend_is_expected_between_the_customers_own_and_everybodys_mean(Buyer it)
    {
        var expected = it.Spend.Expected(it.Summary);
        var own = it.Summary.Frequency == 0 ? it.Spend.Mean : it.Summary.MeanSpend;
        return expected >= Math.Min(own, it.Spend.Mean) * (1 - 1e-9) && expected <= Math.Max(own, it.Spend.Mean) * (1 + 1e-9);
    }

    [Property]
    public bool The_order_of_purchases_does_not_matter(Ledger it) =>
        PurchaseDays.Of(it.Purchases, AsOf).SequenceEqual(PurchaseDays.Of([.. it.Purchases.Reverse()], AsOf));

    [Property]
    public bool Parts_of_a_contribution_add_up_to_the_money_of_the_year(Ledger it)
    {
        var contribution = Contribution.Of(it.Money, AsOf);
        var year = it.Money.Where(line => new TrailingYear(AsOf).Holds(line.On)).ToList();
        return contribution.Value + contribution.BadProfit == year.Sum(line => line.Kind switch
        {
            MoneyKind.Revenue or MoneyKind.Fee or MoneyKind.Penalty => line.Amount,
            MoneyKind.CostToServe or MoneyKind.Refund => -line.Amount,
            _ => 0,
        });
    }

    [Property]
    public bool A_reversal_returns_to_the_start(Ledger it)
    {
        var before = Contribution.Of(it.Money, AsOf);
        var undone = it.Money.Where(line => line.Kind is MoneyKind.Revenue or MoneyKind.Fee or MoneyKind.Penalty)
            .SelectMany(line => new[] { line, new CustomerMoney(MoneyKind.Refund, AsOf, line.Amount) { Reverses = line } });
        var after = Contribution.Of([.. it.Money, .. undone], AsOf);
        return after.Value == before.Value && after.BadProfit == before.BadProfit;
    }

    [Property]
    public bool Fees_penalties_goodwill_and_redress_never_move_a_value(Ledger it)
    {
        var kept = it.Money.Where(line => line.Kind is MoneyKind.Revenue or MoneyKind.CostToServe or MoneyKind.Refund).ToList();
        return Contribution.Of(kept, AsOf).Value == Contribution.Of(it.Money, AsOf).Value;
    }

    [Property]
    public bool Survival_falls_and_is_a_product_of_its_months(Ledger it)
    {
        var curve = RetentionCurve.Of(it.Contracts);
        return curve is null || Enumerable.Range(0, 40).All(month =>
            curve.Survival(3, month + 1) <= curve.Survival(3, month) && Math.Abs(curve.Survival(0, month + 5) - (curve.Survival(0, 5) * curve.Survival(5, month))) < 1e-12);
    }

    [Property]
    public bool What_can_be_attained_is_never_less_than_what_is_expected(int[] peers, int expected)
    {
        var values = new PeerValues();
        foreach (var peer in peers) values.Add(["all"], peer);
        var attainable = AttainableValue.Freeze(expected, null, ["none", "all"], values, AsOf);
        return attainable.Amount >= expected && attainable.Headroom(expected) >= 0
            && (peers.Length < PeerValues.LeastPeers) == (attainable.Basis == AttainableBasis.Unknown);
    }

    /// <summary>A customer and two models.</summary>
    public sealed class Buyer
    {
        internal BgNbd Model { get; init; } = null!;

        internal GammaGamma Spend { get; init; } = null!;

        internal PurchaseSummary Summary { get; init; } = null!;

        internal double Weeks { get; init; }

        public override string ToString() => FormattableString.Invariant(
            $"r {Model.R} α {Model.Alpha} a {Model.A} b {Model.B}; x {Summary.Frequency} tx {Summary.RecencyDays} T {Summary.AgeDays} z {Summary.MeanSpend}; {Weeks} weeks");
    }

    /// <summary>What one customer and the house owe each other.</summary>
    public sealed class Ledger
    {
        internal IReadOnlyList<Purchase> Purchases { get; init; } = [];

        internal IReadOnlyList<CustomerMoney> Money { get; init; } = [];

        internal IReadOnlyList<ContractHistory> Contracts { get; init; } = [];

        public override string ToString() => string.Join("; ", Money.Select(line => $"{line.On} {line.Kind} {line.Amount}{(line.Contested ? " contested" : "")}"));
    }

    public static class Cases
    {
        private static Gen<double> Positive(double least, double most) => Gen.Choose(0, 1000).Select(at => least * Math.Pow(most / least, at / 1000.0));

        public static Arbitrary<Buyer> Buyer() => Arb.From(
            from r in Positive(0.01, 20)
            from alpha in Positive(0.05, 200)
            from a in Gen.Frequency((9, Positive(0.01, 20)), (1, Gen.Constant(1.0)))
            from b in Positive(0.01, 50)
            from x in Gen.Frequency((1, Gen.Constant(0)), (3, Gen.Choose(1, 12)), (1, Gen.Choose(1, 700)))
            from recency in Gen.Choose(1, 900)
            from since in Gen.Choose(0, 900)
            from spend in Positive(0.01, 1e6)
            from p in Positive(0.1, 50)
            from q in Positive(1.06, 50)
            from gamma in Positive(0.1, 1e4)
            from weeks in Positive(0.1, 300)
            select new Buyer
            {
                Model = new BgNbd(r, alpha, a, b),
                Spend = new GammaGamma(p, q, gamma),
                Summary = new PurchaseSummary(x, x == 0 ? 0 : recency, (x == 0 ? 0 : recency) + since, x == 0 ? 0 : spend),
                Weeks = weeks,
            });

        public static Arbitrary<Ledger> Ledger() => Arb.From(
            from purchases in Gen.ListOf(from day in Gen.Choose(0, 30) from cents in Gen.Choose(-3000, 9000) select new Purchase(AsOf.AddDays(-day), cents / 100m))
            from money in Gen.ListOf(
                from day in Gen.Choose(0, 800)
                from kind in Gen.Elements(Enum.GetValues<MoneyKind>())
                from cents in Gen.Choose(0, 100000)
                from contested in Gen.Elements(false, false, true)
                select new CustomerMoney(kind, AsOf.AddDays(-day), cents / 100m) { Contested = contested })
            from contracts in Gen.Choose(0, 300).SelectMany(count => Gen.ArrayOf(from months in Gen.Choose(0, 24) from ended in Gen.Elements(true, false) select new ContractHistory(months, ended), count))
            select new Ledger { Purchases = [.. purchases], Money = [.. money], Contracts = contracts });
    }
}
