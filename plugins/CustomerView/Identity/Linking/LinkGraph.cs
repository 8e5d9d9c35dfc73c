using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Clustering;
using Crm.Extensions.CustomerView.Identity.Matching;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>Which of the links at hand are tied to which: pairs that share a blocking key and score as a match, and pairs that a person called the same.</summary>
/// <remarks>Each pair is scored at most once.</remarks>
internal sealed class LinkGraph
{
    private readonly MatchingRules rules;
    private readonly Dictionary<Guid, HashSet<string>> keys = new();
    private readonly Dictionary<Guid, PairScore?> scores = new();

    private readonly HashSet<string> suppressed = new(StringComparer.Ordinal);

    public LinkGraph(MatchingRules rules) => this.rules = rules;

    /// <summary>Takes keys out that the tenant has found to say nothing. To be told before the pairs are asked about that share them.</summary>
    public void Suppress(IEnumerable<string> hashes)
    {
        suppressed.UnionWith(hashes);
        foreach (var known in keys.Values) known.ExceptWith(suppressed);
    }

    /// <summary>The score of two links that share a key; null where they share none, so that nobody asks.</summary>
    public PairScore? Score(KnownLink link, KnownLink other)
    {
        var pair = DerivedIds.Review(link.Id, other.Id);
        if (scores.TryGetValue(pair, out var known)) return known;

        var score = link.Id != other.Id && KeysOf(link).Overlaps(KeysOf(other)) ? rules.Scorer.Score(link.Record, other.Record) : null;
        scores[pair] = score;
        return score;
    }

    /// <summary>Whether the rules tie them.</summary>
    public bool IsTied(KnownLink link, KnownLink other) => Score(link, other) is { } score && score.IsMatch(rules.Model);

    /// <summary>Whether a steward should look at the two: neither clearly the same nor clearly different.</summary>
    public bool IsDoubtful(KnownLink link, KnownLink other) => Score(link, other) is { } score && score.IsReview(rules.Model);

    /// <summary>How many of the links have each of the keys of one, itself counted.</summary>
    public IReadOnlyDictionary<string, int> Holders(KnownLink own, IReadOnlyList<KnownLink> others)
    {
        var holders = KeysOf(own).ToDictionary(key => key, _ => 1, StringComparer.Ordinal);
        foreach (var other in others)
        {
            foreach (var key in KeysOf(other))
            {
                if (holders.TryGetValue(key, out var count)) holders[key] = count + 1;
            }
        }

        return holders;
    }

    /// <summary>The connected components of links, each in the order of keys.</summary>
    public IReadOnlyList<IReadOnlyList<KnownLink>> Components(IReadOnlyList<KnownLink> links, IReadOnlyList<StewardDecision> decisions)
    {
        var sorted = links.OrderBy(link => link.Key, StringComparer.Ordinal).ToList();
        var root = Enumerable.Range(0, sorted.Count).ToArray();
        foreach (var pair in PairsWithKeys(sorted))
        {
            if (Find(root, pair.Left) != Find(root, pair.Right) && IsTied(sorted[pair.Left], sorted[pair.Right])) Tie(root, pair.Left, pair.Right);
        }

        var places = sorted.Select((link, place) => new { link.Key, place }).ToDictionary(link => link.Key, link => link.place, StringComparer.Ordinal);
        foreach (var decision in decisions.Where(decision => decision.Same))
        {
            if (places.TryGetValue(decision.LeftKey, out var left) && places.TryGetValue(decision.RightKey, out var right)) Tie(root, left, right);
        }

        return sorted.Select((link, place) => new { Link = link, Root = Find(root, place) })
            .GroupBy(found => found.Root)
            .Select(component => (IReadOnlyList<KnownLink>)component.Select(found => found.Link).ToList())
            .ToList();
    }

    /// <summary>The pairs of links that share a key, by their places, each once.</summary>
    public IEnumerable<LinkPair> PairsWithKeys(IReadOnlyList<KnownLink> links)
    {
        var holders = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var seen = new HashSet<LinkPair>();
        for (var place = 0; place < links.Count; place++)
        {
            foreach (var key in KeysOf(links[place]))
            {
                if (!holders.TryGetValue(key, out var places)) holders[key] = places = new List<int>();
                foreach (var other in places)
                {
                    if (seen.Add(new LinkPair(other, place))) yield return new LinkPair(other, place);
                }

                places.Add(place);
            }
        }
    }

    private HashSet<string> KeysOf(KnownLink link)
    {
        if (!keys.TryGetValue(link.Id, out var known)) keys[link.Id] = known = new HashSet<string>(rules.Hashes(link.Record).Where(hash => !suppressed.Contains(hash)), StringComparer.Ordinal);
        return known;
    }

    private static int Find(int[] root, int place)
    {
        while (root[place] != place) place = root[place] = root[root[place]];
        return place;
    }

    // the smaller stays, so that a component is named by its first link
    private static void Tie(int[] root, int left, int right)
    {
        var one = Find(root, left);
        var other = Find(root, right);
        root[Math.Max(one, other)] = Math.Min(one, other);
    }
}
