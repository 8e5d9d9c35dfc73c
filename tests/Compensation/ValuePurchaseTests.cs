using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Compensation.Value.Mathematics;
using Crm.Extensions.Compensation.Value.Purchases;
using Crm.Extensions.Shared;
using Xunit;

namespace Crm.Extensions.Tests.Compensation;

public class ValuePurchaseTests
{
    /// <summary>The parameters of Fader, Hardie and Lee (2005), table 2, and of Fader and Hardie (2013).</summary>
    private static readonly BgNbd Published = new(0.243, 4.414, 0.793, 2.426);

    private static readonly GammaGamma PublishedSpend = new(6.25, 3.74, 15.44);

    /// <summary>The customer of the paper bought twice, last after 30.43 of 38.86 weeks; the others were computed with mpmath from the paper's equation 10.</summary>
    [Theory]
    [InlineData(2, 213, 272, 39, 1.2261158061)]
    [InlineData(0, 0, 0, 52, 1.4460505954)]
    [InlineData(300, 500, 505, 52, 157.55742107)]
    public void Purchases_to_be_expected_are_those_of_the_paper(int frequency, int recencyDays, int ageDays, double weeks, double expected) =>
        ValueMathematicsTests.Near(expected, Published.Expected(new PurchaseSummary(frequency, recencyDays, ageDays, 1), weeks), 1e-9);

    [Fact]
    public void The_papers_customer_is_still_one_with_a_chance_of_seventy_three_in_a_hundred()
    {
        Assert.Equal(0.7266, Published.Alive(new PurchaseSummary(2, 213, 272, 1)), 3);
        Assert.Equal(1, Published.Alive(new PurchaseSummary(0, 0, 272, 0)));
    }

    [Fact]
    public void Who_bought_often_and_fell_silent_is_a_worse_prospect_than_who_bought_seldom_and_fell_silent()
    {
        var often = new PurchaseSummary(29, 70, 272, 1);
        var seldom = new PurchaseSummary(2, 70, 272, 1);

        Assert.True(Published.Expected(often, 39) < Published.Expected(seldom, 39));
    }

    [Fact]
    public void Spend_to_be_expected_is_that_of_the_published_note()
    {
        Assert.Equal(35.22, PublishedSpend.Mean, 2);
        Assert.Equal(24.66, PublishedSpend.Expected(new PurchaseSummary(2, 213, 272, 22.35)), 2);
        Assert.Equal(PublishedSpend.Mean, PublishedSpend.Expected(new PurchaseSummary(0, 0, 272, 0)), 10);
    }

    [Theory]
    [InlineData(1, 3, 2, 5)]
    [InlineData(0.2, 0.5, 0.8, 0.2)]
    public void Parameters_at_which_the_formula_divides_by_nothing_are_no_holes(double a, double b, double r, double alpha)
    {
        var customer = new PurchaseSummary(0, 0, 100, 0);
        var there = new BgNbd(r, alpha, a, b).Expected(customer, 20);

        ValueMathematicsTests.Near(new BgNbd(r, alpha, a + 1e-5, b).Expected(customer, 20), there, 1e-4);
        ValueMathematicsTests.Near(new BgNbd(r, alpha, a - 1e-5, b).Expected(customer, 20), there, 1e-4);
    }

    [Fact]
    public void Slopes_are_those_of_the_likelihoods()
    {
        var customers = ValueShop.Summaries(new ValueShop(3).Customers(200, 60), ValueShop.Opened.AddDays(60 * 7));

        SlopeHolds(new BgNbdLikelihood(customers), [0.7, 5, 0.8, 2.5]);
        SlopeHolds(new GammaGammaLikelihood([.. customers.Where(customer => customer.Frequency > 0)], 40), [5, 3, 0.5]);
    }

    [Fact]
    public void The_fit_finds_the_parameters_that_customers_were_made_with_and_foretells_the_rest()
    {
        var shop = new ValueShop(7).Customers(6000, 104);
        var end = ValueShop.Opened.AddDays((52 * 7) - 1);
        var last = ValueShop.Opened.AddDays((104 * 7) - 1);
        var customers = ValueShop.Summaries(shop, end);

        var forecast = PurchaseForecast.Fit(customers);
        var made = shop.Values.Sum(purchases => PurchaseDays.Count(PurchaseDays.Of(purchases, last), end, last));

        Assert.True(forecast.Sound);
        Assert.Equal(forecast.Purchases!.Search.Starts, forecast.Purchases.Search.Agreeing);
        Within([ValueShop.R, ValueShop.Alpha, ValueShop.A, ValueShop.B], forecast.Purchases.Search.Parameters, forecast.Purchases.Search.StandardErrors!);
        Within([ValueShop.P, ValueShop.Q, ValueShop.Gamma], [forecast.Spend!.Model.P, forecast.Spend.Model.Q, forecast.Spend.Model.Gamma], forecast.Spend.StandardErrors!);
        Assert.InRange(customers.Sum(customer => forecast.Purchases.Model.Expected(customer, 52)), made * 0.93, made * 1.07);
    }

