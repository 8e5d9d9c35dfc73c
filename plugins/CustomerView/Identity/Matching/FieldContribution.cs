namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>What one part of the comparison added to the weight.</summary>
internal sealed class FieldContribution
{
    public FieldContribution(string part, AgreementLevel level, double weight)
    {
        Part = part;
        Level = level;
        Weight = weight;
    }

    /// <summary>The name of a <see cref="MatchField"/>, or <see cref="PriorPart"/> or <see cref="HouseholdPart"/>.</summary>
    public string Part { get; }

    public AgreementLevel Level { get; }

    /// <summary>Log2; above 0 it speaks for one customer.</summary>
    public double Weight { get; }

    /// <summary>How rarely two records at random are one.</summary>
    public const string PriorPart = "Prior";

    /// <summary>That people of one household share names, addresses and numbers.</summary>
    public const string HouseholdPart = "Household";
}
