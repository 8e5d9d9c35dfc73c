using System.Collections.Generic;

namespace Crm.Extensions.Compensation.Value.Purchases;

/// <summary>Both models together: what customers without a contract will bring if nobody does anything out of the ordinary.</summary>
internal sealed class PurchaseForecast
{
    private PurchaseForecast(BgNbdFit? purchases, GammaGammaFit? spend, SpendScrutiny scrutiny)
    {
        Purchases = purchases;
        Spend = spend;
        Scrutiny = scrutiny;
    }

    /// <summary>Null where too few customers came again to fit it.</summary>
    public BgNbdFit? Purchases { get; }

    /// <summary>Null where too few customers came again to fit it.</summary>
    public GammaGammaFit? Spend { get; }

    public SpendScrutiny Scrutiny { get; }

    /// <summary>Both models were fitted and both came to rest on a summit: good enough to be paid by.</summary>
    public bool Sound => Purchases is { Search.Converged: true } && Spend is { Search.Converged: true };

    public static PurchaseForecast Fit(IReadOnlyList<PurchaseSummary> customers, double penalty = 0) =>
        new(BgNbdFit.To(customers, penalty), GammaGammaFit.To(customers, penalty), SpendScrutiny.Of(customers));

    /// <summary>What is expected of one customer; null without both models.</summary>
    public PurchaseExpectation? Of(PurchaseSummary customer, double weeks)
    {
        if (Purchases is null || Spend is null) return null;
        return new PurchaseExpectation(Purchases.Model.Alive(customer), Purchases.Model.Expected(customer, weeks), Spend.Model.Expected(customer));
    }
}

/// <summary>What is expected of one customer.</summary>
/// <param name="Alive">The chance that the customer has not stopped buying.</param>
/// <param name="Purchases">Days with a purchase.</param>
/// <param name="Spend">On each of those days.</param>
internal sealed record PurchaseExpectation(double Alive, double Purchases, double Spend)
{
    /// <summary>Money to be expected in all: revenue, not yet contribution.</summary>
    public double Revenue => Purchases * Spend;
}
