using System;
using System.Collections.Generic;
using Crm.Extensions.CustomerView.Identity.Clustering;

namespace Crm.Extensions.Cli.Unify;

/// <summary>What a steward should judge: per two customers the strongest pair that is not sure, or that matched and was kept apart.</summary>
internal static class ReviewList
{
    /// <param name="apart">Pairs that matched and were kept apart. Those that a steward or an exclusive identifier parts need no judgement.</param>
    /// <returns>In the order of the inputs.</returns>
    public static IReadOnlyList<ReviewPair> Of(int[] cluster, List<ScoredPair> pairs, List<ReviewPair> apart, double match, DecisionsByRecord said)
    {
        var settled = new HashSet<(int, int)>();
        var reviews = new Dictionary<(int, int), (ReviewPair Pair, double Weight)>();
        foreach (var pair in apart)
        {
            if (pair.Reason is ApartReason.Steward or ApartReason.Conflict) settled.Add(Ends(cluster, pair.Left, pair.Right));
            else reviews[Ends(cluster, pair.Left, pair.Right)] = (new ReviewPair(Math.Min(pair.Left, pair.Right), Math.Max(pair.Left, pair.Right), pair.Reason), double.PositiveInfinity);
        }

        foreach (var pair in pairs)
        {
            if (pair.Weight >= match || cluster[pair.Left] == cluster[pair.Right]) continue;
            var ends = Ends(cluster, pair.Left, pair.Right);
            if (settled.Contains(ends) || said.IsDecided(pair.Left, pair.Right)) continue;
            if (!reviews.TryGetValue(ends, out var known) || IsStronger(pair, known)) reviews[ends] = (new ReviewPair(pair.Left, pair.Right, null), pair.Weight);
        }

        var list = new List<ReviewPair>(reviews.Count);
        foreach (var (pair, _) in reviews.Values) list.Add(pair);
        list.Sort((one, other) => one.Left != other.Left ? one.Left.CompareTo(other.Left) : one.Right.CompareTo(other.Right));
        return list;
    }

    private static bool IsStronger(ScoredPair pair, (ReviewPair Pair, double Weight) known) =>
        pair.Weight != known.Weight ? pair.Weight > known.Weight
        : pair.Left != known.Pair.Left ? pair.Left < known.Pair.Left
        : pair.Right < known.Pair.Right;

    private static (int, int) Ends(int[] cluster, int left, int right) => (Math.Min(cluster[left], cluster[right]), Math.Max(cluster[left], cluster[right]));
}
