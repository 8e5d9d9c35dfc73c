using System;
using System.Linq;
using System.Text.Json;
using Microsoft.Xrm.Sdk;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>What a steward is asked, and what his answer is worth.</summary>
public sealed class ReviewStories
{
    [Theory]
    [InlineData(1033, "The two records are one customer")]
    [InlineData(3082, "Los dos registros son un mismo cliente")]
    public void A_pair_in_doubt_is_put_side_by_side_and_the_answer_holds(int languageCode, string words)
    {
        using var people = new People(mode: "observe", languageCode: languageCode);
        var unit = people.Rows("businessunit").Single().ToEntityReference();
        var stewards = people.Add("team", ("name", "Data stewards"), ("businessunitid", unit));
        var role = people.Rows("role", "name").Single(row => row.GetAttributeValue<string>("name") == "Crm.Extensions Data Steward").ToEntityReference();
        people.Service.Associate("team", stewards, new Relationship("teamroles_association"), [role]);
        people.Tenant.Set("crmx_StewardTeam", "Data stewards");
        var (contact, other) = TwoOfOne(people);
        var review = people.Reviews().Single();
        var comparison = JsonDocument.Parse(review.GetAttributeValue<string>("crmx_comparison")).RootElement;
        Assert.NotEmpty(comparison.GetProperty("left").GetProperty("fields").EnumerateArray());
        Assert.NotEmpty(comparison.GetProperty("contributions").EnumerateArray());
        Assert.Equal(stewards, review.GetAttributeValue<EntityReference>("ownerid").Id);
        var inReview = people.Rows("crmx_sourcelink", "crmx_stage", "ownerid").Where(link => Word(link, "crmx_stage") == 2).ToList();
        Assert.NotEmpty(inReview);
        Assert.All(inReview, link => Assert.Equal(stewards, link.GetAttributeValue<EntityReference>("ownerid").Id));

        people.Tenant.Set("crmx_CustomerViewMode", "enforce");
        people.Tenant.Dataverse.Clock.Advance(TimeSpan.FromMinutes(2));
        var answer = people.Service.Execute(new OrganizationRequest("crmx_DecideReview") { ["ReviewId"] = review.Id, ["Decision"] = "same", ["Reason"] = "I know him" });
        people.Settle();

        Assert.StartsWith(words, (string)answer["Explanation"], StringComparison.Ordinal);
        Assert.Equal(people.OnContact(contact), people.OnContact(other));
        Assert.Equal(2, people.Reviews().Single().GetAttributeValue<OptionSetValue>("statuscode").Value);
    }

    [Fact]
    public void A_steward_who_says_different_is_obeyed_through_a_re_import()
    {
        using var people = new People();
        (string, object?)[] same = [("emailaddress1", "oyarzabal@example.mx"), ("mobilephone", "55 9090 1010")];
        var first = people.Contact("Jon", "Oyarzabal Etxebarria", same);
        var second = people.Contact("Jon", "Oyarzabal Etxebarria", same);
        people.Settle();
        Assert.Equal(people.OnContact(first), people.OnContact(second));

        var links = new[] { people.Link(first)!.Id, people.Link(second)!.Id }.OrderBy(id => id.ToString("D"), StringComparer.Ordinal).ToArray();
        people.Add(
            "crmx_clericalreview", ("crmx_name", "Twins"), ("crmx_leftlinkid", new EntityReference("crmx_sourcelink", links[0])),
            ("crmx_rightlinkid", new EntityReference("crmx_sourcelink", links[1])), ("crmx_decision", Tenant.Choice(2)));
        people.Settle();
        Assert.NotEqual(people.OnContact(first), people.OnContact(second));

        people.Service.Update(new Entity("contact", first) { ["emailaddress1"] = "oyarzabal@example.mx", ["mobilephone"] = "55 9090 1010" });
        people.Contact("Jon", "Oyarzabal Etxebarria", same);
        people.Settle();

        Assert.NotEqual(people.OnContact(first), people.OnContact(second));
    }

    [Fact]
    public void A_steward_who_splits_a_customer_is_obeyed_through_a_re_import()
    {
        using var people = new People();
        (string, object?)[] same = [("emailaddress1", "oyarzabal@example.mx"), ("mobilephone", "55 9090 1010")];
        var first = people.Contact("Jon", "Oyarzabal Etxebarria", same);
        var second = people.Contact("Jon", "Oyarzabal Etxebarria", same);
        people.Settle();
        var customer = people.OnContact(first)!.Value;
        Assert.Equal(customer, people.OnContact(second));

        var split = new OrganizationRequest("crmx_SplitCustomer") { ["CustomerId"] = customer, ["Links"] = people.Link(second)!.Id.ToString("D"), ["Reason"] = "Father and son" };
        var parted = (Guid)people.Service.Execute(split)["NewCustomerId"];
        people.Settle();
        Assert.Equal((customer, parted), (people.OnContact(first), people.OnContact(second)));

        foreach (var contact in new[] { first, second }) people.Service.Update(new Entity("contact", contact) { ["emailaddress1"] = "oyarzabal@example.mx", ["mobilephone"] = "55 9090 1010" });
        people.Contact("Jon", "Oyarzabal Etxebarria", same);
        people.Settle();

        Assert.Equal((customer, parted), (people.OnContact(first), people.OnContact(second)));
    }

    [Fact]
    public void Observing_writes_links_but_touches_no_departments_row()
    {
        using var people = new People(mode: "observe");
        var (contact, other) = TwoOfOne(people);

        Assert.Null(people.OnContact(contact));
        Assert.Null(people.OnContact(other));
        Assert.All(people.Links(), link => Assert.NotNull(link.GetAttributeValue<EntityReference>("crmx_customerid")));
    }

    [Fact]
    public void Off_does_nothing()
    {
        using var people = new People(mode: "off");
        people.Contact("Ana", "Ruiz");
        people.Settle();

        Assert.Empty(people.Links());
    }

    // each was a customer of his own before anybody saw that they are one
    private static (Guid First, Guid Second) TwoOfOne(People people)
    {
        var first = people.Contact("José", "García López", ("emailaddress1", "jose.garcia@example.mx"));
        var second = people.Contact("José", "García López", ("mobilephone", "55 7070 8080"), ("address1_city", "Mérida"));
        people.Settle();
        people.Service.Update(new Entity("contact", second) { ["emailaddress1"] = "jose.garcia@example.mx" });
        people.Settle();
        return (first, second);
    }
}
