using System.Collections.Generic;

namespace Crm.Extensions.CustomerView.Identity.Clustering;

/// <summary>The records of one customer.</summary>
internal sealed class Cluster
{
    public Cluster(IReadOnlyList<ClusterMember> members, IReadOnlyList<double?> weights)
    {
        Members = members;
        Weights = weights;
    }

    /// <summary>In the ordinal order of keys; at least one.</summary>
    public IReadOnlyList<ClusterMember> Members { get; }

    /// <summary>Per member the weight of its strongest pair in here, in log2 odds; null where it is alone.</summary>
    public IReadOnlyList<double?> Weights { get; }

    /// <summary>The smallest key of its members, which names the cluster.</summary>
    public string Key => Members[0].Key;
}
