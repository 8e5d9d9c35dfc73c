using System;
using System.Threading.Tasks;
using Crm.Extensions.CustomerView.Identity.Matching;

namespace Crm.Extensions.Cli.Unify.Training;

/// <summary>Pairs taken at random: what agreement is worth nothing is seen here, and nowhere else.</summary>
internal static class RandomPairs
{
    private const int Slices = 64;

    /// <param name="most">If there are more, so many of them.</param>
    /// <summary>All pairs of a small set, else a sample; the same for the same records in the same order.</summary>
    public static PatternCounts Of(PreparedRecord[] records, PairScorer scorer, int most)
    {
        var all = (long)records.Length * (records.Length - 1) / 2;
        var slices = new PatternCounts[Slices];
        Parallel.For(0, Slices, slice => slices[slice] = all <= most ? Whole(records, scorer, slice) : Sample(records, scorer, slice, most / Slices));
        var counts = new PatternCounts();
        foreach (var slice in slices) counts.Add(slice);
        return counts;
    }

    private static PatternCounts Whole(PreparedRecord[] records, PairScorer scorer, int slice)
    {
        var counts = new PatternCounts();
        for (var left = slice; left < records.Length; left += Slices)
        {
            for (var right = left + 1; right < records.Length; right++) counts.Add(scorer.Compare(records[left], records[right]));
        }

        return counts;
    }

    private static PatternCounts Sample(PreparedRecord[] records, PairScorer scorer, int slice, int pairs)
    {
        var counts = new PatternCounts();
        var chance = new Random(slice + 1);
        for (var pair = 0; pair < pairs; pair++)
        {
            var left = chance.Next(records.Length);
            var right = chance.Next(records.Length - 1);
            counts.Add(scorer.Compare(records[left], records[right >= left ? right + 1 : right]));
        }

        return counts;
    }
}
