using System;
using System.Collections.Generic;
using BenchmarkDotNet.Attributes;
using Crm.Extensions.Compensation.Value.Purchases;

namespace Crm.Extensions.Benchmarks;

/// <summary>Both models fitted to customers who bought over a year and a half, and what one of them is expected to bring.</summary>
[MemoryDiagnoser]
public class ValueBenchmark
{
    private List<PurchaseSummary> customers = [];
    private PurchaseForecast forecast = null!;
    private PurchaseSummary one = null!;

    /// <summary>As many as the published sample, and a bank's.</summary>
    [Params(2_357, 500_000)]
    public int Customers { get; set; }

    [GlobalSetup]
    public void Make()
    {
        var random = new Random(1);
        customers = new List<PurchaseSummary>(Customers);
        for (var i = 0; i < Customers; i++)
        {
            // Many never come again and few come often; nobody needs these figures to be a model's own.
            var age = 455 + random.Next(90);
            var frequency = random.Next(5) < 3 ? 0 : (int)(-Math.Log(1 - random.NextDouble()) * 4) + 1;
            var recency = frequency == 0 ? 0 : 1 + (int)(age * Math.Sqrt(random.NextDouble()) * frequency / (frequency + 1.0));
            customers.Add(new PurchaseSummary(frequency, recency, age, frequency == 0 ? 0 : 5 + (60 * random.NextDouble() * random.NextDouble())));
        }

        forecast = PurchaseForecast.Fit(customers);
        one = new PurchaseSummary(3, 200, 500, 30);
    }

    [Benchmark]
    public object Fit() => PurchaseForecast.Fit(customers);

    [Benchmark]
    public object? ExpectOneCustomer() => forecast.Of(one, 52);
}
