using System;
using Crm.Extensions.CustomerView.Identity.Clustering;
using Crm.Extensions.CustomerView.Identity.Matching;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>Two links that a steward should look at.</summary>
internal sealed class DoubtfulPair
{
    /// <param name="guard">The guard that kept them apart though they score as a match; null where the score itself is in doubt.</param>
    public DoubtfulPair(KnownLink link, KnownLink other, PairScore score, ApartReason? guard)
    {
        var first = string.CompareOrdinal(DerivedIds.Text(link.Id), DerivedIds.Text(other.Id)) <= 0;
        Left = first ? link : other;
        Right = first ? other : link;
        Score = score;
        Guard = guard;
    }

    /// <summary>The one with the smaller id.</summary>
    public KnownLink Left { get; }

    public KnownLink Right { get; }

    public PairScore Score { get; }

    public ApartReason? Guard { get; }

    public Guid Id => DerivedIds.Review(Left.Id, Right.Id);
}
