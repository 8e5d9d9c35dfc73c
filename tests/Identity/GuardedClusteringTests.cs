using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Cli.Unify.People;
using Crm.Extensions.CustomerView.Identity.Clustering;
using Crm.Extensions.CustomerView.Identity.Matching;
using Crm.Extensions.CustomerView.Identity.Normalising;
using Xunit;

namespace Crm.Extensions.Tests.Identity;

/// <summary>Clustering with the rules and weights that ship, over records as people write them.</summary>
public class GuardedClusteringTests
{
    private static readonly GuardedClustering Clustering = new(MatchModel.Shipped, new PairScorer(MatchModel.Shipped));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_order_in_which_records_are_given_does_not_matter(int seed)
    {
        var members = People(250, seed);
        var said = new StewardDecision[] { new("crm|0003", "crm|0100", same: true), new("crm|0100", "crm|0200", same: true), new("crm|0003", "crm|0200", same: false) };
        var expected = Text(Clustering.Part(members, said));
        var random = new Random(seed);
        for (var time = 0; time < 5; time++)
        {
            var shuffled = members.ToArray();
            random.Shuffle(shuffled);

            Assert.Equal(expected, Text(Clustering.Part(shuffled, [.. said.Reverse()])));
        }
    }

    [Fact]
    public void A_group_too_large_to_judge_pair_by_pair_is_parted_and_loses_nobody()
    {
        var one = Member("crm|0", new IdentityRecord { GivenName = "Ana", FamilyName = "Zubizarreta", BirthDate = "1980-05-06", Email = "ana@zubizarreta.mx" });
        var members = Enumerable.Range(0, 900).Select(number => new ClusterMember("crm|" + number.ToString("D4", CultureInfo.InvariantCulture), one.Record, "crm", false)).ToArray();

        var clusters = Clustering.Cluster(members, []);
        Array.Reverse(members);

        Assert.Equal(900, clusters.Sum(cluster => cluster.Members.Count));
        Assert.All(clusters, cluster => Assert.InRange(cluster.Members.Count, 2, ClusterGuards.LargestGroup));
        Assert.Equal(clusters.Select(cluster => cluster.Key), Clustering.Cluster(members, []).Select(cluster => cluster.Key));
    }

    [Fact]
    public void Father_and_son_of_one_name_house_and_mailbox_stay_two_though_a_record_without_birth_date_fits_both()
    {
        var father = new IdentityRecord { GivenName = "José", FamilyName = "Zubizarreta Ospina", BirthDate = "1950-01-12", Email = "familia@zubizarreta.mx", NationalId = "CC 1020304050", Country = "CO" };
        var son = father with { BirthDate = "1981-07-30", NationalId = "CC 1098765432" };
        var vague = father with { BirthDate = null, NationalId = null };

        var clusters = Clustering.Cluster([Member("crm|1", father), Member("sales|2", son), Member("web|3", vague)], []);

        Assert.DoesNotContain(clusters, cluster => cluster.Members.Any(member => member.Key == "crm|1") && cluster.Members.Any(member => member.Key == "sales|2"));
    }

    [Fact]
    public void Two_records_of_one_key_are_refused() =>
        Assert.Throws<ArgumentException>(() => Clustering.Cluster([Member("crm|1", new IdentityRecord()), Member("crm|1", new IdentityRecord())], []));

    private static ClusterMember[] People(int count, int seed) =>
    [
        .. PeopleFile.Records(count, seed).Select((row, at) => Member("crm|" + at.ToString("D4", CultureInfo.InvariantCulture), new IdentityRecord
        {
            GivenName = row[0], FamilyName = row[1], SecondFamilyName = row[2], BirthDate = row[3], Email = row[4], Phone = row[5], NationalId = row[6], Street = row[7],
            StreetNumber = row[8], City = row[9], State = row[10], Postcode = row[11], Country = row[12],
        })),
    ];

    private static ClusterMember Member(string key, IdentityRecord record) =>
        new(key, Normaliser.Normalise(record, "MX", keepsWritten: false), key.Split('|')[0], sourceIsClean: false);

    private static IEnumerable<string> Text(Partition partition) =>
    [
        .. partition.Clusters.Select(cluster => string.Join(' ', cluster.Members.Select((member, at) => FormattableString.Invariant($"{member.Key}={cluster.Weights[at]}")))),
        .. partition.KeptApart.Select(pair => $"{pair.Left.Key} {pair.Right.Key} {pair.Reason}").Order(StringComparer.Ordinal),
        .. partition.Contradictions.Select(one => $"{one.LeftKey} {one.RightKey}").Order(StringComparer.Ordinal),
    ];
}
