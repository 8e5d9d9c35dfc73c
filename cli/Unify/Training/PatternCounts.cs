using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Matching;

namespace Crm.Extensions.Cli.Unify.Training;

/// <summary>How many pairs agree in which pattern: a million pairs are a few thousand patterns, and those are what the iterations go over.</summary>
internal sealed class PatternCounts
{
    private readonly Dictionary<PairLevels, long> counts = [];

    public long Total { get; private set; }

    public void Add(PairLevels pattern, long count = 1)
    {
        counts[pattern] = counts.GetValueOrDefault(pattern) + count;
        Total += count;
    }

    public void Add(PatternCounts other)
    {
        foreach (var (pattern, count) in other.counts) Add(pattern, count);
    }

    /// <summary>In the order of patterns, so that sums do not depend on who counted first.</summary>
    public KeyValuePair<PairLevels, long>[] Sorted() => [.. counts.OrderBy(one => one.Key.Bits)];
}
