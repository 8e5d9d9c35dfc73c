using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Clustering;
using Crm.Extensions.CustomerView.Identity.Matching;
using Crm.Extensions.CustomerView.Identity.Normalising;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>The rules that linking and the bulk run share: one model, its scorer and clustering, and the blocking keys that say something.</summary>
internal sealed class MatchingRules
{
    public MatchingRules(MatchModel model)
    {
        Model = model;
        Scorer = new PairScorer(model);
        Clustering = new GuardedClustering(model, Scorer);
    }

    public MatchModel Model { get; }

    public PairScorer Scorer { get; }

    public GuardedClustering Clustering { get; }

    /// <summary>Hashes of a record's blocking keys, without those that the model knows to say nothing; each once, in ordinal order.</summary>
    public IReadOnlyList<string> Hashes(NormalRecord record) => BlockingKeys.Of(record)
        .Where(key => !Model.IsSuppressed(key))
        .Select(BlockingKeys.Hash)
        .Distinct(StringComparer.Ordinal)
        .OrderBy(hash => hash, StringComparer.Ordinal)
        .ToList();
}
