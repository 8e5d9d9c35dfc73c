using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Clustering;
using Crm.Extensions.CustomerView.Identity.Matching;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>What becomes of the groups concerned: their components, the clusters in them, whose each cluster is, and which pairs a steward should look at.</summary>
/// <remarks>
/// The partition is a function of the records, what people said and the model; the customers' ids are chosen so that as few as possible change.
/// </remarks>
internal sealed class GroupDecision
{
    private readonly Dictionary<Guid, Guid> groups = new();
    private readonly Dictionary<Guid, ClusterOwner> owners = new();
    private readonly Dictionary<Guid, IReadOnlyList<KnownLink>> clusters = new();

    private GroupDecision()
    {
    }

    /// <summary>Each cluster and its customer.</summary>
    public IReadOnlyList<ClusterOwner> Owners { get; private set; } = [];

    /// <summary>The pairs that a steward should look at, by their id.</summary>
    public Dictionary<Guid, DoubtfulPair> Doubtful { get; } = new();

    /// <param name="view">What was found.</param>
    /// <param name="own">The link that gave rise to it; null where none is left.</param>
    /// <param name="joins">Whether customers that exist may become one or two.</param>
    /// <param name="taken">Ids that a new customer can't have.</param>
    public static GroupDecision Make(GroupView view, Guid? own, LinkGraph graph, MatchingRules rules, bool joins, ISet<Guid> taken)
    {
        var decision = new GroupDecision();
        var byKey = view.Members.ToDictionary(link => link.Key, StringComparer.Ordinal);
        var clusters = new List<IReadOnlyList<KnownLink>>();
        foreach (var component in graph.Components(view.Members, view.Decisions))
        {
            foreach (var link in component) decision.groups[link.Id] = component[0].Id;
            var result = rules.Clustering.Part(component.Select(link => link.Member).ToList(), view.Decisions);
            clusters.AddRange(result.Clusters.Select(cluster => (IReadOnlyList<KnownLink>)cluster.Members.Select(member => byKey[member.Key]).ToList()));
            foreach (var apart in result.KeptApart.Where(pair => pair.Reason is not (ApartReason.Conflict or ApartReason.Steward)))
            {
                decision.Doubt(byKey[apart.Left.Key], byKey[apart.Right.Key], rules.Scorer, apart.Reason);
            }
        }

        foreach (var cluster in clusters)
        {
            foreach (var link in cluster) decision.clusters[link.Id] = cluster;
        }

        var claims = clusters.Select(cluster => (IReadOnlyList<Claim>)cluster.Select(link => link.Claim).ToList()).ToList();
        decision.Owners = joins ? CustomerAssignment.Assign(claims, taken) : CustomerAssignment.Observe(claims, taken);
        foreach (var owner in decision.Owners)
        {
            foreach (var link in owner.Links) decision.owners[link.Link] = owner;
        }

        decision.DoubtAcross(view, own, graph, rules.Scorer);
        return decision;
    }

    /// <summary>The smallest link of the link's group.</summary>
    public Guid GroupOf(Guid link) => groups[link];

    /// <summary>Whose the link is.</summary>
    public ClusterOwner OwnerOf(Guid link) => owners[link];

    /// <summary>The links that are one with this one, itself among them.</summary>
    public IReadOnlyList<KnownLink> ClusterOf(Guid link) => clusters[link];

    private void DoubtAcross(GroupView view, Guid? own, LinkGraph graph, PairScorer scorer)
    {
        foreach (var pair in graph.PairsWithKeys(view.Members))
        {
            var left = view.Members[pair.Left];
            var right = view.Members[pair.Right];
            if (OwnerOf(left.Id).Customer == OwnerOf(right.Id).Customer) continue;

            // one cluster with two customers: they are not joined while the mode only observes
            if (graph.IsDoubtful(left, right) || (clusters[left.Id] == clusters[right.Id] && graph.IsTied(left, right))) Doubt(left, right, scorer, null);
        }

        if (own is not { } id || view.Find(id) is not { } self) return;
        foreach (var other in view.Others.Where(other => other.Claim.Customer != OwnerOf(id).Customer && graph.IsDoubtful(self, other))) Doubt(self, other, scorer, null);
    }

    private void Doubt(KnownLink left, KnownLink right, PairScorer scorer, ApartReason? guard)
    {
        var pair = DerivedIds.Review(left.Id, right.Id);
        if (!Doubtful.ContainsKey(pair)) Doubtful[pair] = new DoubtfulPair(left, right, scorer.Score(left.Record, right.Record), guard);
    }
}
