using System;
using System.Collections.Generic;
using Crm.Extensions.Compensation.Value.Mathematics;

namespace Crm.Extensions.Compensation.Value.Purchases;

/// <summary>Gamma–gamma fitted by maximum likelihood to the customers who came again.</summary>
/// <remarks>
/// Customers without repeat purchases have no mean of repeat purchases and take no part; they are expected to spend what everybody does. So do customers
/// whose repeat purchases were all of nothing, which no gamma density allows. q is looked for above <see cref="LeastQ"/> only: at one the mean is
/// infinite, and one customer would be worth the house. A fit that stands at that wall has not converged and says so.
/// </remarks>
internal sealed class GammaGammaFit
{
    public const int LeastRepeaters = 10;

    public const double LeastQ = 1.05;

    private GammaGammaFit(MaximumLikelihood search, double unit, int repeaters)
    {
        Search = search;
        Repeaters = repeaters;
        Model = new GammaGamma(search.Parameters[0], search.Parameters[1], search.Parameters[2] * unit);
        LogLikelihood = search.LogLikelihood - (repeaters * Math.Log(unit));
        Unit = unit;
        if (search.StandardErrors is { } errors) StandardErrors = [errors[0], errors[1], errors[2] * unit];
    }

    public GammaGamma Model { get; }

    /// <summary>How the search went; its γ is in <see cref="Unit"/>.</summary>
    public MaximumLikelihood Search { get; }

    /// <summary>In the purchases' currency.</summary>
    public double LogLikelihood { get; }

    /// <summary>Of p, q and γ, that in the purchases' currency; null where the data do not fix them.</summary>
    public IReadOnlyList<double>? StandardErrors { get; }

    /// <summary>Customers whom it was fitted to.</summary>
    public int Repeaters { get; }

    /// <summary>The amount that was taken as one while searching: the geometric mean of the mean spends.</summary>
    public double Unit { get; }

    /// <summary>Fits the model; null where fewer than <see cref="LeastRepeaters"/> customers came again and paid.</summary>
    public static GammaGammaFit? To(IReadOnlyList<PurchaseSummary> customers, double penalty = 0)
    {
        var repeaters = new List<PurchaseSummary>();
        var logSpend = 0.0;
        foreach (var customer in customers)
        {
            if (customer.Frequency == 0 || !(customer.MeanSpend > 0)) continue;
            repeaters.Add(customer);
            logSpend += Math.Log(customer.MeanSpend);
        }

        if (repeaters.Count < LeastRepeaters) return null;
        var unit = Math.Exp(logSpend / repeaters.Count);
        double[][] starts = [[4, 3, 0.5], [1, 2, 1], [10, 10, 1], [0.5, 1.5, 2]];
        return new GammaGammaFit(
            MaximumLikelihood.Search(new GammaGammaLikelihood(repeaters, unit), starts, [1e-3, LeastQ, 1e-5], [1e5, 1e5, 1e5], penalty), unit, repeaters.Count);
    }
}
