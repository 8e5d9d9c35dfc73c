using System.Collections.Generic;
using Crm.Extensions.CustomerView.Identity.Clustering;

namespace Crm.Extensions.Cli.Unify;

/// <summary>What a run found.</summary>
internal sealed class Unification
{
    /// <summary>Per record the first record of its cluster, in the order of the inputs.</summary>
    public required int[] Cluster { get; init; }

    /// <summary>Per record the probability of its strongest pair in the cluster; 1 where it is alone, NaN where its row was not judged.</summary>
    public required double[] Probability { get; init; }

    /// <summary>For a steward, per two clusters the strongest pair.</summary>
    public required IReadOnlyList<ReviewPair> Reviews { get; init; }

    /// <summary>A steward's "same" that his "different" does not let stand.</summary>
    public required IReadOnlyList<StewardDecision> Contradictions { get; init; }

    public required BlockIndex Index { get; init; }

    /// <summary>Pairs that were scored.</summary>
    public required long Compared { get; init; }
}
