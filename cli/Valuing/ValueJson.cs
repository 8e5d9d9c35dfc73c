using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Crm.Extensions.Compensation.Value.Mathematics;
using Crm.Extensions.Compensation.Value.Purchases;

namespace Crm.Extensions.Cli.Valuing;

/// <summary>A valuation as JSON: the fit, the holdout, the customers.</summary>
internal static class ValueJson
{
    private static readonly string[] PurchaseParameters = ["r", "alpha", "a", "b"];

    private static readonly string[] SpendParameters = ["p", "q", "gamma"];

    public static string Write(Transactions transactions, Valuation valuation)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("transactions", transactions.Rows);
            json.WriteString("from", transactions.First.ToString());
            json.WriteString("fittedUntil", valuation.End.ToString());
            json.WriteString("until", transactions.Last.ToString());
            json.WriteNumber("horizonWeeks", valuation.HorizonWeeks);
            WritePurchases(json, valuation);
            WriteSpend(json, valuation);
            WriteHoldout(json, valuation.Holdout);
            json.WriteStartArray("warnings");
            foreach (var warning in valuation.Warnings) json.WriteStringValue(warning);
            json.WriteEndArray();
            json.WriteStartArray("customers");
            foreach (var customer in valuation.Customers) WriteCustomer(json, customer);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WritePurchases(Utf8JsonWriter json, Valuation valuation)
    {
        var fit = valuation.Forecast.Purchases!;
        json.WriteStartObject("bgnbd");
        WriteFit(json, PurchaseParameters, [fit.Model.R, fit.Model.Alpha, fit.Model.A, fit.Model.B], fit.Search.LogLikelihood, fit.Search, fit.Search.StandardErrors);
        json.WriteNumber("customers", valuation.Customers.Count);
        json.WriteNumber("repeatPurchases", valuation.Customers.Sum(customer => customer.Summary.Frequency));
        json.WriteEndObject();
    }

    private static void WriteSpend(Utf8JsonWriter json, Valuation valuation)
    {
        var fit = valuation.Forecast.Spend!;
        json.WriteStartObject("gammaGamma");
        WriteFit(json, SpendParameters, [fit.Model.P, fit.Model.Q, fit.Model.Gamma], fit.LogLikelihood, fit.Search, fit.StandardErrors);
        json.WriteNumber("mean", fit.Model.Mean);
        json.WriteNumber("customers", fit.Repeaters);
        json.WriteNumber("correlation", valuation.Forecast.Scrutiny.Correlation);
        json.WriteStartArray("outliers");
        foreach (var at in valuation.Forecast.Scrutiny.Outliers) json.WriteStringValue(valuation.Customers[at].Id);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFit(Utf8JsonWriter json, string[] names, double[] values, double logLikelihood, MaximumLikelihood search, IReadOnlyList<double>? errors)
    {
        for (var i = 0; i < names.Length; i++) json.WriteNumber(names[i], values[i]);
        json.WriteNumber("logLikelihood", logLikelihood);
        json.WriteBoolean("converged", search.Converged);
        json.WriteNumber("starts", search.Starts);
        json.WriteNumber("agreeing", search.Agreeing);
        json.WriteNumber("evaluations", search.Evaluations);
        if (errors is null)
        {
            json.WriteNull("standardErrors");
            return;
        }

        json.WriteStartObject("standardErrors");
        for (var i = 0; i < names.Length; i++) json.WriteNumber(names[i], errors[i]);
        json.WriteEndObject();
    }

    private static void WriteHoldout(Utf8JsonWriter json, HoldoutQuality? holdout)
    {
        if (holdout is null)
        {
            json.WriteNull("holdout");
            return;
        }

        json.WriteStartObject("holdout");
        json.WriteNumber("expected", Math.Round(holdout.Expected, 4));
        json.WriteNumber("actual", holdout.Actual);
        json.WriteNumber("bias", Math.Round(holdout.Bias, 6));
        json.WriteNumber("meanAbsoluteError", Math.Round(holdout.MeanAbsoluteError, 6));
        json.WriteNumber("rootMeanSquareError", Math.Round(holdout.RootMeanSquareError, 6));
        json.WriteNumber("correlation", Math.Round(holdout.Correlation, 6));
        json.WriteStartArray("byFrequency");
        foreach (var row in holdout.Rows)
        {
            json.WriteStartObject();
            json.WriteString("frequency", row.Frequency.ToString(CultureInfo.InvariantCulture) + (row.Frequency == HoldoutQuality.LastRow ? "+" : ""));
            json.WriteNumber("customers", row.Customers);
            json.WriteNumber("expected", Math.Round(row.Expected, 4));
            json.WriteNumber("actual", row.Actual);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCustomer(Utf8JsonWriter json, ValuedCustomer customer)
    {
        json.WriteStartObject();
        json.WriteString("customerId", customer.Id);
        json.WriteNumber("frequency", customer.Summary.Frequency);
        json.WriteNumber("recency", Math.Round(customer.Summary.Recency, 4));
        json.WriteNumber("age", Math.Round(customer.Summary.Age, 4));
        json.WriteNumber("meanSpend", Math.Round(customer.Summary.MeanSpend, 4));
        json.WriteNumber("alive", Math.Round(customer.Expectation.Alive, 6));
        json.WriteNumber("expectedPurchases", Math.Round(customer.Expectation.Purchases, 6));
        json.WriteNumber("expectedSpend", Math.Round(customer.Expectation.Spend, 4));
        json.WriteNumber("expectedValue", customer.Expected.Amount);
        if (customer.Actual is { } actual) json.WriteNumber("actualPurchases", actual);
        json.WriteEndObject();
    }
}
