using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Matching;

namespace Crm.Extensions.Cli.Unify.Training;

/// <summary>Values that say nothing because all the world has them: a switchboard's number, test@example.com, a filler for a number that nobody asked for.</summary>
/// <remarks>Not what is common is generic, but what is shared by many whose other fields say that they are different.</remarks>
internal static class GenericValues
{
    private const int FewestRecords = 6;
    private const int Looked = 24;

    // log2 likelihood ratio of the other fields below which two records are two
    private const double Contradicting = -1;
    private const double Share = 0.6;

    /// <summary>Marks of generic values, see <see cref="MatchModel.ValueMark"/>.</summary>
    public static List<ulong> Of(PreparedRecord[] records, MatchModel model)
    {
        var scorer = new PairScorer(model);
        var found = new List<ulong>();
        found.AddRange(Find(records, scorer, model, MatchField.Email, record => record.Emails));
        found.AddRange(Find(records, scorer, model, MatchField.Phone, record => record.Phones));
        found.AddRange(Find(records, scorer, model, MatchField.NationalId, record => Array.ConvertAll(record.NationalIds, id => id.Value)));
        return found;
    }

    private static IEnumerable<ulong> Find(PreparedRecord[] records, PairScorer scorer, MatchModel model, MatchField field, Func<PreparedRecord, string[]> values)
    {
        var holders = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var record = 0; record < records.Length; record++)
        {
            foreach (var value in values(records[record]))
            {
                if (!holders.TryGetValue(value, out var list)) holders[value] = list = [];
                list.Add(record);
            }
        }

        return holders.Where(one => one.Value.Count >= FewestRecords && IsGeneric(one.Value, records, scorer, model, field)).Select(one => MatchModel.ValueMark(field, one.Key));
    }

    private static bool IsGeneric(List<int> holders, PreparedRecord[] records, PairScorer scorer, MatchModel model, MatchField field)
    {
        var looked = holders.Count <= Looked ? holders : [.. Enumerable.Range(0, Looked).Select(at => holders[(int)((long)at * holders.Count / Looked)])];
        int pairs = 0, contradicting = 0;
        for (var left = 0; left < looked.Count; left++)
        {
            for (var right = left + 1; right < looked.Count; right++)
            {
                var levels = scorer.Compare(records[looked[left]], records[looked[right]]);
                double others = 0;
                for (var other = MatchField.Given; other <= MatchField.Company; other++) others += other == field ? 0 : model[other][levels[other]];
                pairs++;
                if (others < Contradicting) contradicting++;
            }
        }

        return contradicting >= Share * pairs;
    }
}
