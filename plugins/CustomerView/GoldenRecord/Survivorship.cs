using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.CustomerView.GoldenRecord;

/// <summary>Chooses, group by group, whose values the customer shows.</summary>
/// <remarks>
/// The strategies decide one after the other, each among those whom the ones before left equal; what is still equal at the end is decided by the smallest
/// key. So the same records give the same customer, in whatever order they arrive. A group is taken whole from one record.
/// </remarks>
internal static class Survivorship
{
    /// <param name="typed">Groups that a person typed on the customer: they survive whatever the records say.</param>
    /// <param name="removed">Values that a person took off the customer, because they are wrong: they never survive.</param>
    public static IReadOnlyList<GoldenValue> Choose(IReadOnlyCollection<LinkedRecord> records, SurvivorshipOrder order, IReadOnlyList<GoldenValue>? typed = null, ISet<string>? removed = null)
    {
        var chosen = new List<GoldenValue>();
        foreach (var group in GoldenColumns.Groups)
        {
            if (typed?.FirstOrDefault(value => value.Group == group) is { } kept) chosen.Add(kept);
            else if (Choose(group, records, order.Of(group), removed) is { } best) chosen.Add(best);
        }

        return chosen;
    }

    private static GoldenValue? Choose(SurvivingGroup group, IReadOnlyCollection<LinkedRecord> records, IReadOnlyList<Strategy> order, ISet<string>? removed)
    {
        var left = records.Select(record => Offers.Of(group, record)).OfType<Candidate>().Where(offer => !IsRemoved(offer, removed)).ToList();
        if (left.Count == 0) return null;

        var rule = left.Count == 1 ? LineageRule.Only : LineageRule.Equal;
        var frequencies = left.GroupBy(offer => offer.Same, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);
        foreach (var strategy in order)
        {
            var most = left.Max(offer => Worth(offer, strategy, group, frequencies));
            var best = left.Where(offer => Worth(offer, strategy, group, frequencies) == most).ToList();
            if (best.Count < left.Count) rule = LineageRule.Of(strategy);
            left = best;
        }

        var winner = left.OrderBy(offer => offer.Link, StringComparer.Ordinal).First();
        return new GoldenValue(group, winner.Columns, winner.Link, winner.From.Source, rule, winner.ConfirmedOn);
    }

    private static long Worth(Candidate offer, Strategy strategy, SurvivingGroup group, Dictionary<string, int> frequencies) => strategy switch
    {
        Strategy.Trusted => offer.From.Trust.Of(group),
        Strategy.Recent => offer.ConfirmedOn?.Ticks ?? 0,
        Strategy.Complete => offer.Completeness,
        _ => frequencies[offer.Same],
    };

    private static bool IsRemoved(Candidate offer, ISet<string>? removed) => removed is not null && offer.Columns.Any(column => removed.Contains(Removed(column.Key, column.Value)));

    /// <summary>How a value that a person took off is remembered.</summary>
    public static string Removed(string column, string value) => column + "=" + value;
}
