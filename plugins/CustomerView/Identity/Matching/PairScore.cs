using System;
using System.Collections.Generic;

namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>How probably two records are one customer, and why. The same whichever is named first.</summary>
internal sealed class PairScore
{
    public PairScore(PairWeight weight, IReadOnlyList<FieldContribution> contributions)
    {
        Weight = weight.Weight;
        Support = weight.Support;
        ConflictKind = weight.Conflict;
        Contributions = contributions;
    }

    /// <summary>Log2 odds; six decimals.</summary>
    public double Weight { get; }

    /// <summary>Log2 likelihood ratio of the fields alone, the prior left out.</summary>
    public double Support { get; }

    /// <summary>0 to 1, six decimals.</summary>
    public double Probability => Math.Round(1 / (1 + Math.Pow(2, -Weight)), 6);

    public Conflict ConflictKind { get; }

    /// <summary>Null, or what forbids that they are one: national-id, birthdate-and-name, generation.</summary>
    public string? Conflict => ConflictKind switch
    {
        Matching.Conflict.NationalId => "national-id",
        Matching.Conflict.BirthDateAndName => "birthdate-and-name",
        Matching.Conflict.Generation => "generation",
        _ => null,
    };

    /// <summary>In the order of fields, the prior first; what is missing is left out. They add up to the weight.</summary>
    public IReadOnlyList<FieldContribution> Contributions { get; }

    /// <summary>Whether the pair is an edge: it weighs enough and nothing forbids it.</summary>
    public bool IsMatch(MatchModel model) => ConflictKind == Matching.Conflict.None && Weight >= model.Match;

    /// <summary>Whether a steward is asked: not a match, not forbidden, but not nothing either.</summary>
    public bool IsReview(MatchModel model) => ConflictKind == Matching.Conflict.None && Weight >= model.Review && Weight < model.Match;
}
