using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Service.Goodwill;
using Crm.Extensions.Shared;
using Xunit;

namespace Crm.Extensions.Tests.Service;

/// <summary>Who may spend how much to put things right, at which rate, and what is found afterwards.</summary>
public sealed class GoodwillTests
{
    private const double NoLimit = -1;

    private static readonly CalendarDate Today = CalendarDate.Of(new DateTime(2026, 11, 23));

    // asked, case limit, month limit, spent on the case, spent in the month; the limits are of the examples in docs/service.md
    [Theory]
    [InlineData("A", 2000, 2000, 10000, 0, 0, "Granted", 2000, 10000)]
    [InlineData("A", 2000.01, 2000, 10000, 0, 0, "BeyondCase", 2000, 10000)]
    [InlineData("A", 1500, 2000, 10000, 500.01, 0, "BeyondCase", 1499.99, 10000)]
    [InlineData("A", 2000, 2000, 10000, 0, 9000, "GrantedWithAlert", 2000, 1000)]
    [InlineData("B", 300, 300, 1000, 0, 700, "Granted", 300, 300)]
    [InlineData("B", 300, 300, 1000, 0, 700.01, "BeyondMonth", 300, 299.99)]
    [InlineData("D", 1, 50, 0, 0, 0, "BeyondMonth", 50, 0)]
    [InlineData("D", 50, 50, NoLimit, 0, 99999, "Granted", 50, NoLimit)]
    [InlineData("D", 0.01, 0, 100, 0, 0, "BeyondCase", 0, 100)]
    [InlineData("C", 10, 50, 100, 60, 120, "BeyondCase", 0, 0)]
    public void A_wish_is_judged_by_what_is_left_of_the_case_and_of_the_month(
        string segment, double asked, double perCase, double perMonth, double onCase, double inMonth, string outcome, double leftOnCase, double leftInMonth)
    {
        var limit = new EmpowermentLimit(Enum.Parse<ValueSegment>(segment), "USD", (decimal)perCase, perMonth == NoLimit ? null : (decimal)perMonth);

        var ruling = GoodwillRule.Judge((decimal)asked, limit, new GoodwillSpending((decimal)onCase, (decimal)inMonth));

        Assert.Equal(outcome, ruling.Outcome.ToString());
        Assert.Equal((decimal)leftOnCase, ruling.LeftOnCase);
        Assert.Equal(leftInMonth == NoLimit ? null : (decimal)leftInMonth, ruling.LeftInMonth);
    }

    [Theory]
    [InlineData(100, 0, 0, 0, 100)]
    [InlineData(100, 20, 0, 0, 80)]
    [InlineData(100, 20, 30, 0, 50)]
    [InlineData(100, 20, 30, 30, 50)] // finance has booked what was granted: the same money, once
    [InlineData(100, 0, 30, 45, 55)]
    [InlineData(100, 90, 30, 0, 0)]
    public void What_is_left_to_be_given_back_is_what_was_taken_without_what_was_given(int taken, int refunded, int granted, int booked, int left) =>
        Assert.Equal(left, RedressRule.Left(taken, refunded, granted, booked));

    [Fact]
    public void The_latest_recorded_rate_counts_then_the_same_turned_round_then_the_tenants_currencies()
    {
        var rates = new ExchangeRates(
            [
                new("USD", "COP", Today.AddDays(-10), 4000m), new("USD", "COP", Today.AddDays(-1), 4100m), new("USD", "COP", Today.AddDays(1), 9999m), new("MXN", "USD", Today, 0.05m),
            ],
            [new(Guid.NewGuid(), "EUR", 0.9m, Today.AddDays(-3)), new(Guid.NewGuid(), "USD", 1m, Today.AddDays(-30)), new(Guid.NewGuid(), "XXX", 0m, Today)]);

        Assert.Equal(new ConversionRate(4100m, Today.AddDays(-1)), rates.Find("USD", "COP", Today));
        Assert.Equal(new ConversionRate(0.000243902439m, Today.AddDays(-1)) with { Rate = 0.0002439024m }, rates.Find("COP", "USD", Today));
        Assert.Equal(new ConversionRate(20m, Today), rates.Find("USD", "MXN", Today));
        Assert.Equal(new ConversionRate(0.9m, Today.AddDays(-30)), rates.Find("USD", "EUR", Today));
        Assert.Equal(new ConversionRate(1m, Today), rates.Find("CHF", "CHF", Today));
        Assert.Null(rates.Find("CHF", "USD", Today));
        Assert.Null(rates.Find("XXX", "USD", Today));
    }

    [Fact]
    public void Rounding_never_makes_an_amount_smaller_than_it_is()
    {
        Assert.Equal(0.01m, new ConversionRate(0.0002439024m, Today).Convert(1m));
        Assert.Equal(243.91m, new ConversionRate(0.0002439024m, Today).Convert(1_000_000m));
        Assert.Equal(12.34m, new ConversionRate(1m, Today).Convert(12.34m));
    }

