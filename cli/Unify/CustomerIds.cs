using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Linking;

namespace Crm.Extensions.Cli.Unify;

/// <summary>Gives each cluster its customer id, the same in every run to which only records were added.</summary>
/// <remarks>
/// A new customer's id derives from its first record in the order of the inputs. With an earlier run's result an id stays with most of the records that had it,
/// and of several ids in one cluster the oldest stays: as joining and splitting do in the tenant.
/// </remarks>
internal static class CustomerIds
{
    /// <param name="cluster">Per record the first record of its cluster.</param>
    /// <returns>Per record its customer's id.</returns>
    public static Guid[] Of(RecordSet records, int[] cluster, PreviousClusters? previous)
    {
        var given = new Dictionary<int, Guid>();
        var taken = new HashSet<Guid>();
        if (previous is not null)
        {
            Keep(records, cluster, previous, given);
            taken.UnionWith(previous.Ids);
        }

        var ids = new Guid[records.Count];
        for (var record = 0; record < ids.Length; record++)
        {
            if (cluster[record] != record) ids[record] = ids[cluster[record]];
            else if (given.TryGetValue(record, out var kept)) ids[record] = kept;
            else ids[record] = New(records, record, taken);
        }

        return ids;
    }

    private static Guid New(RecordSet records, int first, HashSet<Guid> taken)
    {
        var link = DerivedIds.Link(records.SourceOf(first), records.IdOf(first));
        for (var ordinal = 0; ; ordinal++)
        {
            var id = DerivedIds.Customer(link, ordinal);
            if (!taken.Contains(id)) return id;
        }
    }

    private static void Keep(RecordSet records, int[] cluster, PreviousClusters previous, Dictionary<int, Guid> given)
    {
        var shares = new Dictionary<int, Dictionary<int, int>>();
        for (var record = 0; record < cluster.Length; record++)
        {
            if (previous.CustomerOf(records.KeyOf(record)) is not { } customer) continue;
            if (!shares.TryGetValue(customer, out var clusters)) shares[customer] = clusters = [];
            clusters[cluster[record]] = clusters.GetValueOrDefault(cluster[record]) + 1;
        }

        foreach (var (customer, clusters) in shares.OrderBy(share => share.Key))
        {
            var heir = clusters.Where(one => !given.ContainsKey(one.Key)).OrderByDescending(one => one.Value).ThenBy(one => one.Key).Select(one => (int?)one.Key).FirstOrDefault();
            if (heir is { } first) given[first] = previous.Ids[customer];
        }
    }
}
