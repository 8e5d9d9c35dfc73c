using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Clustering;
using Xunit;

namespace Crm.Extensions.Tests.Identity;

/// <summary>How a group of records is parted, told by examples.</summary>
public class ClusteringTests
{
    private const double Match = 4;
    private static readonly string[] Keys = ["crm|0", "crm|1", "crm|2", "crm|3", "crm|4", "crm|5"];

    [Fact]
    public void Father_and_son_do_not_meet_through_a_record_that_could_be_either()
    {
        var pairs = new Table(3) { [0, 1] = 9, [1, 2] = 8 }.Forbidding(0, 2);

        var parts = Part(pairs);

        Assert.Equal([0, 0, 2], Clusters(parts, 3));
        Assert.Equal(new ApartPair(1, 2, ApartReason.Conflict), Assert.Single(parts.KeptApart));
    }

    [Fact]
    public void The_record_that_could_be_either_goes_where_it_fits_best()
    {
        var parts = Part(new Table(3) { [0, 1] = 8, [1, 2] = 9 }.Forbidding(0, 2));

        Assert.Equal([0, 1, 1], Clusters(parts, 3));
    }

    [Fact]
    public void A_conflict_in_one_member_keeps_all_that_joined_it_away()
    {
        // 0 and 1 are the father, 3 and 4 the son; 2 matches a record of each
        var pairs = new Table(5) { [0, 1] = 12, [3, 4] = 11, [1, 2] = 9, [2, 3] = 8 }.Forbidding(0, 4);

        var parts = Part(pairs);

        Assert.Equal([0, 0, 0, 3, 3], Clusters(parts, 5));
    }

    [Fact]
    public void A_chain_whose_ends_contradict_each_other_is_cut_where_most_pairs_across_speak_against_it()
    {
        var pairs = new Table(4) { [0, 1] = 9, [2, 3] = 9, [1, 2] = 5, [0, 2] = -30, [0, 3] = -30, [1, 3] = -30 };

        var parts = Part(pairs);

        Assert.Equal([0, 0, 2, 2], Clusters(parts, 4));
        Assert.Equal(ApartReason.Cohesion, Assert.Single(parts.KeptApart).Reason);
    }

    [Fact]
    public void A_chain_of_which_the_ends_say_nothing_of_each_other_holds()
    {
        var parts = Part(new Table(4) { [0, 1] = 9, [1, 2] = 5, [2, 3] = 9 });

        Assert.Equal([0, 0, 0, 0], Clusters(parts, 4));
    }

    [Fact]
    public void A_source_that_holds_each_customer_once_gives_a_customer_one_record()
    {
        var parts = Part(new Table(3) { [0, 1] = 20, [1, 2] = 9 }, cleanSource: [7, 7, -1]);

        Assert.Equal([0, 1, 1], Clusters(parts, 3));
        Assert.Equal(new ApartPair(0, 1, ApartReason.CleanSource), Assert.Single(parts.KeptApart));
    }

    [Fact]
    public void A_stewards_same_outweighs_conflict_source_and_score()
    {
        var parts = Part(new Table(2) { [0, 1] = -40 }.Forbidding(0, 1), [new(Keys[1], Keys[0], same: true)], cleanSource: [7, 7]);

        Assert.Equal([0, 0], Clusters(parts, 2));
        Assert.Empty(parts.Contradictions);
    }

    [Fact]
    public void Records_that_sided_with_one_of_two_that_a_steward_made_the_same_stay_with_it()
    {
        // 0 and 1 are of one customer, 2 and 3 of another with another birth date; the steward knows better of 0 and 2
        var pairs = new Table(4) { [0, 1] = 20, [2, 3] = 20 }.Forbidding(0, 2).Forbidding(0, 3).Forbidding(1, 2).Forbidding(1, 3);

        Assert.Equal([0, 0, 0, 0], Clusters(Part(pairs, [new(Keys[0], Keys[2], same: true)]), 4));
    }

