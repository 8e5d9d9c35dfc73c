namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>What of a model belongs to the data as a whole.</summary>
internal sealed class ModelScale
{
    /// <summary>Records that it was trained on.</summary>
    public int Records { get; init; }

    /// <summary>Probability that two records taken at random are one customer.</summary>
    public double Prior { get; init; }

    /// <summary>Log2 odds from which a pair matches.</summary>
    public double Match { get; init; }

    /// <summary>Log2 odds from which a steward is asked.</summary>
    public double Review { get; init; }

    /// <summary>Pairs of different people of one household, per pair that is one customer.</summary>
    public double Households { get; init; }

    /// <summary>Records per customer, on average.</summary>
    public double RecordsPerCustomer { get; init; } = 1;
}
