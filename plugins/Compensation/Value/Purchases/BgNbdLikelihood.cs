using System;
using System.Collections.Generic;
using Crm.Extensions.Compensation.Value.Mathematics;

namespace Crm.Extensions.Compensation.Value.Purchases;

/// <summary>The log-likelihood of r, α, a and b, and its slope.</summary>
/// <remarks>
/// Fader, Hardie and Lee (2005), equation 6, by logarithms of gamma functions; the two ways in which a silence comes about, still a customer or gone since
/// the last purchase, are added in logarithms, so that nothing under- or overflows however many purchases there are. Customers of equal figures are
/// counted, not repeated, and the gamma functions are taken once for each number of purchases.
/// </remarks>
internal sealed class BgNbdLikelihood : Likelihood
{
    private readonly List<Alike> groups = [];
    private readonly SortedDictionary<int, int> byFrequency = [];

    public BgNbdLikelihood(IReadOnlyList<PurchaseSummary> customers)
    {
        var known = new Dictionary<long, int>();
        foreach (var customer in customers)
        {
            byFrequency.TryGetValue(customer.Frequency, out var count);
            byFrequency[customer.Frequency] = count + 1;
            var key = ((((long)customer.Frequency << 24) ^ customer.RecencyDays) << 24) ^ customer.AgeDays;
            if (known.TryGetValue(key, out var at))
            {
                groups[at].Count++;
                continue;
            }

            known[key] = groups.Count;
            groups.Add(new Alike(customer) { Count = 1 });
        }

        Observations = customers.Count;
    }

    public override int Parameters => 4;

    public override int Observations { get; }

    public override double Log(double[] at, double[] slope)
    {
        double r = at[0], alpha = at[1], a = at[2], b = at[3];
        Array.Clear(slope, 0, slope.Length);
        var sum = ByFrequency(r, alpha, a, b, slope);
        foreach (var group in groups)
        {
            var power = r + group.Frequency;
            var logToEnd = Math.Log(alpha + group.Age);
            if (group.Frequency == 0)
            {
                sum -= group.Count * power * logToEnd;
                slope[0] -= group.Count * logToEnd;
                slope[1] -= group.Count * power / (alpha + group.Age);
                continue;
            }

            var logToLast = Math.Log(alpha + group.Recency);
            var alive = -power * logToEnd;
            var gone = Math.Log(a / (b + group.Frequency - 1)) - (power * logToLast);
            var larger = Math.Max(alive, gone);
            var both = larger + Math.Log(Math.Exp(alive - larger) + Math.Exp(gone - larger));
            var shareAlive = Math.Exp(alive - both);
            var shareGone = Math.Exp(gone - both);
            sum += group.Count * both;
            slope[0] -= group.Count * ((shareAlive * logToEnd) + (shareGone * logToLast));
            slope[1] -= group.Count * power * ((shareAlive / (alpha + group.Age)) + (shareGone / (alpha + group.Recency)));
            slope[2] += group.Count * shareGone / a;
            slope[3] -= group.Count * shareGone / (b + group.Frequency - 1);
        }

        return sum;
    }

    /// <summary>The part that depends on the number of purchases alone.</summary>
    private double ByFrequency(double r, double alpha, double a, double b, double[] slope)
    {
        double logR = GammaFunction.Log(r), logB = GammaFunction.Log(b), logBoth = GammaFunction.Log(a + b);
        double psiR = GammaFunction.Digamma(r), psiB = GammaFunction.Digamma(b), psiBoth = GammaFunction.Digamma(a + b);
        var logAlpha = Math.Log(alpha);
        var sum = Observations * r * logAlpha;
        slope[0] += Observations * logAlpha;
        slope[1] += Observations * r / alpha;
        foreach (var pair in byFrequency)
        {
            int x = pair.Key, count = pair.Value;
            if (x == 0) continue;
            sum += count * (GammaFunction.Log(r + x) - logR + logBoth + GammaFunction.Log(b + x) - logB - GammaFunction.Log(a + b + x));
            var psiLater = GammaFunction.Digamma(a + b + x);
            slope[0] += count * (GammaFunction.Digamma(r + x) - psiR);
            slope[2] += count * (psiBoth - psiLater);
            slope[3] += count * (psiBoth + GammaFunction.Digamma(b + x) - psiB - psiLater);
        }

        return sum;
    }

    /// <summary>Customers of the same figures.</summary>
    private sealed class Alike(PurchaseSummary customer)
    {
        public readonly int Frequency = customer.Frequency;
        public readonly double Recency = customer.Recency;
        public readonly double Age = customer.Age;
        public int Count;
    }
}
