using System;
using System.Collections.Generic;
using Crm.Extensions.CustomerView.Identity.Matching;

namespace Crm.Extensions.CustomerView.Identity.Clustering;

/// <summary>Parts a group that is too large to be judged pair by pair: pairs that share a blocking key, strongest first, never growing past the limit.</summary>
/// <remarks>Such a group is a chain of mistakes, or one customer with hundreds of records; either way its weakest pairs are the ones to cut. Independent of order.</remarks>
internal static class GroupParts
{
    // within one key's records only neighbours in the order of keys are compared where there are very many
    private const int Neighbours = 40;

    /// <param name="members">In the ordinal order of keys.</param>
    /// <returns>The places of each part's records, in order.</returns>
    public static List<List<int>> Of(ClusterMember[] members, IPairEvidence evidence, StewardRules rules, double match, Func<string, bool> suppressed)
    {
        var edges = Edges(members, evidence, match, suppressed);
        edges.Sort();
        var parted = new UnionOfPlaces(members.Length);
        var size = new int[members.Length];
        for (var record = 0; record < size.Length; record++)
        {
            size[record] = 1;
        }

        foreach (var rule in rules.Same)
        {
            Join(parted, size, rule.Left, rule.Right, int.MaxValue);
        }

        foreach (var edge in edges)
        {
            Join(parted, size, edge.Left, edge.Right, ClusterGuards.LargestGroup);
        }

        var parts = new SortedDictionary<int, List<int>>();
        for (var record = 0; record < members.Length; record++)
        {
            var first = parted.Of(record);
            if (!parts.TryGetValue(first, out var part))
            {
                parts[first] = part = [];
            }

            part.Add(record);
        }

        return [.. parts.Values];
    }

    private static List<GroupEdge> Edges(ClusterMember[] members, IPairEvidence evidence, double match, Func<string, bool> suppressed)
    {
        var blocks = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var record = 0; record < members.Length; record++)
        {
            foreach (var key in BlockingKeys.Of(members[record].Record))
            {
                if (suppressed(key))
                {
                    continue;
                }

                if (!blocks.TryGetValue(key, out var block))
                {
                    blocks[key] = block = [];
                }

                block.Add(record);
            }
        }

        var seen = new HashSet<long>();
        var edges = new List<GroupEdge>();
        foreach (var block in blocks.Values)
        {
            for (var one = 0; one < block.Count; one++)
            {
                for (var other = one + 1; other < block.Count && other - one <= Neighbours; other++)
                {
                    if (seen.Add(((long)block[one] * members.Length) + block[other])
                        && evidence.Of(block[one], block[other]) is { Conflict: false } pair && pair.Weight >= match)
                    {
                        edges.Add(new GroupEdge(block[one], block[other], pair.Weight));
                    }
                }
            }
        }

        return edges;
    }

    private static void Join(UnionOfPlaces parted, int[] size, int left, int right, int limit)
    {
        left = parted.Of(left);
        right = parted.Of(right);
        if (left == right || (long)size[left] + size[right] > limit)
        {
            return;
        }

        parted.Join(left, right);
        size[parted.Of(left)] = size[left] + size[right];
    }
}
