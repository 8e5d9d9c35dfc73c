using System;
using Microsoft.Xrm.Sdk;
using Xunit;
using static Crm.Extensions.Tests.Stories.GoodwillStories;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>A complaint is not talked away by whom it is about.</summary>
public sealed class ComplaintMarkStories
{
    [Theory]
    [InlineData(1033, "This case is marked as a complaint.", "You have proposed")]
    [InlineData(3082, "Este caso está marcado como queja.", "Usted propuso")]
    public void Taking_a_complaints_mark_away_needs_one_who_proposes_and_another_who_confirms(int language, string needsSecond, string needsOther)
    {
        using var house = new GoodwillHouse(language);
        var (one, other) = Two(house, language);
        var complaint = house.Case(house.Customer("Grace", 0), nature: 1);

        var alone = Refused(() => Set(one, complaint, ("crmx_nature", Choice(0))));
        var inOneBreath = Refused(() => Set(one, complaint, ("crmx_proposednature", Choice(0)), ("crmx_nature", Choice(0))));
        Set(one, complaint, ("crmx_proposednature", Choice(0)));
        var himself = Refused(() => Set(one, complaint, ("crmx_nature", Choice(0))));
        var somethingElse = Refused(() => Set(other, complaint, ("crmx_nature", Choice(3))));
        Set(other, complaint, ("crmx_nature", Choice(0)));

        Assert.StartsWith(needsSecond, alone, StringComparison.Ordinal);
        Assert.StartsWith(needsSecond, inOneBreath, StringComparison.Ordinal);
        Assert.StartsWith(needsOther, himself, StringComparison.Ordinal);
        Assert.StartsWith(needsSecond, somethingElse, StringComparison.Ordinal);
        Assert.Equal(0, Word(house.Tenant.Read("incident", complaint, "crmx_nature"), "crmx_nature"));
    }

    [Fact]
    public void Who_proposed_is_written_by_the_system_whatever_the_request_says()
    {
        using var house = new GoodwillHouse();
        var (one, other) = Two(house);
        var complaint = house.Case(house.Customer("Grace", 0), nature: 2);
        var otherUser = house.Tenant.Read("incident", complaint, "ownerid").GetAttributeValue<EntityReference>("ownerid");

        Set(one, complaint, ("crmx_proposednature", Choice(0)), ("crmx_natureproposedbyid", otherUser));
        Set(one, complaint, ("crmx_natureproposedbyid", otherUser));

        Assert.StartsWith("You have proposed", Refused(() => Set(one, complaint, ("crmx_nature", Choice(0)))), StringComparison.Ordinal);
        Set(other, complaint, ("crmx_nature", Choice(0)));
    }

    [Fact]
    public void A_mark_may_be_set_and_changed_into_the_other_by_anybody()
    {
        using var house = new GoodwillHouse();
        var (one, _) = Two(house);
        var request = house.Case(house.Customer("Grace", 0), nature: 0);

        Set(one, request, ("crmx_nature", Choice(1)));
        Set(one, request, ("crmx_nature", Choice(2)));
        Set(one, request, ("crmx_nature", Choice(2)), ("title", "A form sends columns along that nobody changed"));

        Assert.Equal(2, Word(house.Tenant.Read("incident", request, "crmx_nature"), "crmx_nature"));
    }

    [Fact]
    public void What_speaks_against_the_responsible_worker_is_changed_by_others_only()
    {
        using var house = new GoodwillHouse();
        var (one, other) = Two(house);
        var complaint = house.Case(house.Customer("Grace", 0));
        Set(house.Service, complaint, ("crmx_responsibleworkerid", new EntityReference("crmx_worker", oneWorker)), ("crmx_foundunlogged", true), ("crmx_finalresponseby", new DateTime(2026, 12, 1)));

        var refusals = new[]
        {
            Refused(() => Set(one, complaint, ("crmx_foundunlogged", false))),
            Refused(() => Set(one, complaint, ("crmx_finalresponseby", new DateTime(2026, 12, 2)))),
            Refused(() => Set(one, complaint, ("crmx_responsibleworkerid", null))),
            Refused(() => Set(one, complaint, ("crmx_responsibleworkerid", new EntityReference("crmx_worker", house.Beto)))),
        };
        Set(one, complaint, ("crmx_finalresponseby", new DateTime(2026, 11, 30)));
        Set(other, complaint, ("crmx_finalresponseby", new DateTime(2026, 12, 9)), ("crmx_foundunlogged", false));

        Assert.All(refusals, refusal => Assert.StartsWith("What speaks against you on this case", refusal, StringComparison.Ordinal));
    }

    [Fact]
    public void Where_it_is_only_observed_nobody_is_stopped()
    {
        using var house = new GoodwillHouse();
        house.Tenant.Set("crmx_CompensationMode", "observe");
        house.Tenant.Dataverse.Clock.Advance(TimeSpan.FromMinutes(2));
        var complaint = house.Case(house.Customer("Grace", 0));

        Set(house.Service, complaint, ("crmx_nature", Choice(0)));

        Assert.Contains(house.Tenant.Dataverse.Traces.All, entry => entry.Text.Contains("observed: This case is marked as a complaint", StringComparison.Ordinal));
    }

    private Guid oneWorker;

    private (IOrganizationService One, IOrganizationService Other) Two(GoodwillHouse house, int language = 1033)
    {
        IOrganizationService Add(string name)
        {
            var user = house.Tenant.Dataverse.AddUser(name, "System Administrator");
            house.Service.Create(new Entity("usersettings", user) { ["uilanguageid"] = language });
            var worker = house.Worker(name, house.FrontDesk, house.Luis, user);
            if (oneWorker == Guid.Empty) oneWorker = worker;
            return house.Tenant.Dataverse.Connect(user);
        }

        return (Add("Uno Primero"), Add("Dos Segundo"));
    }

    private static void Set(IOrganizationService by, Guid about, params (string Column, object? Value)[] columns)
    {
        var row = new Entity("incident", about);
        foreach (var (column, value) in columns) row[column] = value;
        by.Update(row);
    }
}
