using System;
using System.Collections.Generic;
using Crm.Extensions.Compensation.Value.Mathematics;

namespace Crm.Extensions.Compensation.Value.Purchases;

/// <summary>The log-likelihood of p, q and γ, and its slope.</summary>
/// <remarks>Fader and Hardie, The Gamma-Gamma Model of Monetary Value (2013), equation 1a: the density of the mean spend z̄ over x repeat purchases.</remarks>
internal sealed class GammaGammaLikelihood : Likelihood
{
    private readonly double[] spends;
    private readonly double[] logSpends;
    private readonly int[] frequencies;
    private readonly SortedDictionary<int, int> byFrequency = [];

    /// <param name="repeaters">Customers with repeat purchases and a mean spend above zero: others have no density.</param>
    /// <param name="unit">The amount that is taken as one, so that the height of the surface does not depend on the currency.</param>
    public GammaGammaLikelihood(IReadOnlyList<PurchaseSummary> repeaters, double unit)
    {
        spends = new double[repeaters.Count];
        logSpends = new double[repeaters.Count];
        frequencies = new int[repeaters.Count];
        for (var i = 0; i < spends.Length; i++)
        {
            frequencies[i] = repeaters[i].Frequency;
            spends[i] = repeaters[i].MeanSpend / unit;
            logSpends[i] = Math.Log(spends[i]);
            byFrequency.TryGetValue(frequencies[i], out var count);
            byFrequency[frequencies[i]] = count + 1;
        }
    }

    public override int Parameters => 3;

    public override int Observations => spends.Length;

    public override double Log(double[] at, double[] slope)
    {
        double p = at[0], q = at[1], gamma = at[2];
        double logQ = GammaFunction.Log(q), psiQ = GammaFunction.Digamma(q), logGamma = Math.Log(gamma);
        var sum = spends.Length * ((q * logGamma) - logQ);
        slope[0] = 0;
        slope[1] = spends.Length * (logGamma - psiQ);
        slope[2] = spends.Length * q / gamma;
        foreach (var pair in byFrequency)
        {
            int x = pair.Key, count = pair.Value;
            var logX = Math.Log(x);
            var psiAll = GammaFunction.Digamma((p * x) + q);
            sum += count * (GammaFunction.Log((p * x) + q) - GammaFunction.Log(p * x) + (p * x * logX));
            slope[0] += count * x * (psiAll - GammaFunction.Digamma(p * x) + logX);
            slope[1] += count * psiAll;
        }

        for (var i = 0; i < spends.Length; i++)
        {
            var x = frequencies[i];
            var total = gamma + (x * spends[i]);
            var logTotal = Math.Log(total);
            sum += (((p * x) - 1) * logSpends[i]) - (((p * x) + q) * logTotal);
            slope[0] += x * (logSpends[i] - logTotal);
            slope[1] -= logTotal;
            slope[2] -= ((p * x) + q) / total;
        }

        return sum;
    }
}
