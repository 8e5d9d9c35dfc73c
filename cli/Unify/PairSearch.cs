using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Crm.Extensions.CustomerView.Identity.Matching;

namespace Crm.Extensions.Cli.Unify;

/// <summary>Scores every pair that shares a blocking key, block by block on all cores, and keeps those that match or are for a steward to judge.</summary>
internal sealed class PairSearch(PreparedRecord?[] records, BlockIndex index, MatchModel model, PairScorer scorer, ProgressLine progress)
{
    private const int BlocksOfATurn = 512;

    private long compared;

    /// <summary>How many pairs were scored, each once.</summary>
    public long Compared => compared;

    /// <summary>In no order.</summary>
    public List<ScoredPair> Find()
    {
        if (index.BlockCount == 0) return [];
        var found = new ConcurrentBag<List<ScoredPair>>();
        var turns = Partitioner.Create(0, index.BlockCount, BlocksOfATurn);
        Parallel.ForEach(turns, () => new List<ScoredPair>(), (range, _, mine) =>
        {
            var count = 0L;
            for (var block = range.Item1; block < range.Item2; block++) count += Search(block, mine);
            var soFar = Interlocked.Add(ref compared, count);
            progress.Tell($"{soFar:N0} pairs compared");
            return mine;
        }, found.Add);
        var all = new List<ScoredPair>(found.Sum(part => part.Count));
        foreach (var part in found) all.AddRange(part);
        return all;
    }

    private long Search(int block, List<ScoredPair> found)
    {
        var members = index.Block(block);
        var count = 0L;
        for (var one = 0; one < members.Length; one++)
        {
            var left = records[members[one]]!;
            for (var other = one + 1; other < members.Length; other++)
            {
                if (!index.IsFirstShared(block, members[one], members[other])) continue;
                count++;
                var score = scorer.Weigh(left, records[members[other]]!);
                if (score.Weight >= model.Review && score.Conflict == Conflict.None) found.Add(new ScoredPair(members[one], members[other], score.Weight));
            }
        }

        return count;
    }
}
