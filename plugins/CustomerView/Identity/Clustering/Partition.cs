using System.Collections.Generic;

namespace Crm.Extensions.CustomerView.Identity.Clustering;

/// <summary>A group of records, parted into customers.</summary>
internal sealed class Partition
{
    public Partition(IReadOnlyList<Cluster> clusters, IReadOnlyList<ApartMembers> keptApart, IReadOnlyList<StewardDecision> contradictions)
    {
        Clusters = clusters;
        KeptApart = keptApart;
        Contradictions = contradictions;
    }

    /// <summary>In the order of their keys; each record is in exactly one.</summary>
    public IReadOnlyList<Cluster> Clusters { get; }

    /// <summary>Per two clusters that match somewhere and stay apart, the strongest pair.</summary>
    public IReadOnlyList<ApartMembers> KeptApart { get; }

    /// <summary>The "same" of a steward that could not be kept, because other decisions of his say "different".</summary>
    public IReadOnlyList<StewardDecision> Contradictions { get; }
}
