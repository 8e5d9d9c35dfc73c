using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Matching;

namespace Crm.Extensions.Cli.Unify.Training;

/// <summary>The prior, from rules that are nearly always right and have nothing to do with blocking: equal national number; equal e-mail or phone and a name that agrees; equal names and birth date.</summary>
/// <remarks>Such rules miss some: their number over the share that they find is the estimate. Learned from blocked pairs instead, the prior is hundreds of times too high and everything grows into one customer.</remarks>
internal static class DeterministicRules
{
    private const double LeastRecall = 0.25;
    private const double MostRecall = 0.95;

    /// <summary>Pairs that some rule holds to be one customer.</summary>
    public static long Count(PreparedRecord[] records, PairScorer scorer)
    {
        var found = new List<long>();
        found.AddRange(PairGroups.Of(Array.ConvertAll(records, SharedValues.NationalId)));
        found.AddRange(PairGroups.Of(Array.ConvertAll(records, SharedValues.NamesAndBirth)));
        found.AddRange(PairGroups.Of(Array.ConvertAll(records, SharedValues.Company)));
        var reached = new List<long>(PairGroups.Of(Array.ConvertAll(records, SharedValues.Email)));
        reached.AddRange(PairGroups.Of(Array.ConvertAll(records, SharedValues.Phone)));
        found.AddRange(PairGroups.Once(reached).AsParallel().Where(pair => Names(scorer.Compare(records[PairGroups.Left(pair)], records[PairGroups.Right(pair)]))));
        return PairGroups.Once(found).Length;
    }

    /// <summary>Probability that two records at random are one customer; at least as if there were one pair.</summary>
    public static double Prior(long pairs, int records, double recall) =>
        Math.Min(0.5, Math.Max(1, pairs / recall) / Math.Max(1.0, (double)records * (records - 1) / 2));

    /// <summary>The share of true pairs that the rules find: how often each applies at all, from what random pairs lack, and how often it then agrees, from m.</summary>
    public static double Recall(PatternCounts random, LevelTable m)
    {
        double found = 0;
        foreach (var (pattern, count) in random.Sorted())
        {
            var missed = 1 - Agreeing(pattern, m, MatchField.NationalId);
            missed *= 1 - (Agreeing(pattern, m, MatchField.Given) * Agreeing(pattern, m, MatchField.Family) * Agreeing(pattern, m, MatchField.BirthDate));
            var name = pattern[MatchField.Given] != AgreementLevel.Missing || pattern[MatchField.BirthDate] != AgreementLevel.Missing || pattern[MatchField.Family] != AgreementLevel.Missing;
            if (name) missed *= (1 - Agreeing(pattern, m, MatchField.Email)) * (1 - Agreeing(pattern, m, MatchField.Phone));
            missed *= 1 - Agreeing(pattern, m, MatchField.Company);
            found += count * (1 - missed);
        }

        return Math.Clamp(found / Math.Max(1, random.Total), LeastRecall, MostRecall);
    }

    private static double Agreeing(PairLevels pattern, LevelTable m, MatchField field) =>
        pattern[field] == AgreementLevel.Missing ? 0 : m[field, AgreementLevel.Exact];

    // a family shares its mailbox, but not given name and birth date
    private static bool Names(PairLevels levels) =>
        levels[MatchField.Given] is > AgreementLevel.Missing and <= AgreementLevel.Close
        || levels[MatchField.BirthDate] is > AgreementLevel.Missing and <= AgreementLevel.Close
        || (levels[MatchField.Given] == AgreementLevel.Missing && levels[MatchField.BirthDate] == AgreementLevel.Missing
            && levels[MatchField.Family] is > AgreementLevel.Missing and <= AgreementLevel.Close);
}
