using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Crm.Extensions.CustomerView.Identity.Clustering;
using Crm.Extensions.CustomerView.Identity.Matching;

namespace Crm.Extensions.Cli.Unify;

/// <summary>Keys, pairs, groups, customers: the tenant's own rules over all records at once.</summary>
internal sealed class Unifier(MatchModel model, BlockLimits limits, ProgressLine progress)
{
    private readonly PairScorer scorer = new(model);

    public Unification Run(RecordSet records, IReadOnlyList<StewardDecision> decisions)
    {
        var index = BlockIndex.Of(records, model, limits, progress);
        var search = new PairSearch(Prepare(records), index, model, scorer, progress);
        var pairs = search.Find();
        var said = new DecisionsByRecord(records, decisions);
        var groups = Groups(records, pairs, said);
        var cluster = Enumerable.Range(0, records.Count).ToArray();
        var probability = new double[records.Count];
        for (var record = 0; record < probability.Length; record++) probability[record] = records[record] is null ? double.NaN : 1;
        var apart = new List<ReviewPair>();
        var contradictions = new List<StewardDecision>();
        var clustering = new GuardedClustering(model, scorer);
        var done = 0;
        Parallel.ForEach(groups, group =>
        {
            var partition = clustering.Part(Members(records, group), said.Of(group));
            var places = group.ToDictionary(records.KeyOf, StringComparer.Ordinal);
            foreach (var customer in partition.Clusters) Assign(customer, places, cluster, probability);
            if (partition.KeptApart.Count + partition.Contradictions.Count > 0)
            {
                lock (apart)
                {
                    apart.AddRange(partition.KeptApart.Select(one => new ReviewPair(places[one.Left.Key], places[one.Right.Key], one.Reason)));
                    contradictions.AddRange(partition.Contradictions);
                }
            }

            progress.Tell($"{Interlocked.Increment(ref done):N0} of {groups.Count:N0} groups");
        });
        return new Unification
        {
            Cluster = cluster,
            Probability = probability,
            Reviews = ReviewList.Of(cluster, pairs, apart, model.Match, said),
            Contradictions = [.. contradictions.OrderBy(one => one.LeftKey, StringComparer.Ordinal).ThenBy(one => one.RightKey, StringComparer.Ordinal)],
            Index = index,
            Compared = search.Compared,
        };
    }

    private PreparedRecord?[] Prepare(RecordSet records)
    {
        var prepared = new PreparedRecord?[records.Count];
        Parallel.For(0, prepared.Length, record => prepared[record] = records[record] is { } normal ? scorer.Prepare(normal) : null);
        return prepared;
    }

    /// <summary>Groups of two records or more, the largest first, so that no core is left with a large one at the end.</summary>
    private List<int[]> Groups(RecordSet records, List<ScoredPair> pairs, DecisionsByRecord said)
    {
        var parts = new UnionFind(records.Count);
        foreach (var pair in pairs)
        {
            if (pair.Weight >= model.Match) parts.Join(pair.Left, pair.Right);
        }

        foreach (var same in said.Same) parts.Join(same.Left, same.Right);
        var roots = parts.Roots();
        var sizes = new int[roots.Length];
        foreach (var root in roots) sizes[root]++;
        var groups = new Dictionary<int, int[]>();
        for (var record = 0; record < roots.Length; record++)
        {
            var root = roots[record];
            if (root == record && sizes[root] > 1) groups[root] = new int[sizes[root]];
            if (groups.TryGetValue(root, out var group)) group[^sizes[root]--] = record;
        }

        return [.. groups.Values.OrderByDescending(group => group.Length).ThenBy(group => group[0])];
    }

    private static ClusterMember[] Members(RecordSet records, int[] group) => Array.ConvertAll(group, record =>
    {
        var source = records.SourceOf(record);
        return new ClusterMember(records.KeyOf(record), records[record]!, source, records.CleanSources.Contains(source));
    });

    private static void Assign(Cluster customer, Dictionary<string, int> places, int[] cluster, double[] probability)
    {
        var members = customer.Members.Select(member => places[member.Key]).ToArray();
        var first = members.Min();
        for (var at = 0; at < members.Length; at++)
        {
            cluster[members[at]] = first;
            if (customer.Weights[at] is { } weight) probability[members[at]] = 1 / (1 + Math.Pow(2, -weight));
        }
    }
}
