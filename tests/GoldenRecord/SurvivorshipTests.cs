using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.GoldenRecord;
using Crm.Extensions.CustomerView.Identity.Normalising;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace Crm.Extensions.Tests.GoldenRecord;

/// <summary>Whose values a customer shows.</summary>
[Properties(Arbitrary = [typeof(Clusters)], MaxTest = 200)]
public class SurvivorshipTests
{
    [Fact]
    public void An_address_is_never_stitched_from_two_homes()
    {
        var sales = Linked("a", new IdentityRecord { FullName = "Ana Ruiz", Street = "Calle 72 # 10-34", City = "Bogotá" }, confirmed: 2);
        var support = Linked("b", new IdentityRecord { FullName = "Ana Ruiz", Street = "Carrera 7 # 1-2", City = "Cali", State = "Valle", Postcode = "760001" }, confirmed: 1);

        var home = Of(SurvivingGroup.Address, sales, support);

        Assert.Equal("Calle 72 # 10-34|Bogotá", home.Columns[GoldenColumns.Street] + "|" + home.Columns[GoldenColumns.City]);
        Assert.DoesNotContain(GoldenColumns.State, home.Columns.Keys);
        Assert.Equal("recent", home.Rule);
    }

    [Theory]
    [InlineData("trusted", "b")]
    [InlineData("recent", "c")]
    [InlineData("complete", "a")]
    [InlineData("frequent", "d")]
    [InlineData("rubbish, recent", "c")]
    public void The_house_decides_which_strategy_comes_first(string order, string winner)
    {
        LinkedRecord[] records =
        [
            Linked("a", new IdentityRecord { GivenName = "Ana", FamilyName = "Muñoz de la Torre", SecondFamilyName = "Ruiz" }, trust: 10),
            Linked("b", new IdentityRecord { GivenName = "Anita", FamilyName = "Munoz" }, trust: 90),
            Linked("c", new IdentityRecord { GivenName = "Ana", FamilyName = "Torres" }, confirmed: 5),
            Linked("d", new IdentityRecord { GivenName = "Ana", FamilyName = "Munos" }),
            Linked("e", new IdentityRecord { GivenName = "ANA", FamilyName = "MUNOS" }),
        ];

        var name = Survivorship.Choose(records, SurvivorshipOrder.Shipped.With(SurvivingGroup.Name, order)).Single(value => value.Group == SurvivingGroup.Name);

        Assert.Equal(winner, name.Link);
    }

    [Fact]
    public void The_spelling_with_care_survives_among_equals()
    {
        var name = Of(SurvivingGroup.Name, Linked("a", new IdentityRecord { FullName = "MUNOZ RUIZ, ANA" }), Linked("b", new IdentityRecord { FullName = "Ana Muñoz Ruiz" }));

        Assert.Equal("Ana Muñoz Ruiz", name.Columns[GoldenColumns.Name]);
        Assert.Equal("Ana|Muñoz|Ruiz", name.Columns[GoldenColumns.GivenName] + "|" + name.Columns[GoldenColumns.FamilyName] + "|" + name.Columns[GoldenColumns.SecondFamilyName]);
        Assert.Equal("complete", name.Rule);
    }

    [Theory]
    [InlineData("Dra. María del Carmen de la Cruz Ortega", "María del Carmen", "de la Cruz", "Ortega")]
    [InlineData("de la Cruz Ortega, María del Carmen", "María del Carmen", "de la Cruz", "Ortega")]
    [InlineData("José San Martín", "José", "San Martín", null)]
    [InlineData("Pepe Peralta", "Pepe", "Peralta", null)]
    public void A_name_is_shown_as_people_write_it(string written, string given, string family, string? second)
    {
        var name = Of(SurvivingGroup.Name, Linked("a", new IdentityRecord { FullName = written }));

        Assert.Equal(given, name.Columns[GoldenColumns.GivenName]);
        Assert.Equal(family, name.Columns[GoldenColumns.FamilyName]);
        Assert.Equal(second, name.Columns.TryGetValue(GoldenColumns.SecondFamilyName, out var found) ? found : null);
    }

    [Fact]
    public void What_is_invalid_or_shared_by_many_does_not_survive()
    {
        var records = new[] { Linked("a", new IdentityRecord { FullName = "Ana Ruiz", NationalId = "XAXX010101000", Email = "nada", Phone = "0000000000", BirthDate = "2090-01-01" }, trust: 100) };

        Assert.Equal([SurvivingGroup.Name], Survivorship.Choose(records, SurvivorshipOrder.Shipped).Select(value => value.Group));
    }

    [Fact]
    public void A_value_that_a_person_took_off_never_comes_back()
    {
        var records = new[] { Linked("a", new IdentityRecord { Email = "old@example.mx" }, trust: 100), Linked("b", new IdentityRecord { Email = "new@example.mx" }) };
        var removed = new HashSet<string> { Survivorship.Removed(GoldenColumns.Email, "old@example.mx") };

        var email = Survivorship.Choose(records, SurvivorshipOrder.Shipped, null, removed).Single();

        Assert.Equal("new@example.mx", email.Columns[GoldenColumns.Email]);
        Assert.Equal("only", email.Rule);
    }

