using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Clustering;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Crm.Extensions.Tests.Identity;

/// <summary>What holds for every group of records, whatever their pairs weigh, whoever conflicts and whatever a steward said.</summary>
[Properties(Arbitrary = [typeof(Groups)], MaxTest = 400)]
public class ClusteringProperties
{
    private const double Match = 4;

    [Property]
    public bool Every_record_is_in_exactly_one_cluster_named_by_its_first(Group it)
    {
        var parts = it.Part();
        return Enumerable.Range(0, it.Size).All(record => parts.ClusterOf(record) <= record && parts.ClusterOf(parts.ClusterOf(record)) == parts.ClusterOf(record));
    }

    [Property]
    public bool The_order_in_which_decisions_and_pairs_are_named_does_not_matter(Group it)
    {
        var turned = it with { Ends = [.. it.Ends.Reverse()], Words = [.. it.Words.Reverse()] };
        return it.Clusters().SequenceEqual(turned.Clusters());
    }

    [Property]
    public bool Records_in_conflict_never_share_a_cluster_where_no_steward_made_records_in_conflict_the_same(Group it)
    {
        var said = it.SaidSame();
        if (it.Pairs().Any(pair => said[pair.Left] == said[pair.Right] && it.Of(pair.Left, pair.Right) is { Conflict: true } or { Support: < 0 })) it = it with { Words = [.. it.Words.Select(_ => false)] };
        var parts = it.Part();
        return it.Pairs().All(pair => !it.Of(pair.Left, pair.Right).Conflict || parts.ClusterOf(pair.Left) != parts.ClusterOf(pair.Right));
    }

    [Property]
    public bool A_stewards_different_is_always_kept(Group it)
    {
        var parts = it.Part();
        return it.Rules.Different.All(rule => parts.ClusterOf(rule.Left) != parts.ClusterOf(rule.Right));
    }

    [Property]
    public bool A_stewards_same_is_kept_or_named_as_a_contradiction(Group it)
    {
        var parts = it.Part();
        return it.Rules.Same.All(rule => parts.ClusterOf(rule.Left) == parts.ClusterOf(rule.Right) != parts.Contradictions.Contains(rule));
    }

    [Property]
    public bool Nothing_contradicts_where_nobody_said_different(Group it) =>
        (it with { Words = [.. it.Words.Select(_ => true)] }).Part().Contradictions.Count == 0;

    [Property]
    public bool A_clean_source_has_one_record_in_a_customer_unless_a_steward_said_same(Group it)
    {
        var parts = it.Part();
        var said = it.SaidSame();
        return it.Pairs().All(pair =>
            it.Clean[pair.Left] < 0 || it.Clean[pair.Left] != it.Clean[pair.Right] || parts.ClusterOf(pair.Left) != parts.ClusterOf(pair.Right) || said[pair.Left] == said[pair.Right]);
    }

    [Property]
    public bool Clusters_that_match_somewhere_and_stay_apart_are_told_once_with_a_reason(Group it)
    {
        var parts = it.Part();
        var told = parts.KeptApart.Select(one => Ends(parts, one.Left, one.Right)).ToList();
        var owed = it.Pairs().Where(pair => it.Matches(pair) && parts.ClusterOf(pair.Left) != parts.ClusterOf(pair.Right)).Select(pair => Ends(parts, pair.Left, pair.Right)).ToHashSet();
        return told.Count == told.Distinct().Count() && owed.SetEquals(told);
    }

    [Property]
    public bool Nobody_joins_without_a_pair_that_matches_or_a_stewards_word(Group it)
    {
        var parts = it.Part();
        return Enumerable.Range(0, it.Size).Where(record => parts.ClusterOf(record) != record).All(record =>
            Enumerable.Range(0, it.Size).Any(other => other != record && parts.ClusterOf(other) == parts.ClusterOf(record)
                && (it.Matches(new StewardRule(Math.Min(record, other), Math.Max(record, other)))
                    || it.Rules.Same.Contains(new StewardRule(Math.Min(record, other), Math.Max(record, other))))));
    }

    private static (int, int) Ends(GroupPartition parts, int left, int right) =>
        (Math.Min(parts.ClusterOf(left), parts.ClusterOf(right)), Math.Max(parts.ClusterOf(left), parts.ClusterOf(right)));

    /// <summary>A made group: what its pairs say is drawn from the seed, so that a failing one can be tried again.</summary>
    public sealed record Group(int Size, int Seed, int ConflictsInHundred, int SourcesInHundred, int[] Ends, bool[] Words) : IPairEvidence
    {
        internal StewardRules Rules => StewardRules.Of(Keys(Size), Decisions);

        internal StewardDecision[] Decisions =>
        [
            .. Words.Select((same, at) => (Left: Ends[at * 2], Right: Ends[(at * 2) + 1], Same: same))
                .Where(one => one.Left != one.Right).Select(one => new StewardDecision(Keys(Size)[one.Left], Keys(Size)[one.Right], one.Same)),
        ];

        internal int[] Clean => [.. Enumerable.Range(0, Size).Select(record => Draw(record, record, 3) < SourcesInHundred ? Draw(record, record, 4) % 3 : -1)];

        PairEvidence IPairEvidence.Of(int left, int right) => Of(left, right);

        internal PairEvidence Of(int left, int right)
        {
            var weight = (Draw(left, right, 1) / 4.0) - 10;
            return new PairEvidence(weight, weight + 6, Draw(left, right, 2) < ConflictsInHundred);
        }

        internal bool Matches(StewardRule pair) => Of(pair.Left, pair.Right) is { Conflict: false } evidence && evidence.Weight >= Match;

        internal IEnumerable<StewardRule> Pairs() =>
            Enumerable.Range(0, Size).SelectMany(left => Enumerable.Range(left + 1, Size - left - 1).Select(right => new StewardRule(left, right)));

        internal GroupPartition Part()
        {
            var parts = new GroupPartition(Clean);
            parts.Part(this, Rules, Match);
            return parts;
        }

        internal IEnumerable<int> Clusters()
        {
            var parts = Part();
            return Enumerable.Range(0, Size).Select(parts.ClusterOf);
        }

        internal int[] SaidSame()
        {
            var said = Enumerable.Range(0, Size).ToArray();
            foreach (var rule in Rules.Same) said = [.. said.Select(one => one == said[rule.Right] ? said[rule.Left] : one)];
            return said;
        }

        internal static string[] Keys(int size) => [.. Enumerable.Range(0, size).Select(record => "crm|" + record.ToString("D3", CultureInfo.InvariantCulture))];

        private int Draw(int left, int right, int what) =>
            (int)(HashCode(unchecked((uint)Seed), (uint)Math.Min(left, right), (uint)Math.Max(left, right), (uint)what) % 100);

        private static uint HashCode(params uint[] parts) => parts.Aggregate(2166136261u, (hash, part) => unchecked(((hash ^ part) * 16777619u) ^ (hash >> 13)));
    }

    public static class Groups
    {
        public static Arbitrary<Group> Any() => (
            from size in Gen.Choose(1, 24)
            from seed in Gen.Choose(0, 1_000_000)
            from conflicts in Gen.Elements(0, 5, 30)
            from sources in Gen.Elements(0, 50)
            from decisions in Gen.Choose(0, 6)
            from ends in Gen.ArrayOf(Gen.Choose(0, size - 1), decisions * 2)
            from words in Gen.ArrayOf(Gen.Elements(true, false), decisions)
            select new Group(size, seed, conflicts, sources, ends, words)).ToArbitrary();
    }
}
