using System;

namespace Crm.Extensions.Compensation.Value.Purchases;

/// <summary>
/// What customers spend on a purchase: around a mean of their own (gamma, p), the means differing among customers (inverse gamma, q and γ). The
/// fewer the purchases known, the nearer the expectation to everybody's mean.
/// </summary>
/// <remarks>
/// Fader, Hardie and Lee, RFM and CLV, Journal of Marketing Research 42, 2005, 415–430; Fader and Hardie, The Gamma-Gamma Model of Monetary Value (2013).
/// It supposes that how much is spent has nothing to do with how often: see <see cref="SpendScrutiny"/>.
/// </remarks>
internal sealed class GammaGamma
{
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not above zero, or q not above one, so that there is no mean.</exception>
    public GammaGamma(double p, double q, double gamma)
    {
        if (!(p > 0)) throw new ArgumentOutOfRangeException(nameof(p));
        if (!(q > 1)) throw new ArgumentOutOfRangeException(nameof(q));
        if (!(gamma > 0)) throw new ArgumentOutOfRangeException(nameof(gamma));
        P = p;
        Q = q;
        Gamma = gamma;
    }

    public double P { get; }

    public double Q { get; }

    /// <summary>γ, in the currency of the purchases.</summary>
    public double Gamma { get; }

    /// <summary>Everybody's mean spend on a purchase: pγ/(q − 1). What is expected of a customer without repeat purchases.</summary>
    public double Mean => P * Gamma / (Q - 1);

    /// <summary>The mean spend to be expected of this customer: p(γ + x z̄)/(px + q − 1).</summary>
    public double Expected(PurchaseSummary customer) => P * (Gamma + (customer.Frequency * customer.MeanSpend)) / ((P * customer.Frequency) + Q - 1);
}