    [Fact]
    public void A_rate_too_small_to_be_kept_is_no_rate()
    {
        var rates = new ExchangeRates([new("USD", "ZZZ", Today, 1_000_000_000_000m)], []);

        Assert.Null(rates.Find("ZZZ", "USD", Today));
        Assert.NotNull(rates.Find("USD", "ZZZ", Today));
    }

    [Fact]
    public void The_limit_in_the_amounts_own_currency_is_taken_before_one_that_needs_a_rate()
    {
        var rates = new ExchangeRates([new("EUR", "USD", Today, 1.1m)], []);
        var limits = new EmpowermentLimits([new(ValueSegment.B, "USD", 300, 1000), new(ValueSegment.B, "COP", 1_000_000, null), new(ValueSegment.A, "USD", 2000, null)]);

        Assert.Equal("COP", limits.For(ValueSegment.B, "COP", rates, Today)!.Currency);
        Assert.Equal("USD", limits.For(ValueSegment.B, "EUR", rates, Today)!.Currency);
        Assert.Null(limits.For(ValueSegment.B, "CHF", rates, Today));
        Assert.Null(limits.For(ValueSegment.D, "USD", rates, Today));
        Assert.Equal("COP", limits.CurrencyFor(ValueSegment.B));
    }

    [Fact]
    public void Grants_within_a_week_that_together_pass_the_limit_are_found()
    {
        var (worker, customer) = (Guid.NewGuid(), Guid.NewGuid());
        GrantFact Grant(int day, decimal amount, Guid? of = null, Guid? who = null) => new(
            Guid.NewGuid(), worker, who ?? customer, of, Today.AddDays(day), GoodwillKind.Goodwill, amount, "USD", ValueSegment.C, 100m);

        var split = Assert.Single(SplitCases.Of([Grant(0, 60), Grant(3, 60), Grant(6, 30), Grant(30, 90), Grant(0, 90, who: Guid.NewGuid())]));

        Assert.Equal(150m, split.Total);
        Assert.Equal(3, split.Grants.Count);
        Assert.Empty(SplitCases.Of([Grant(0, 60), Grant(7, 60)]));
        Assert.Empty(SplitCases.Of([Grant(0, 50), Grant(1, 50)]));
        var one = Guid.NewGuid();
        Assert.Empty(SplitCases.Of([Grant(0, 60, one), Grant(1, 60, one)])); // one case: its own limit has counted them together
    }

    [Fact]
    public void Who_gives_to_himself_or_his_own_is_found_by_every_sign()
    {
        var (me, mine, other, loan) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        PersonMarks Marks(string name, string email, string phone, string address, Guid[] customers, Guid[] tied, Guid[] accounts) => new(
            name, Set(email), Set(phone), Set(address), customers.ToHashSet(), tied.ToHashSet(), accounts.ToHashSet());
        var worker = Marks("ANA", "ANAX", "57300", "CALLE7", [me], [mine], [loan]);

        Assert.Equal([DealingSign.Himself, DealingSign.Email], SelfDealing.Signs(worker, Marks("B", "ANAX", "", "", [me], [], [])));
        Assert.Equal([DealingSign.Phone, DealingSign.Address], SelfDealing.Signs(worker, Marks("B", "", "57300", "CALLE7", [other], [], [])));
        Assert.Equal([DealingSign.Name, DealingSign.Family], SelfDealing.Signs(worker, Marks("ANA", "", "", "", [mine], [], [])));
        Assert.Equal([DealingSign.Family, DealingSign.Account], SelfDealing.Signs(worker, Marks("B", "", "", "", [other], [me], [loan])));
        Assert.Empty(SelfDealing.Signs(worker, Marks("", "", "", "", [other], [], [])));
    }

    [Fact]
    public void A_favourite_is_half_of_all_that_somebody_grants_and_three_times_at_least()
    {
        var (worker, customer) = (Guid.NewGuid(), Guid.NewGuid());
        GrantFact Grant(Guid to) => new(Guid.NewGuid(), worker, to, null, Today, GoodwillKind.Goodwill, 10, "USD", null, null);
        var three = Enumerable.Range(0, 3).Select(_ => Grant(customer)).ToList();

        Assert.Equal(30m, Assert.Single(SelfDealing.Favourites([.. three, Grant(Guid.NewGuid()), Grant(Guid.NewGuid()), Grant(Guid.NewGuid())])).Total);
        Assert.Empty(SelfDealing.Favourites([.. three, .. Enumerable.Range(0, 4).Select(_ => Grant(Guid.NewGuid()))]));
        Assert.Empty(SelfDealing.Favourites(three.Take(2)));
    }

    [Theory]
    [InlineData("Ana  Muñoz-Peña", "ANAMUNOZPENA")]
    [InlineData("+57 300 123", "57300123")]
    [InlineData(null, "")]
    public void Texts_are_compared_without_case_accents_and_marks(string? text, string folded) => Assert.Equal(folded, PersonText.Fold(text));

    private static HashSet<string> Set(string text) => text.Length == 0 ? [] : [text];
}