    [Fact]
    public void What_a_person_typed_on_the_customer_stands_and_is_remembered_as_theirs()
    {
        var records = new[] { Linked("a", new IdentityRecord { Email = "feed@example.mx", Phone = "55 1234 5670" }, trust: 100) };
        var first = Lineage.None.Next(Survivorship.Choose(records, SurvivorshipOrder.Shipped), [], new DateTime(2026, 11, 22));

        var current = new Dictionary<string, string> { [GoldenColumns.Email] = "typed@example.mx", [GoldenColumns.Phone] = "+525512345670" };
        var typed = TypedValues.Find(current, first, false, new DateTime(2026, 11, 23));
        var chosen = Survivorship.Choose(records, SurvivorshipOrder.Shipped, typed.Kept, new HashSet<string>(typed.Removed));
        var again = TypedValues.Find(current, LineageJson.Read(LineageJson.Write(first.Next(chosen, typed.Removed, new DateTime(2026, 11, 24)))), false, null);

        Assert.Equal(["typed@example.mx"], typed.Kept.Select(value => value.Columns[GoldenColumns.Email]));
        Assert.Equal("+525512345670", chosen.Single(value => value.Group == SurvivingGroup.Phone).Columns[GoldenColumns.Phone]);
        Assert.Equal(new DateTime(2026, 11, 23), Assert.Single(again.Kept).ConfirmedOn);
    }

    [Fact]
    public void What_a_person_emptied_goes_to_the_next_best_and_not_back()
    {
        var records = new[] { Linked("a", new IdentityRecord { Email = "old@example.mx" }, trust: 100), Linked("b", new IdentityRecord { Email = "new@example.mx" }) };
        var lineage = Lineage.None.Next(Survivorship.Choose(records, SurvivorshipOrder.Shipped), [], new DateTime(2026, 11, 22));

        var typed = TypedValues.Find(new Dictionary<string, string>(), lineage, false, null);

        Assert.Empty(typed.Kept);
        Assert.Equal("new@example.mx", Survivorship.Choose(records, SurvivorshipOrder.Shipped, typed.Kept, new HashSet<string>(typed.Removed)).Single().Columns[GoldenColumns.Email]);
    }

    [Property]
    public bool The_order_of_arrival_says_nothing(Cluster cluster, int seed)
    {
        var records = cluster.Records;
        var other = records.OrderBy(record => new System.Random(seed ^ record.Link.GetHashCode(StringComparison.Ordinal)).Next()).ToArray();
        return Write(records) == Write(other);
    }

    [Property]
    public bool Every_group_is_taken_whole_from_one_record(Cluster cluster) => Survivorship.Choose(cluster.Records, SurvivorshipOrder.Shipped).All(value =>
        Offers.Of(value.Group, cluster.Records.Single(record => record.Link == value.Link))!.Columns.SequenceEqual(value.Columns));

    private static string Write(LinkedRecord[] records) =>
        LineageJson.Write(Lineage.None.Next(Survivorship.Choose(records, SurvivorshipOrder.Shipped), [], new DateTime(2026, 11, 22)));

    private static GoldenValue Of(SurvivingGroup group, params LinkedRecord[] records) => Survivorship.Choose(records, SurvivorshipOrder.Shipped).Single(value => value.Group == group);

    private static LinkedRecord Linked(string link, IdentityRecord record, int trust = Trust.Neutral, int? confirmed = null) => new()
    {
        Link = link,
        Source = "source " + link,
        Trust = new Trust { Name = trust, Birth = trust, Contact = trust, Address = trust, Id = trust },
        ConfirmedOn = confirmed is { } day ? new DateTime(2026, 11, day, 0, 0, 0, DateTimeKind.Utc) : null,
        Record = Normaliser.Normalise(record, "MX", new(2026, 11, 22)),
    };

    /// <summary>The records of one customer.</summary>
    public sealed class Cluster
    {
        internal LinkedRecord[] Records { get; init; } = [];

        public override string ToString() => string.Join("; ", Records.Select(record => record.ToString()));
    }

    public static class Clusters
    {
        public static Arbitrary<Cluster> Some() =>
            (from record in Record.ListOf()
             select new Cluster { Records = [.. record.Take(8).Select((made, at) => made with { Link = "link" + (char)('a' + at) })] }).ToArbitrary();

        private static Gen<LinkedRecord> Record =>
            from name in Gen.Elements("Ana Muñoz", "MUNOZ, ANA", "Ana Muñoz Ruiz", null)
            from birth in Gen.Elements("1980-03-12", "12/04/1980", "2090-01-01", null)
            from email in Gen.Elements("ana@example.mx", "ANA@example.mx", "otra@example.mx", null)
            from street in Gen.Elements("Calle 72 # 10-34", "Carrera 7 # 1-2", null)
            from city in Gen.Elements("Bogotá", "Cali", null)
            from trust in Gen.Elements(10, 50, 50, 90)
            from confirmed in Gen.Elements(1, 1, 5, 9)
            select Linked("", new IdentityRecord { FullName = name, BirthDate = birth, Email = email, Street = street, City = city }, trust, confirmed);
    }
}
