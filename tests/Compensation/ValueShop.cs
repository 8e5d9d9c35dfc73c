using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Compensation.Value.Purchases;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Tests.Compensation;

/// <summary>A shop whose customers behave exactly as BG/NBD and gamma–gamma suppose, under parameters that are known.</summary>
internal sealed class ValueShop(int seed)
{
    public const double R = 0.8, Alpha = 6, A = 0.9, B = 3, P = 6, Q = 4, Gamma = 20;

    public static readonly CalendarDate Opened = new(2025, 1, 1);

    private readonly Random random = new(seed);

    /// <summary>Customers by id; each buys first within the first twelve weeks.</summary>
    public SortedDictionary<string, List<Purchase>> Customers(int count, int weeks)
    {
        var shop = new SortedDictionary<string, List<Purchase>>(StringComparer.Ordinal);
        for (var customer = 0; customer < count; customer++) shop[$"C{customer:00000}"] = Purchases(weeks);
        return shop;
    }

    private List<Purchase> Purchases(int weeks)
    {
        double rate = Draw(R) / Alpha, leave = Draw(A), spend = P / (Draw(Q) / Gamma);
        leave /= leave + Draw(B);
        double day = random.Next(84), last = (weeks * 7) - 1;
        var purchases = new List<Purchase> { At(day, spend) };
        while (true)
        {
            day += -Math.Log(1 - random.NextDouble()) / rate * 7;
            if (day > last) return purchases;
            purchases.Add(At(day, spend));
            if (random.NextDouble() < leave) return purchases;
        }
    }

    private Purchase At(double day, double spend) => new(Opened.AddDays((int)day), Math.Max(0.01m, Math.Round((decimal)(Draw(P) * spend / P), 2)));

    /// <summary>Gamma of scale one, after Marsaglia and Tsang, ACM Transactions on Mathematical Software 26, 2000.</summary>
    private double Draw(double shape)
    {
        if (shape < 1) return Draw(shape + 1) * Math.Pow(random.NextDouble(), 1 / shape);
        double d = shape - (1 / 3.0), c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            var v = Math.Pow(1 + (c * normal), 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < (0.5 * normal * normal) + d - (d * v) + (d * Math.Log(v))) return d * v;
        }
    }

    public static List<PurchaseSummary> Summaries(SortedDictionary<string, List<Purchase>> customers, CalendarDate end) =>
        [.. customers.Values.Select(purchases => PurchaseSummary.Of(PurchaseDays.Of(purchases, end), end)).OfType<PurchaseSummary>()];
}
