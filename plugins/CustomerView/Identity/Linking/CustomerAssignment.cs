using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>Gives each cluster of a group its customer, so that as few customers as possible change: ids are kept, the older stays, one part of a split keeps the id.</summary>
/// <remarks>Pure. Customers claimed by nobody in the group are not looked at.</remarks>
internal static class CustomerAssignment
{
    /// <summary>Each cluster gets one customer, each customer goes to one cluster; customers that are left over are joined into their cluster's.</summary>
    /// <param name="taken">Ids that a new customer can't have.</param>
    public static IReadOnlyList<ClusterOwner> Assign(IReadOnlyList<IReadOnlyList<Claim>> clusters, ISet<Guid> taken)
    {
        var sorted = clusters.Select(Sorted).ToList();
        var won = Winners(sorted);
        return sorted.Select((cluster, index) =>
        {
            var customers = won.Where(winner => winner.Value == index).Select(winner => winner.Key).ToList();
            var kept = Preferred(cluster.Where(link => link.Customer is { } customer && customers.Contains(customer)));
            return kept is { } customer
                ? new ClusterOwner(cluster, customer, isNew: false, customers.Where(other => other != customer).OrderBy(other => other).ToList())
                : new ClusterOwner(cluster, NewCustomer(cluster, won.Keys, taken), isNew: true, []);
        }).ToList();
    }

    /// <summary>What may be said without touching a customer that exists: who has one keeps it, who has none goes to the cluster's.</summary>
    /// <param name="taken">Ids that a new customer can't have.</param>
    public static IReadOnlyList<ClusterOwner> Observe(IReadOnlyList<IReadOnlyList<Claim>> clusters, ISet<Guid> taken)
    {
        var sorted = clusters.Select(Sorted).ToList();
        var known = sorted.SelectMany(cluster => cluster).Where(link => link.Customer is not null).Select(link => link.Customer!.Value).ToList();
        var owners = new List<ClusterOwner>();
        foreach (var cluster in sorted)
        {
            var kept = Preferred(cluster.Where(link => link.Customer is not null));
            var customer = kept ?? NewCustomer(cluster, known, taken);
            owners.Add(new ClusterOwner(cluster.Where(link => link.Customer is null || link.Customer == customer).ToList(), customer, kept is null, []));
            owners.AddRange(cluster
                .Where(link => link.Customer is { } other && other != customer)
                .GroupBy(link => link.Customer!.Value)
                .Select(other => new ClusterOwner(other.ToList(), other.Key, isNew: false, [])));
        }

        return owners;
    }

    private static IReadOnlyList<Claim> Sorted(IReadOnlyList<Claim> cluster) => cluster.OrderBy(link => link.Key, StringComparer.Ordinal).ToList();

    // where a customer's links lie in several clusters: to the one a person named, then to the one with the link it was made for, then to the larger
    private static Dictionary<Guid, int> Winners(List<IReadOnlyList<Claim>> clusters) => clusters
        .SelectMany((cluster, index) => cluster.Where(link => link.Customer is not null).Select(link => new { Link = link, Index = index }))
        .GroupBy(found => found.Link.Customer!.Value)
        .ToDictionary(
            customer => customer.Key,
            customer => customer
                .GroupBy(found => found.Index)
                .OrderByDescending(part => part.Any(found => found.Link.IsConfirmed))
                .ThenByDescending(part => part.Any(found => DerivedIds.Customer(found.Link.Link) == customer.Key))
                .ThenByDescending(part => part.Count())
                .ThenBy(part => clusters[part.Key][0].Key, StringComparer.Ordinal)
                .First().Key);

    private static Guid? Preferred(IEnumerable<Claim> links) => links
        .OrderByDescending(link => link.IsConfirmed)
        .ThenBy(link => link.Since)
        .ThenBy(link => link.Customer)
        .FirstOrDefault()?.Customer;

    private static Guid NewCustomer(IReadOnlyList<Claim> cluster, ICollection<Guid> known, ISet<Guid> taken)
    {
        for (var ordinal = 0; ; ordinal++)
        {
            var id = DerivedIds.Customer(cluster[0].Link, ordinal);
            if (!known.Contains(id) && !taken.Contains(id)) return id;
        }
    }
}
