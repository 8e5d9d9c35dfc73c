using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Cli.Unify.Training;

/// <summary>Pairs of records that share a value. Values shared by very many make no pairs: they are generic, or their pairs would drown the others.</summary>
internal static class PairGroups
{
    private const int Largest = 60;

    /// <param name="keys">Per record its values' numbers.</param>
    /// <returns>Each pair as one number (left in the high half), ascending, each once.</returns>
    public static long[] Of(IReadOnlyList<IReadOnlyList<ulong>> keys)
    {
        var entries = new List<(ulong Key, int Record)>();
        for (var record = 0; record < keys.Count; record++)
        {
            foreach (var key in keys[record]) entries.Add((key, record));
        }

        entries.Sort();
        var pairs = new List<long>();
        for (int start = 0, end; start < entries.Count; start = end)
        {
            end = start + 1;
            while (end < entries.Count && entries[end].Key == entries[start].Key) end++;
            if (end - start > Largest) continue;

            for (var left = start; left < end; left++)
            {
                for (var right = left + 1; right < end; right++)
                {
                    if (entries[left].Record != entries[right].Record) pairs.Add(((long)entries[left].Record << 32) | (uint)entries[right].Record);
                }
            }
        }

        pairs.Sort();
        return [.. pairs.Distinct()];
    }

    public static int Left(long pair) => (int)(pair >> 32);

    public static int Right(long pair) => unchecked((int)pair);

    /// <summary>At most so many, evenly taken.</summary>
    public static long[] Thin(long[] pairs, int most)
    {
        if (pairs.Length <= most) return pairs;

        var thinned = new long[most];
        for (var at = 0; at < most; at++) thinned[at] = pairs[(long)at * pairs.Length / most];
        return thinned;
    }
}