    [Fact]
    public void The_fit_does_not_depend_on_the_currency_or_the_order_of_customers()
    {
        var customers = ValueShop.Summaries(new ValueShop(11).Customers(800, 60), ValueShop.Opened.AddDays(60 * 7));
        var pesos = customers.AsEnumerable().Reverse().Select(customer => new PurchaseSummary(customer.Frequency, customer.RecencyDays, customer.AgeDays, customer.MeanSpend * 4000)).ToList();

        var first = PurchaseForecast.Fit(customers);
        var second = PurchaseForecast.Fit(pesos);

        for (var i = 0; i < 4; i++) ValueMathematicsTests.Near(first.Purchases!.Search.Parameters[i], second.Purchases!.Search.Parameters[i], 1e-4);
        ValueMathematicsTests.Near(first.Spend!.Model.Gamma * 4000, second.Spend!.Model.Gamma, 1e-4);
        ValueMathematicsTests.Near(first.Spend.LogLikelihood - (first.Spend.Repeaters * Math.Log(4000)), second.Spend.LogLikelihood, 1e-7);
    }

    [Fact]
    public void Too_few_who_came_again_are_fitted_to_nothing()
    {
        List<PurchaseSummary> customers = [.. Enumerable.Range(0, 100).Select(i => new PurchaseSummary(i < BgNbdFit.LeastRepeaters - 1 ? 1 : 0, i < BgNbdFit.LeastRepeaters - 1 ? 7 : 0, 70, 5))];

        Assert.Null(BgNbdFit.To(customers));
        Assert.Null(GammaGammaFit.To(customers));
        Assert.False(PurchaseForecast.Fit(customers).Sound);
    }

    [Fact]
    public void Customers_of_whom_nobody_ever_leaves_are_told_as_a_fit_without_a_summit()
    {
        List<PurchaseSummary> customers = [.. Enumerable.Range(0, 60).Select(i => new PurchaseSummary(12, 364 - (i % 5), 364 - (i % 5), 10))];

        Assert.False(BgNbdFit.To(customers)!.Search.Converged);
    }

    [Fact]
    public void Two_purchases_on_a_day_are_one_and_the_first_day_counts_neither_for_frequency_nor_for_money()
    {
        var end = new CalendarDate(2025, 3, 31);
        List<Purchase> purchases = [new(new(2025, 2, 1), 5), new(new(2025, 1, 1), 100), new(new(2025, 2, 1), 7), new(new(2025, 3, 1), 8), new(new(2025, 4, 1), 99)];

        var summary = PurchaseSummary.Of(PurchaseDays.Of(purchases, end), end)!;

        Assert.Equal(2, summary.Frequency);
        Assert.Equal(59, summary.RecencyDays);
        Assert.Equal(89, summary.AgeDays);
        Assert.Equal(10, summary.MeanSpend);
    }

    [Fact]
    public void What_was_given_back_undoes_its_purchase_but_never_before_it_was_given_back()
    {
        List<Purchase> purchases = [new(new(2025, 1, 1), 30), new(new(2025, 2, 1), 50), new(new(2025, 2, 20), -50), new(new(2025, 2, 25), -10)];

        var before = PurchaseDays.Of(purchases, new(2025, 2, 15));
        var after = PurchaseDays.Of(purchases, new(2025, 2, 28));

        Assert.Equal(2, before.Count);
        Assert.Equal(new Purchase(new(2025, 1, 1), 20), Assert.Single(after));
        Assert.Null(PurchaseSummary.Of(PurchaseDays.Of([new(new(2025, 1, 1), 30), new(new(2025, 1, 3), -30)], new(2025, 2, 1)), new(2025, 2, 1)));
    }

    [Fact]
    public void A_spend_of_another_order_and_a_spend_that_goes_with_frequency_are_told()
    {
        List<PurchaseSummary> customers = [.. Enumerable.Range(0, 50).Select(i => new PurchaseSummary(1 + (i % 4), 50, 100, 20 + (i % 7)))];
        Assert.Empty(SpendScrutiny.Of(customers).Outliers);
        Assert.True(SpendScrutiny.Of(customers).Independent);

        customers.Add(new PurchaseSummary(1, 50, 100, 9000));
        Assert.Equal(50, Assert.Single(SpendScrutiny.Of(customers).Outliers));
        Assert.False(SpendScrutiny.Of([.. Enumerable.Range(1, 50).Select(i => new PurchaseSummary(i, 50, 100, 10 * i))]).Independent);
    }

    [Fact]
    public void A_penalty_draws_parameters_in_and_leaves_the_likelihood_as_it_is()
    {
        var customers = ValueShop.Summaries(new ValueShop(5).Customers(150, 60), ValueShop.Opened.AddDays(60 * 7));

        var free = BgNbdFit.To(customers)!.Search;
        var drawn = BgNbdFit.To(customers, 0.05)!.Search;

        Assert.True(drawn.Parameters.Sum(value => value * value) < free.Parameters.Sum(value => value * value));
        Assert.True(drawn.LogLikelihood <= free.LogLikelihood + 1e-6);
        Assert.Equal(new BgNbdLikelihood(customers).Log([.. drawn.Parameters], new double[4]), drawn.LogLikelihood, 9);
    }

    private static void SlopeHolds(Likelihood likelihood, double[] at)
    {
        var slope = new double[at.Length];
        var unused = new double[at.Length];
        likelihood.Log(at, slope);
        for (var i = 0; i < at.Length; i++)
        {
            var step = 1e-5 * at[i];
            double[] above = [.. at], below = [.. at];
            above[i] += step;
            below[i] -= step;
            ValueMathematicsTests.Near((likelihood.Log(above, unused) - likelihood.Log(below, unused)) / (2 * step), slope[i], 1e-5);
        }
    }

    /// <summary>Four standard errors: one of sixteen thousand.</summary>
    private static void Within(double[] truth, IReadOnlyList<double> found, IReadOnlyList<double> errors)
    {
        for (var i = 0; i < truth.Length; i++) Assert.InRange(found[i], truth[i] - (4 * errors[i]), truth[i] + (4 * errors[i]));
    }
}
