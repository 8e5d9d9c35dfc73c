using System;
using Crm.Extensions.CustomerView.Identity.Matching;

namespace Crm.Extensions.CustomerView.Identity.Clustering;

/// <summary>What the scorer says of a group's pairs; each record is made ready once.</summary>
internal sealed class ScoredPairs : IPairEvidence
{
    private readonly PairScorer scorer;
    private readonly PreparedRecord[] records;

    public ScoredPairs(PairScorer scorer, ClusterMember[] members)
    {
        this.scorer = scorer;
        records = Array.ConvertAll(members, member => scorer.Prepare(member.Record));
    }

    public PairEvidence Of(int left, int right)
    {
        var pair = scorer.Weigh(records[left], records[right]);
        return new PairEvidence(pair.Weight, pair.Support, pair.Conflict != Conflict.None);
    }
}
