using System.Globalization;
using System.IO;
using CsvHelper;

namespace Crm.Extensions.Cli.Valuing;

/// <summary>Writes what each customer is expected to bring, one customer a row; times in weeks, money in the input's currency.</summary>
internal static class ValuesFile
{
    public static void Write(string path, Valuation valuation)
    {
        using var file = File.CreateText(path);
        using var csv = new CsvWriter(file, CultureInfo.InvariantCulture);
        string[] headings = ["customer_id", "frequency", "recency", "age", "mean_spend", "alive", "expected_purchases", "expected_spend", "expected_value"];
        foreach (var heading in headings) csv.WriteField(heading);
        if (valuation.Holdout is not null) csv.WriteField("actual_purchases");
        csv.NextRecord();
        foreach (var customer in valuation.Customers)
        {
            csv.WriteField(customer.Id);
            csv.WriteField(customer.Summary.Frequency);
            csv.WriteField(customer.Summary.Recency.ToString("0.####", CultureInfo.InvariantCulture));
            csv.WriteField(customer.Summary.Age.ToString("0.####", CultureInfo.InvariantCulture));
            csv.WriteField(customer.Summary.MeanSpend.ToString("0.####", CultureInfo.InvariantCulture));
            csv.WriteField(customer.Expectation.Alive.ToString("0.######", CultureInfo.InvariantCulture));
            csv.WriteField(customer.Expectation.Purchases.ToString("0.######", CultureInfo.InvariantCulture));
            csv.WriteField(customer.Expectation.Spend.ToString("0.####", CultureInfo.InvariantCulture));
            csv.WriteField(customer.Expected.Amount.ToString("0.00", CultureInfo.InvariantCulture));
            if (customer.Actual is { } actual) csv.WriteField(actual);
            csv.NextRecord();
        }
    }
}
