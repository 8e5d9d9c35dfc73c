using System;
using Crm.Extensions.CustomerView.Identity.Matching;

namespace Crm.Extensions.Cli.Unify.Training;

/// <summary>u from random pairs: how often two different customers agree so.</summary>
/// <remarks>
/// A random pair may be one customer; in a small set with many duplicates that is what most agreement on an e-mail address is. Each pair counts by how
/// probably it is two.
/// </remarks>
internal static class StrangerShares
{
    // nothing seen in so many pairs: half a pair
    private const double Unseen = 0.5;

    public static LevelTable Of(PatternCounts pairs, LevelTable m, LevelTable u, LevelTable shipped, double prior, double households)
    {
        var mixture = new PairMixture(m, u, []);
        var counts = new LevelTable();
        foreach (var (pattern, count) in pairs.Sorted())
        {
            var (customer, household) = mixture.Of(pattern, prior, Math.Min(0.5, prior * households));
            counts.Add(pattern, count * Math.Max(0, 1 - customer - household));
        }

        return LevelTable.Of((field, level) => Share(counts, shipped, field, level));
    }

    private static double Share(LevelTable counts, LevelTable shipped, MatchField field, AgreementLevel level)
    {
        if (shipped[field, level] == 0) return 0;
        if (field == MatchField.NameOrder) return 1;

        var total = counts.Total(field);
        if (total < 1) return shipped[field, level];
        return counts[field, level] < Unseen
            ? Math.Min(Unseen / total, shipped[field, level])
            : counts[field, level] / total;
    }
}
