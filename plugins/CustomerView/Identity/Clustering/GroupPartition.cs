using System;
using System.Collections.Generic;

namespace Crm.Extensions.CustomerView.Identity.Clustering;

/// <summary>Parts one group of records into customers: agglomerative, the strongest pair first, each union under guard.</summary>
/// <remarks>
/// Records are their places in the ordinal order of keys, so that the result is a function of the set. A steward's "same" comes first and stops only at a steward's
/// "different", and what parts such records parts nobody who resembles one of them; then every pair that matches, by weight. What lies across two clusters is carried along in three counts and a flag, so that a union costs one row.
/// </remarks>
internal sealed class GroupPartition
{
    private readonly int count;
    private readonly int[] root;
    private readonly int[] size;
    private readonly bool[,] forbidden;
    private readonly bool[,] different;
    private readonly int[,] supporting;
    private readonly int[,] matching;
    private readonly double[,] weights;
    private readonly HashSet<int>?[] cleanSources;

    /// <param name="cleanSource">Per record: the number of its source where that holds each customer once, else -1.</param>
    public GroupPartition(int[] cleanSource)
    {
        count = cleanSource.Length;
        root = new int[count];
        size = new int[count];
        forbidden = new bool[count, count];
        different = new bool[count, count];
        supporting = new int[count, count];
        matching = new int[count, count];
        weights = new double[count, count];
        cleanSources = new HashSet<int>?[count];
        for (var record = 0; record < count; record++)
        {
            root[record] = record;
            size[record] = 1;
            cleanSources[record] = cleanSource[record] < 0 ? null : [cleanSource[record]];
        }
    }

    /// <summary>The "same" of a steward that a "different" does not let stand.</summary>
    public List<StewardRule> Contradictions { get; } = [];

    /// <summary>The strongest pair across two clusters that stayed apart, and why.</summary>
    public List<ApartPair> KeptApart { get; } = [];

    /// <summary>The cluster of a record: the place of its first record.</summary>
    public int ClusterOf(int record) => root[record];

    /// <summary>The weight of a record's strongest pair in its cluster, in log2 odds; null where it is alone.</summary>
    public double? StrongestOf(int record)
    {
        double? strongest = null;
        for (var other = 0; other < count; other++)
        {
            if (other != record && root[other] == root[record] && !(strongest >= weights[record, other]))
            {
                strongest = weights[record, other];
            }
        }

        return strongest;
    }

    /// <param name="match">The weight from which a pair matches.</param>
    public void Part(IPairEvidence evidence, StewardRules rules, double match)
    {
        var edges = Weigh(evidence, match);
        Overrule(rules);
        Obey(rules);
        var apart = new List<ApartEdge>();
        edges.Sort();
        foreach (var edge in edges)
        {
            var left = root[edge.Left];
            var right = root[edge.Right];
            if (left == right)
            {
                continue;
            }

            if (Guard(left, right) is { } reason)
            {
                apart.Add(new ApartEdge(edge, reason));
            }
            else
            {
                Join(left, right);
            }
        }

        Tell(apart);
    }

    private List<GroupEdge> Weigh(IPairEvidence evidence, double match)
    {
        var edges = new List<GroupEdge>();
        for (var left = 0; left < count; left++)
        {
            for (var right = left + 1; right < count; right++)
            {
                var pair = evidence.Of(left, right);
                var matches = !pair.Conflict && pair.Weight >= match;
                weights[left, right] = weights[right, left] = pair.Weight;
                forbidden[left, right] = forbidden[right, left] = pair.Conflict;
                supporting[left, right] = supporting[right, left] = pair.Support >= 0 ? 1 : 0;
                matching[left, right] = matching[right, left] = matches ? 1 : 0;
                if (matches)
                {
                    edges.Add(new GroupEdge(left, right, pair.Weight));
                }
            }
        }

        return edges;
    }

    private void Obey(StewardRules rules)
    {
        foreach (var rule in rules.Different)
        {
            different[rule.Left, rule.Right] = different[rule.Right, rule.Left] = true;
        }

        foreach (var rule in rules.Same)
        {
            var left = root[rule.Left];
            var right = root[rule.Right];
            if (different[left, right])
            {
                Contradictions.Add(rule);
            }
            else if (left != right)
            {
                Join(left, right);
            }
        }
    }

    /// <summary>What parts two records that a steward made one parts nobody any more who sides with one of them.</summary>
    private void Overrule(StewardRules rules)
    {
        var said = new UnionOfPlaces(count);
        foreach (var rule in rules.Same)
        {
            said.Join(rule.Left, rule.Right);
        }

        for (var one = 0; one < count; one++)
        {
            for (var other = one + 1; other < count; other++)
            {
                if (said.Of(one) == said.Of(other) && (forbidden[one, other] || supporting[one, other] == 0))
                {
                    Overrule(one, other);
                }
            }
        }
    }

    private void Overrule(int one, int other)
    {
        var withOne = SidingWith(one, other);
        var withOther = SidingWith(other, one);
        foreach (var left in withOne)
        {
            foreach (var right in withOther)
            {
                forbidden[left, right] = forbidden[right, left] = false;
                supporting[left, right] = supporting[right, left] = 1;
            }
        }
    }

    /// <summary>The record itself, and those that do not contradict it but do contradict the other.</summary>
    private List<int> SidingWith(int one, int other)
    {
        var siding = new List<int> { one };
        for (var record = 0; record < count; record++)
        {
            if (record != one && record != other && !forbidden[record, one] && supporting[record, one] > 0 && (forbidden[record, other] || supporting[record, other] == 0))
            {
                siding.Add(record);
            }
        }

        return siding;
    }

    private ApartReason? Guard(int left, int right) =>
        different[left, right] ? ApartReason.Steward
        : forbidden[left, right] ? ApartReason.Conflict
        : cleanSources[left] is { } one && cleanSources[right] is { } other && one.Overlaps(other) ? ApartReason.CleanSource
        : ClusterGuards.Judge(size[left] * size[right], supporting[left, right], matching[left, right], size[left] + size[right]);

    private void Join(int left, int right)
    {
        var kept = Math.Min(left, right);
        var gone = Math.Max(left, right);
        size[kept] += size[gone];
        for (var record = 0; record < count; record++)
        {
            if (root[record] == gone)
            {
                root[record] = kept;
            }

            // rows of records that are no longer a cluster's first are never asked again
            forbidden[record, kept] = forbidden[kept, record] |= forbidden[gone, record];
            different[record, kept] = different[kept, record] |= different[gone, record];
            supporting[record, kept] = supporting[kept, record] += supporting[gone, record];
            matching[record, kept] = matching[kept, record] += matching[gone, record];
        }

        if (cleanSources[gone] is { } sources)
        {
            (cleanSources[kept] ??= []).UnionWith(sources);
        }
    }

    private void Tell(List<ApartEdge> apart)
    {
        var told = new HashSet<long>();
        foreach (var one in apart)
        {
            var left = root[one.Edge.Left];
            var right = root[one.Edge.Right];
            var pair = ((long)Math.Min(left, right) * count) + Math.Max(left, right);
            if (left != right && told.Add(pair))
            {
                KeptApart.Add(new ApartPair(one.Edge.Left, one.Edge.Right, Guard(left, right) ?? one.Reason));
            }
        }
    }

    private readonly record struct ApartEdge(GroupEdge Edge, ApartReason Reason);
}
