using System;
using System.Collections.Generic;

namespace Crm.Extensions.Compensation.Value.Purchases;

/// <summary>Whether the spends bear out what gamma–gamma supposes of them.</summary>
internal sealed class SpendScrutiny
{
    /// <summary>Beyond this correlation spend and frequency are no strangers, and a product of the two expectations misleads.</summary>
    public const double MostCorrelation = 0.3;

    /// <summary>A mean spend farther from the median than so many robust standard deviations, in logarithms, is told.</summary>
    private const double FarDeviations = 5;

    private const double MedianDeviationOfNormal = 1.4826;

    private SpendScrutiny(double correlation, IReadOnlyList<int> outliers)
    {
        Correlation = correlation;
        Outliers = outliers;
    }

    /// <summary>Pearson's correlation of frequency and mean spend among those who came again.</summary>
    public double Correlation { get; }

    /// <summary>Indexes of customers whose mean spend is of another order than the others': a slip of the comma, a wholesaler among households.</summary>
    /// <remarks>They are told, not left out: one real customer of that size is worth more than all the rest of the figures.</remarks>
    public IReadOnlyList<int> Outliers { get; }

    public bool Independent => Math.Abs(Correlation) <= MostCorrelation;

    public static SpendScrutiny Of(IReadOnlyList<PurchaseSummary> customers)
    {
        var at = new List<int>();
        var logs = new List<double>();
        for (var i = 0; i < customers.Count; i++)
        {
            if (customers[i].Frequency == 0 || !(customers[i].MeanSpend > 0)) continue;
            at.Add(i);
            logs.Add(Math.Log(customers[i].MeanSpend));
        }

        if (at.Count < 3) return new SpendScrutiny(0, []);
        var median = Median(logs);
        var deviations = new List<double>(logs.Count);
        foreach (var log in logs) deviations.Add(Math.Abs(log - median));
        var far = FarDeviations * MedianDeviationOfNormal * Median(deviations);
        var outliers = new List<int>();
        for (var i = 0; i < at.Count; i++)
        {
            if (far > 0 && deviations[i] > far) outliers.Add(at[i]);
        }

        return new SpendScrutiny(Pearson(customers, at), outliers);
    }

    private static double Median(List<double> values)
    {
        var sorted = new List<double>(values);
        sorted.Sort();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double Pearson(IReadOnlyList<PurchaseSummary> customers, List<int> at)
    {
        double meanX = 0, meanY = 0;
        foreach (var i in at)
        {
            meanX += (double)customers[i].Frequency / at.Count;
            meanY += customers[i].MeanSpend / at.Count;
        }

        double xx = 0, yy = 0, xy = 0;
        foreach (var i in at)
        {
            double x = customers[i].Frequency - meanX, y = customers[i].MeanSpend - meanY;
            xx += x * x;
            yy += y * y;
            xy += x * y;
        }

        return xx > 0 && yy > 0 ? xy / Math.Sqrt(xx * yy) : 0;
    }
}
