using System;
using System.Collections.Generic;

namespace Crm.Extensions.Compensation.Value;

/// <summary>What comparable customers are worth, so that one may say what could be attained.</summary>
/// <remarks>Built once over all customers; the order in which they are added does not matter.</remarks>
internal sealed class PeerValues
{
    /// <summary>In a smaller group the top quartile is a handful of customers.</summary>
    public const int LeastPeers = 20;

    private readonly Dictionary<string, List<decimal>> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, decimal> quartiles = new(StringComparer.Ordinal);

    /// <summary>Large enough groups as they were measured before; nobody is added to them.</summary>
    /// <param name="quartiles">As <see cref="TopQuartiles"/> gave them.</param>
    public static PeerValues Restored(IReadOnlyDictionary<string, decimal> quartiles)
    {
        var peers = new PeerValues();
        foreach (var quartile in quartiles) peers.quartiles[quartile.Key] = quartile.Value;
        return peers;
    }

    /// <summary>The top quartile of each group that is large enough.</summary>
    public Dictionary<string, decimal> TopQuartiles()
    {
        var found = values.Count == 0 ? new Dictionary<string, decimal>(quartiles, StringComparer.Ordinal) : new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var group in values.Keys)
        {
            if (Count(group) >= LeastPeers) found[group] = TopQuartile(group);
        }

        return found;
    }

    /// <param name="groups">The customer's groups, the narrowest first: product and size in the country, the country, all.</param>
    public void Add(IReadOnlyList<string> groups, decimal value)
    {
        if (quartiles.Count > 0) quartiles.Clear();
        foreach (var group in groups)
        {
            if (!values.TryGetValue(group, out var known)) values[group] = known = [];
            known.Add(value);
        }
    }

    /// <summary>The narrowest of the groups that is large enough; null where none is.</summary>
    public string? Comparable(IReadOnlyList<string> groups)
    {
        foreach (var group in groups)
        {
            if (Count(group) >= LeastPeers) return group;
        }

        return null;
    }

    /// <summary>Customers of a group; of a restored one the least that it must have had.</summary>
    public int Count(string group) => values.TryGetValue(group, out var known) ? known.Count : quartiles.ContainsKey(group) ? LeastPeers : 0;

    /// <summary>The least value that a customer of the top quarter has: by nearest rank, so it is some customer's own and no mean of two.</summary>
    /// <exception cref="KeyNotFoundException">The group has no customer.</exception>
    public decimal TopQuartile(string group)
    {
        if (quartiles.TryGetValue(group, out var quartile)) return quartile;
        var sorted = new List<decimal>(values[group]);
        sorted.Sort();
        return quartiles[group] = sorted[((3 * sorted.Count) + 3) / 4 - 1];
    }
}