    [Fact]
    public void A_stewards_same_about_a_vague_record_does_not_let_a_conflict_with_the_other_pass()
    {
        // 1 could be the father, 0, or the son, 2: the steward says the son
        var pairs = new Table(3) { [0, 1] = 20, [1, 2] = 5 }.Forbidding(0, 2);

        Assert.Equal([0, 1, 1], Clusters(Part(pairs, [new(Keys[1], Keys[2], same: true)]), 3));
    }

    [Fact]
    public void A_stewards_different_outweighs_any_score()
    {
        var parts = Part(new Table(2) { [0, 1] = 60 }, [new(Keys[0], Keys[1], same: false)]);

        Assert.Equal([0, 1], Clusters(parts, 2));
        Assert.Equal(ApartReason.Steward, Assert.Single(parts.KeptApart).Reason);
    }

    [Fact]
    public void Of_decisions_that_contradict_each_other_different_wins_and_the_last_same_is_named()
    {
        var said = new StewardDecision[] { new(Keys[0], Keys[1], same: true), new(Keys[1], Keys[2], same: true), new(Keys[0], Keys[2], same: false) };

        foreach (var order in (IEnumerable<StewardDecision[]>)[said, [.. said.Reverse()]])
        {
            var parts = Part(new Table(3), order);

            Assert.Equal([0, 0, 2], Clusters(parts, 3));
            Assert.Equal(new StewardRule(1, 2), Assert.Single(parts.Contradictions));
        }
    }

    [Fact]
    public void A_large_customer_grows_only_by_what_matches_most_of_it()
    {
        // a ring of neighbours that match, as a switchboard's number would make
        const int ring = 200;
        var pairs = new Table(ring);
        for (var record = 1; record < ring; record++) pairs[record - 1, record] = 6;

        var parts = Part(pairs);

        var sizes = Clusters(parts, ring).GroupBy(cluster => cluster).Select(cluster => cluster.Count()).ToList();
        Assert.InRange(sizes.Max(), 2, ClusterGuards.OrdinarySize);
        Assert.All(parts.KeptApart, pair => Assert.Equal(ApartReason.Size, pair.Reason));
    }

    [Fact]
    public void A_customer_with_two_hundred_records_that_all_match_is_one()
    {
        const int many = 200;
        var pairs = new Table(many);
        for (var left = 0; left < many; left++)
        {
            for (var right = left + 1; right < many; right++) pairs[left, right] = 15;
        }

        Assert.All(Clusters(Part(pairs), many), cluster => Assert.Equal(0, cluster));
    }

    [Fact]
    public void A_record_knows_its_strongest_pair_in_its_cluster()
    {
        var parts = Part(new Table(4) { [0, 1] = 9, [1, 2] = 5 });

        Assert.Equal([9, 9, 5, null], Enumerable.Range(0, 4).Select(parts.StrongestOf));
    }

    private static GroupPartition Part(Table pairs, StewardDecision[]? decisions = null, int[]? cleanSource = null)
    {
        var parts = new GroupPartition(cleanSource ?? [.. Enumerable.Repeat(-1, pairs.Count)]);
        parts.Part(pairs, StewardRules.Of([.. Keys.Take(pairs.Count)], decisions ?? []), Match);
        return parts;
    }

    private static IEnumerable<int> Clusters(GroupPartition parts, int count) => Enumerable.Range(0, count).Select(parts.ClusterOf);

    /// <summary>Weights of a group's pairs; 0, where nothing is said, is far from a match and contradicts nothing.</summary>
    private sealed class Table(int count) : IPairEvidence
    {
        private readonly double[,] weights = new double[count, count];
        private readonly HashSet<(int, int)> conflicts = [];

        public int Count => count;

        public double this[int left, int right]
        {
            set => weights[left, right] = value;
        }

        public Table Forbidding(int left, int right)
        {
            conflicts.Add((left, right));
            return this;
        }

        public PairEvidence Of(int left, int right) => new(weights[left, right], weights[left, right], conflicts.Contains((left, right)));
    }
}
