using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Linking;
using Xunit;

namespace Crm.Extensions.Tests.Linking;

/// <summary>Which customer each cluster of a group is.</summary>
public sealed class CustomerAssignmentTests
{
    private static readonly Guid Older = Id(1);
    private static readonly Guid Younger = Id(2);
    private static readonly HashSet<Guid> NoneTaken = [];

    [Fact]
    public void A_cluster_that_nobody_knows_gets_an_id_made_of_its_smallest_link()
    {
        var owner = Assign([[New("b"), New("a")]]).Single();

        Assert.True(owner.IsNew);
        Assert.Equal(DerivedIds.Customer(LinkOf("a")), owner.Customer);
    }

    [Fact]
    public void A_new_record_joins_the_customer_of_its_cluster() =>
        Assert.Equal(Older, Assign([[New("a"), Of("b", Older, 1)]]).Single().Customer);

    [Fact]
    public void Of_two_customers_who_are_one_the_older_stays()
    {
        var owner = Assign([[Of("a", Younger, 2), Of("b", Older, 1)]]).Single();

        Assert.Equal(Older, owner.Customer);
        Assert.Equal([Younger], owner.Joined);
    }

    [Fact]
    public void Of_a_customer_who_is_two_the_part_with_more_records_keeps_the_id()
    {
        var owners = Assign([[Of("a", Older, 1)], [Of("b", Older, 1), Of("c", Older, 1)]]);

        Assert.True(owners[0].IsNew);
        Assert.Equal(Older, owners[1].Customer);
    }

    [Fact]
    public void The_part_with_the_record_the_customer_was_made_for_keeps_the_id_even_if_it_is_the_smaller()
    {
        var made = DerivedIds.Customer(LinkOf("a"));
        var owners = Assign([[Of("a", made, 1)], [Of("b", made, 1), Of("c", made, 1)]]);

        Assert.Equal(made, owners[0].Customer);
        Assert.Equal(DerivedIds.Customer(LinkOf("b")), owners[1].Customer);
    }

    [Fact]
    public void The_part_that_a_person_confirmed_keeps_the_id_before_all_others()
    {
        var confirmed = new Claim(LinkOf("c"), "c") { Customer = Older, IsConfirmed = true };
        var owners = Assign([[Of("a", Older, 1), Of("b", Older, 1)], [confirmed]]);

        Assert.Equal(Older, owners[1].Customer);
        Assert.True(owners[0].IsNew);
    }

    [Fact]
    public void An_id_that_is_somebody_elses_is_not_given_again() =>
        Assert.Equal(
            DerivedIds.Customer(LinkOf("a"), 1),
            CustomerAssignment.Assign([[New("a")]], new HashSet<Guid> { DerivedIds.Customer(LinkOf("a")) }).Single().Customer);

    [Fact]
    public void Observing_leaves_each_customer_as_it_is_and_gives_new_records_to_the_older()
    {
        var owners = CustomerAssignment.Observe([[New("a"), Of("b", Younger, 2), Of("c", Older, 1)]], NoneTaken);

        Assert.Equal([Older, Younger], owners.Select(owner => owner.Customer));
        Assert.Equal(["a", "c"], owners[0].Links.Select(link => link.Key));
        Assert.All(owners, owner => Assert.Empty(owner.Joined));
    }

    private static IReadOnlyList<ClusterOwner> Assign(IReadOnlyList<IReadOnlyList<Claim>> clusters) => CustomerAssignment.Assign(clusters, NoneTaken);

    private static Claim New(string key) => new(LinkOf(key), key);

    private static Claim Of(string key, Guid customer, int day) =>
        new(LinkOf(key), key) { Customer = customer, Since = new DateTime(2026, 1, day, 0, 0, 0, DateTimeKind.Utc) };

    private static Guid LinkOf(string key) => DerivedIds.Link("contact", key);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
