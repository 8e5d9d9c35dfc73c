using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Cli.Unify.Training;

/// <summary>Pairs of records that share a value. Values shared by very many make no pairs: they are generic, or their pairs would drown the others.</summary>
internal static class PairGroups
{
    private const int Largest = 60;

    /// <param name="keys">Per record its values' numbers.</param>
    /// <param name="most">If there are more pairs, about so many of them, evenly taken.</param>
    /// <returns>Each pair as one number (left in the high half), ascending, each once.</returns>
    public static long[] Of(IReadOnlyList<ulong>[] keys, long most = long.MaxValue)
    {
        var count = keys.Sum(of => of.Count);
        var values = new ulong[count];
        var records = new int[count];
        var next = 0;
        for (var record = 0; record < keys.Length; record++)
        {
            foreach (var key in keys[record])
            {
                values[next] = key;
                records[next++] = record;
            }
        }

        Array.Sort(values, records);
        var step = Math.Max(1, Total(values) / most);
        var pairs = new List<long>();
        long at = 0;
        foreach (var (start, end) in Groups(values))
        {
            for (var left = start; left < end; left++)
            {
                for (var right = left + 1; right < end; right++)
                {
                    if (at++ % step == 0 && records[left] != records[right]) pairs.Add(Pair(records[left], records[right]));
                }
            }
        }

        return Once(pairs);
    }

    /// <summary>Ascending, each once.</summary>
    public static long[] Once(List<long> pairs)
    {
        pairs.Sort();
        var kept = 0;
        for (var at = 0; at < pairs.Count; at++)
        {
            if (at == 0 || pairs[at] != pairs[at - 1]) pairs[kept++] = pairs[at];
        }

        return [.. pairs.Take(kept)];
    }

    public static int Left(long pair) => (int)(pair >> 32);

    public static int Right(long pair) => unchecked((int)pair);

    private static long Pair(int left, int right) => ((long)Math.Min(left, right) << 32) | (uint)Math.Max(left, right);

    private static long Total(ulong[] values) => Groups(values).Sum(group => (long)(group.End - group.Start) * (group.End - group.Start - 1) / 2);

    private static IEnumerable<(int Start, int End)> Groups(ulong[] values)
    {
        for (int start = 0, end; start < values.Length; start = end)
        {
            end = start + 1;
            while (end < values.Length && values[end] == values[start]) end++;
            if (end - start is > 1 and <= Largest) yield return (start, end);
        }
    }
}
