using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Crm.Extensions.Compensation.Value;
using Crm.Extensions.Compensation.Value.Purchases;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Cli.Valuing;

/// <summary>The models fitted to a file, and what each of its customers is expected to bring.</summary>
internal sealed class Valuation
{
    private Valuation(PurchaseForecast forecast, IReadOnlyList<ValuedCustomer> customers, CalendarDate end, double horizonWeeks)
    {
        Forecast = forecast;
        Customers = customers;
        End = end;
        HorizonWeeks = horizonWeeks;
    }

    public PurchaseForecast Forecast { get; }

    /// <summary>Who bought by <see cref="End"/>.</summary>
    public IReadOnlyList<ValuedCustomer> Customers { get; }

    /// <summary>The last day that the models know of.</summary>
    public CalendarDate End { get; }

    public double HorizonWeeks { get; }

    /// <summary>Null where nothing was held out.</summary>
    public HoldoutQuality? Holdout { get; private init; }

    /// <summary>What the reader must know before anybody is paid by these figures.</summary>
    public IEnumerable<string> Warnings
    {
        get
        {
            if (!Forecast.Purchases!.Search.Converged) yield return "BG/NBD came to no rest inside what is searched: its figures are no basis for pay. More history, or --penalty 0.01, may help.";
            if (!Forecast.Spend!.Search.Converged) yield return "Gamma–gamma came to no rest inside what is searched: its figures are no basis for pay. More history, or --penalty 0.01, may help.";
            if (!Forecast.Scrutiny.Independent) yield return string.Create(CultureInfo.InvariantCulture, $"Spend and frequency go together (correlation {Forecast.Scrutiny.Correlation:0.00}); expected values of the frequent mislead.");
            if (Forecast.Scrutiny.Outliers.Count > 0) yield return "Mean spends of another order than the others', to be looked at: " + string.Join(", ", Forecast.Scrutiny.Outliers.Take(10).Select(at => Customers[at].Id)) + (Forecast.Scrutiny.Outliers.Count > 10 ? ", …" : "") + ".";
        }
    }

    /// <exception cref="InvalidDataException">The calibration does not end inside the file, or too few customers came again.</exception>
    public static Valuation Of(Transactions transactions, ValueQuestion question)
    {
        var end = EndOf(transactions, question);
        var customers = new List<ValuedCustomer>();
        foreach (var (id, purchases) in transactions.Customers)
        {
            if (PurchaseSummary.Of(PurchaseDays.Of(purchases, end), end) is { } summary) customers.Add(new ValuedCustomer(id, summary));
        }

        var forecast = PurchaseForecast.Fit([.. customers.Select(customer => customer.Summary)], question.Penalty);
        if (forecast.Purchases is null || forecast.Spend is null)
        {
            var came = customers.Count(customer => customer.Summary is { Frequency: > 0, MeanSpend: > 0 });
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture,
                $"Of {customers.Count} customers {came} came again and paid; at least {BgNbdFit.LeastRepeaters} must have for the models to be fitted. Please give a longer history."));
        }

        var holdoutWeeks = end.DaysUntil(transactions.Last) / PurchaseSummary.DaysOfWeek;
        var horizon = question.HorizonWeeks ?? (question.CalibrateWeeks is null ? ExpectedValue.Weeks : holdoutWeeks);
        foreach (var customer in customers)
        {
            customer.Expectation = forecast.Of(customer.Summary, horizon)!;
            customer.Expected = ExpectedValue.Of(customer.Expectation, question.Margin, []);
            if (question.CalibrateWeeks is not null) customer.Actual = PurchaseDays.Count(PurchaseDays.Of(transactions.Customers[customer.Id], transactions.Last), end, transactions.Last);
        }

        return new Valuation(forecast, customers, end, horizon)
        {
            Holdout = question.CalibrateWeeks is null ? null : HoldoutQuality.Of(
                [.. customers.Select(customer => customer.Summary.Frequency)],
                [.. customers.Select(customer => forecast.Purchases.Model.Expected(customer.Summary, holdoutWeeks))],
                [.. customers.Select(customer => customer.Actual ?? 0)]),
        };
    }

    /// <summary>Whole weeks from the file's first day on, that day being the first of the first week.</summary>
    private static CalendarDate EndOf(Transactions transactions, ValueQuestion question)
    {
        if (question.CalibrateWeeks is not { } weeks) return transactions.Last;
        var days = transactions.First.DaysUntil(transactions.Last);
        return weeks >= 1 && weeks * 7L - 1 < days
            ? transactions.First.AddDays((weeks * 7) - 1)
            : throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"--calibrate-weeks {weeks}: the file has {days / 7} whole weeks, and some must be left to be foretold."));
    }
}

/// <summary>A customer of the file.</summary>
internal sealed class ValuedCustomer(string id, PurchaseSummary summary)
{
    public string Id { get; } = id;

    public PurchaseSummary Summary { get; } = summary;

    public PurchaseExpectation Expectation { get; set; } = new(0, 0, 0);

    public ExpectedValue Expected { get; set; } = ExpectedValue.Of(null, 0, []);

    /// <summary>Days with a purchase in the holdout; null where nothing was held out.</summary>
    public int? Actual { get; set; }
}
