using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Crm.Extensions.CustomerView.Identity.Matching;

namespace Crm.Extensions.Cli.Unify;

/// <summary>Which records share which blocking keys: hashes in flat arrays, sorted, twelve bytes for a record's key. Keys that say nothing are left out.</summary>
/// <remarks>
/// A key is suppressed where the model says so, or where its block is larger than the limit. The limit falls below its most when all blocks together would cost more
/// comparisons a record than are affordable, so that the work grows with the records, never with their square.
/// </remarks>
internal sealed class BlockIndex
{
    private const int Buckets = 256;

    private readonly ulong[] hashes;
    private readonly int[] owners;
    private readonly int[] offsets;
    private readonly ulong[] keys;
    private readonly List<int> blocks = [];
    private readonly List<KeyValuePair<ulong, int>> suppressed = [];

    private BlockIndex(ulong[] hashes, int[] owners, int records, BlockLimits limits, MatchModel model)
    {
        this.hashes = hashes;
        this.owners = owners;
        Limit = AffordableLimit(limits, (long)records * limits.ComparisonsPerRecord);
        offsets = new int[records + 1];
        for (var (start, end) = (0, 0); start < hashes.Length; start = end)
        {
            end = End(start);
            var size = end - start;
            if (size > Limit || model.IsSuppressed(hashes[start]))
            {
                suppressed.Add(KeyValuePair.Create(hashes[start], size));
                continue;
            }

            blocks.Add(start);
            Comparisons += (long)size * (size - 1) / 2;
            for (var at = start; at < end; at++) offsets[owners[at] + 1]++;
        }

        for (var record = 0; record < records; record++) offsets[record + 1] += offsets[record];
        keys = new ulong[offsets[records]];
        var next = offsets.AsSpan(0, records).ToArray();
        // blocks are in the order of their hashes, so each record's keys come out sorted
        foreach (var start in blocks)
        {
            for (var at = start; at < hashes.Length && hashes[at] == hashes[start]; at++) keys[next[owners[at]]++] = hashes[at];
        }
    }

    /// <summary>Blocks of more records than this say nothing.</summary>
    public int Limit { get; }

    /// <summary>Pairs within all blocks, those that share several keys counted several times.</summary>
    public long Comparisons { get; }

    /// <summary>How many blocks have two records or more and are not suppressed.</summary>
    public int BlockCount => blocks.Count;

    /// <summary>How many keys say nothing.</summary>
    public int SuppressedCount => suppressed.Count;

    public static BlockIndex Of(RecordSet records, MatchModel model, BlockLimits limits, ProgressLine progress)
    {
        var (hashes, owners) = Sorted(records, progress);
        return new BlockIndex(hashes, owners, records.Count, limits, model);
    }

    /// <summary>Of the keys that say nothing, those that most records have.</summary>
    public IEnumerable<ulong> MostCommon(int count) => suppressed.OrderByDescending(one => one.Value).ThenBy(one => one.Key).Take(count).Select(one => one.Key);

    /// <summary>The records of a block, in their order.</summary>
    public ReadOnlySpan<int> Block(int number)
    {
        var start = blocks[number];
        return owners.AsSpan(start, End(start) - start);
    }

    /// <summary>Whether a block is the first that two of its records share: so that a pair that shares several is compared once.</summary>
    public bool IsFirstShared(int number, int left, int right) => FirstShared(left, right) == hashes[blocks[number]];

    /// <summary>Whether two records share a key that is not suppressed.</summary>
    public bool Share(int left, int right) => FirstShared(left, right) is not null;

    private ulong? FirstShared(int left, int right)
    {
        int one = offsets[left], other = offsets[right], oneEnd = offsets[left + 1], otherEnd = offsets[right + 1];
        while (one < oneEnd && other < otherEnd)
        {
            if (keys[one] == keys[other]) return keys[one];
            if (keys[one] < keys[other]) one++;
            else other++;
        }

        return null;
    }

    private int End(int start)
    {
        var end = start + 1;
        while (end < hashes.Length && hashes[end] == hashes[start]) end++;
        return end;
    }

    private int AffordableLimit(BlockLimits limits, long affordable)
    {
        var costs = new long[limits.LargestBlock + 1];
        for (var (start, end) = (0, 0); start < hashes.Length; start = end)
        {
            end = End(start);
            if (end - start <= limits.LargestBlock) costs[end - start] += (long)(end - start) * (end - start - 1) / 2;
        }

        var limit = 1;
        for (long cost = 0; limit < limits.LargestBlock && (limit < limits.SmallestLimit || cost + costs[limit + 1] <= affordable); limit++) cost += costs[limit + 1];
        return limit;
    }

    private static (ulong[] Hashes, int[] Owners) Sorted(RecordSet records, ProgressLine progress)
    {
        var perRecord = new ulong[records.Count][];
        var done = 0;
        Parallel.For(0, records.Count, record =>
        {
            perRecord[record] = records[record] is { } normal ? BlockingKeys.Fingerprints(normal) : [];
            if (System.Threading.Interlocked.Increment(ref done) is var count && count % 10_000 == 0) progress.Tell($"{count:N0} of {records.Count:N0} records: keys");
        });

        // counted into buckets by their first byte, then each bucket sorted by itself: all cores, no copy beyond the result
        var starts = new int[Buckets + 1];
        foreach (var keys in perRecord)
        {
            foreach (var key in keys) starts[(key >> 56) + 1]++;
        }

        for (var bucket = 0; bucket < Buckets; bucket++) starts[bucket + 1] += starts[bucket];
        var hashes = new ulong[starts[Buckets]];
        var owners = new int[starts[Buckets]];
        var next = starts.AsSpan(0, Buckets).ToArray();
        for (var record = 0; record < perRecord.Length; record++)
        {
            foreach (var key in perRecord[record])
            {
                var at = next[key >> 56]++;
                hashes[at] = key;
                owners[at] = record;
            }

            perRecord[record] = [];
        }

        Parallel.For(0, Buckets, bucket => SortBucket(hashes, owners, starts[bucket], starts[bucket + 1]));
        return Shared(hashes, owners);
    }

    /// <summary>Without keys that one record alone has: most are such.</summary>
    private static (ulong[] Hashes, int[] Owners) Shared(ulong[] hashes, int[] owners)
    {
        var kept = 0;
        for (var at = 0; at < hashes.Length; at++)
        {
            if ((at == 0 || hashes[at - 1] != hashes[at]) && (at == hashes.Length - 1 || hashes[at + 1] != hashes[at])) continue;
            hashes[kept] = hashes[at];
            owners[kept++] = owners[at];
        }

        return (hashes[..kept], owners[..kept]);
    }

    private static void SortBucket(ulong[] hashes, int[] owners, int start, int end)
    {
        hashes.AsSpan(start, end - start).Sort(owners.AsSpan(start, end - start));
        for (var first = start; first < end;)
        {
            var last = first + 1;
            while (last < end && hashes[last] == hashes[first]) last++;
            if (last - first > 1) owners.AsSpan(first, last - first).Sort();
            first = last;
        }
    }
}
