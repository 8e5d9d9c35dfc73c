using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Clustering;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>All that a decision rests on: the live links of the groups concerned, what people have said of them, and what is under way.</summary>
internal sealed class GroupView
{
    private readonly Dictionary<Guid, KnownLink> members;

    /// <param name="members">All live links of the groups concerned.</param>
    /// <param name="others">Links that share a key with the one that gave rise to this, without being tied to it.</param>
    /// <param name="reviews">Reviews of the members, each once.</param>
    public GroupView(
        IReadOnlyList<KnownLink> members, IReadOnlyList<KnownLink> others, IReadOnlyList<KnownReview> reviews, IReadOnlyList<PendingOperation> pending)
    {
        this.members = members.ToDictionary(link => link.Id);
        Members = members;
        Others = others;
        Reviews = reviews.GroupBy(review => review.Pair).ToDictionary(pair => pair.Key, pair => pair.First());
        Pending = pending;
        Decisions = [.. Said(), .. Confirmed()];
    }

    public IReadOnlyList<KnownLink> Members { get; }

    public IReadOnlyList<KnownLink> Others { get; }

    /// <summary>By pair of links.</summary>
    public IReadOnlyDictionary<Guid, KnownReview> Reviews { get; }

    public IReadOnlyList<PendingOperation> Pending { get; }

    /// <summary>What people have said of pairs of members.</summary>
    public IReadOnlyList<StewardDecision> Decisions { get; }

    public KnownLink? Find(Guid link) => members.TryGetValue(link, out var member) ? member : null;

    private IEnumerable<StewardDecision> Said()
    {
        foreach (var review in Reviews.Values)
        {
            if (review.IsSame is { } same && Find(review.Left) is { } left && Find(review.Right) is { } right && left.Key != right.Key)
            {
                yield return new StewardDecision(left.Key, right.Key, same);
            }
        }
    }

    // whom a person has given to two customers are different; what a steward said of the very pair outweighs it
    private IEnumerable<StewardDecision> Confirmed()
    {
        var confirmed = Members.Where(link => link.IsConfirmed && link.Claim.Customer is not null).ToList();
        for (var left = 0; left < confirmed.Count; left++)
        {
            for (var right = left + 1; right < confirmed.Count; right++)
            {
                var said = Reviews.TryGetValue(DerivedIds.Review(confirmed[left].Id, confirmed[right].Id), out var review) && review.IsSame is not null;
                if (!said) yield return new StewardDecision(confirmed[left].Key, confirmed[right].Key, confirmed[left].Claim.Customer == confirmed[right].Claim.Customer);
            }
        }
    }
}
