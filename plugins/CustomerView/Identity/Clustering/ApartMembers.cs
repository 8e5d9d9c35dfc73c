namespace Crm.Extensions.CustomerView.Identity.Clustering;

/// <summary>Two records that score as a match and whose clusters stay apart all the same: for a steward to judge, unless he has, or an exclusive identifier did.</summary>
internal sealed class ApartMembers
{
    public ApartMembers(ClusterMember left, ClusterMember right, ApartReason reason)
    {
        Left = left;
        Right = right;
        Reason = reason;
    }

    /// <summary>The one with the smaller key.</summary>
    public ClusterMember Left { get; }

    public ClusterMember Right { get; }

    public ApartReason Reason { get; }
}
