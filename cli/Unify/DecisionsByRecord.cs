using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Clustering;

namespace Crm.Extensions.Cli.Unify;

/// <summary>A steward's decisions, found by the records they are about.</summary>
internal sealed class DecisionsByRecord
{
    private readonly ILookup<int, StewardDecision> byLeft;
    private readonly HashSet<(int Left, int Right)> decided;

    public DecisionsByRecord(RecordSet records, IReadOnlyList<StewardDecision> decisions)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        if (decisions.Count > 0)
        {
            for (var record = 0; record < records.Count; record++) places[records.KeyOf(record)] = record;
        }

        var known = decisions.Select(one => (Decision: one, Left: places[one.LeftKey], Right: places[one.RightKey])).ToList();
        byLeft = known.ToLookup(one => one.Left, one => one.Decision);
        // a row that could not be judged stays alone, whatever was said of it
        Same = [.. known.Where(one => one.Decision.Same && records[one.Left] is not null && records[one.Right] is not null).Select(one => (one.Left, one.Right))];
        decided = [.. known.Select(one => (Math.Min(one.Left, one.Right), Math.Max(one.Left, one.Right)))];
    }

    public IReadOnlyList<(int Left, int Right)> Same { get; }

    public bool IsDecided(int left, int right) => decided.Contains((Math.Min(left, right), Math.Max(left, right)));

    /// <summary>Decisions about a group's records.</summary>
    public IReadOnlyList<StewardDecision> Of(int[] group) => byLeft.Count == 0 ? [] : [.. group.SelectMany(record => byLeft[record])];
}
