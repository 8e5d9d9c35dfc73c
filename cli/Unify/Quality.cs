using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Cli.Unify;

/// <summary>How far the customers found are the true ones, by pairs of records and, as B³, by records.</summary>
/// <param name="TruePairs">Pairs of records that truly are one customer.</param>
/// <param name="FoundPairs">Pairs that were given one customer.</param>
/// <param name="RightPairs">Pairs that are both.</param>
/// <param name="BlockedPairs">True pairs that share a blocking key, and so could be compared at all.</param>
internal sealed record Quality(long TruePairs, long FoundPairs, long RightPairs, long BlockedPairs, double CubedPrecision, double CubedRecall)
{
    /// <summary>Of the pairs found, the share that is true; 1 where none was found.</summary>
    public double Precision => Share(RightPairs, FoundPairs);

    /// <summary>Of the true pairs, the share that was found; 1 where there is none.</summary>
    public double Recall => Share(RightPairs, TruePairs);

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public double BlockingRecall => Share(BlockedPairs, TruePairs);

    /// <param name="truth">Per record a label of its true customer.</param>
    /// <param name="found">Per record a label of the customer it was given.</param>
    /// <param name="shareKey">Whether two records share a blocking key.</param>
    public static Quality Of(int[] truth, int[] found, Func<int, int, bool> shareKey)
    {
        var both = new Dictionary<(int Truth, int Found), long>();
        for (var record = 0; record < truth.Length; record++)
        {
            both.TryGetValue((truth[record], found[record]), out var count);
            both[(truth[record], found[record])] = count + 1;
        }

        var trueSizes = Sizes(truth);
        var foundSizes = Sizes(found);
        double precision = 0, recall = 0;
        foreach (var (pair, count) in both)
        {
            precision += (double)count * count / foundSizes[pair.Found];
            recall += (double)count * count / trueSizes[pair.Truth];
        }

        var records = Math.Max(truth.Length, 1);
        return new Quality(
            trueSizes.Values.Sum(Pairs), foundSizes.Values.Sum(Pairs), both.Values.Sum(Pairs), Blocked(truth, shareKey), precision / records, recall / records);
    }

    private static long Blocked(int[] truth, Func<int, int, bool> shareKey) =>
        Enumerable.Range(0, truth.Length).GroupBy(record => truth[record]).AsParallel().Sum(customer =>
        {
            var members = customer.ToArray();
            var blocked = 0L;
            for (var one = 0; one < members.Length; one++)
            {
                for (var other = one + 1; other < members.Length; other++) blocked += shareKey(members[one], members[other]) ? 1 : 0;
            }

            return blocked;
        });

    private static Dictionary<int, long> Sizes(int[] labels)
    {
        var sizes = new Dictionary<int, long>();
        foreach (var label in labels)
        {
            sizes.TryGetValue(label, out var size);
            sizes[label] = size + 1;
        }

        return sizes;
    }

    private static long Pairs(long size) => size * (size - 1) / 2;

    private static double Share(long part, long whole) => whole == 0 ? 1 : (double)part / whole;
}
