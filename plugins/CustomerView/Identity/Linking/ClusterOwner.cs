using System;
using System.Collections.Generic;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>Which customer a cluster of links is.</summary>
internal sealed class ClusterOwner
{
    public ClusterOwner(IReadOnlyList<Claim> links, Guid customer, bool isNew, IReadOnlyList<Guid> joined)
    {
        Links = links;
        Customer = customer;
        IsNew = isNew;
        Joined = joined;
    }

    /// <summary>In the order of their keys.</summary>
    public IReadOnlyList<Claim> Links { get; }

    public Guid Customer { get; }

    /// <summary>Whether the customer is to be made.</summary>
    public bool IsNew { get; }

    /// <summary>The other customers that turned out to be this one.</summary>
    public IReadOnlyList<Guid> Joined { get; }
}
