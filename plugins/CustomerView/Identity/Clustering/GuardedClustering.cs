using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Matching;

namespace Crm.Extensions.CustomerView.Identity.Clustering;

/// <summary>Gives each record of a group its customer. A function of the set of records, the decisions and the model: their order does not matter.</summary>
/// <remarks>A group is a connected component of pairs that match, or of which a steward said "same". Safe for many threads.</remarks>
internal sealed class GuardedClustering
{
    private readonly MatchModel model;
    private readonly PairScorer scorer;

    public GuardedClustering(MatchModel model, PairScorer scorer)
    {
        this.model = model;
        this.scorer = scorer;
    }

    public IReadOnlyList<Cluster> Cluster(IReadOnlyList<ClusterMember> component, IReadOnlyList<StewardDecision> decisions) => Part(component, decisions).Clusters;

    /// <summary>The same, with what was kept apart and which decisions contradict each other.</summary>
    /// <exception cref="ArgumentException">Two members have one key.</exception>
    public Partition Part(IReadOnlyList<ClusterMember> component, IReadOnlyList<StewardDecision> decisions)
    {
        var members = component.ToArray();
        Array.Sort(members, (left, right) => string.CompareOrdinal(left.Key, right.Key));
        var keys = Array.ConvertAll(members, member => member.Key);
        for (var next = 1; next < keys.Length; next++)
        {
            if (keys[next] == keys[next - 1])
            {
                throw new ArgumentException($"Two records have the key '{keys[next]}'.", nameof(component));
            }
        }

        var rules = StewardRules.Of(keys, decisions);
        if (members.Length <= ClusterGuards.LargestGroup)
        {
            return Part(members, rules);
        }

        var pairs = new ScoredPairs(scorer, members);
        var parts = GroupParts.Of(members, pairs, rules, model.Match, model.IsSuppressed);
        var parted = parts.ConvertAll(part =>
        {
            var its = part.ConvertAll(record => members[record]).ToArray();
            return Part(its, StewardRules.Of(Array.ConvertAll(its, member => member.Key), decisions));
        });
        return new Partition(
            [.. parted.SelectMany(part => part.Clusters).OrderBy(cluster => cluster.Key, StringComparer.Ordinal)],
            [.. parted.SelectMany(part => part.KeptApart)],
            [.. parted.SelectMany(part => part.Contradictions)]);
    }

    private Partition Part(ClusterMember[] members, StewardRules rules)
    {
        var groups = new GroupPartition(CleanSources(members));
        groups.Part(new ScoredPairs(scorer, members), rules, model.Match);
        var clusters = new SortedDictionary<int, List<int>>();
        for (var record = 0; record < members.Length; record++)
        {
            var first = groups.ClusterOf(record);
            if (!clusters.TryGetValue(first, out var cluster))
            {
                clusters[first] = cluster = [];
            }

            cluster.Add(record);
        }

        return new Partition(
            [.. clusters.Values.Select(cluster => new Cluster(cluster.ConvertAll(record => members[record]), cluster.ConvertAll(groups.StrongestOf)))],
            groups.KeptApart.ConvertAll(pair => new ApartMembers(members[pair.Left], members[pair.Right], pair.Reason)),
            groups.Contradictions.ConvertAll(rule => new StewardDecision(members[rule.Left].Key, members[rule.Right].Key, same: true)));
    }

    private static int[] CleanSources(ClusterMember[] members)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return Array.ConvertAll(members, member =>
        {
            if (!member.SourceIsClean)
            {
                return -1;
            }

            if (!numbers.TryGetValue(member.Source, out var number))
            {
                numbers[member.Source] = number = numbers.Count;
            }

            return number;
        });
    }
}
