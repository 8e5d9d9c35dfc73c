using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Xunit;
using static Crm.Extensions.Tests.Stories.GoodwillHouse;
using static Crm.Extensions.Tests.Stories.GoodwillStories;

namespace Crm.Extensions.Tests.Stories;

/// <summary>What is beyond a worker's limit goes to somebody who can say yes; what was wrongly taken is given back.</summary>
public sealed class GoodwillDecisionStories : IDisposable
{
    private readonly GoodwillHouse house = new();

    public void Dispose() => house.Dispose();

    [Fact]
    public void The_lead_says_yes_and_it_counts_against_his_own_month()
    {
        var guest = house.Customer("Bea", 1);
        var asked = Ask(guest, 700m);

        var answer = house.AsLuis.Execute(Decide(asked, approve: true));
        var twice = Refused(() => house.AsLuis.Execute(Decide(asked, approve: false)));

        Assert.Equal(true, answer["Granted"]);
        Assert.Contains("USD 300.00 is left", (string)answer["Explanation"], StringComparison.Ordinal);
        Assert.Equal(GrantedStatus, house.StatusOf(asked));
        Assert.Equal(house.LuisUser, house.Row(asked).GetAttributeValue<EntityReference>("crmx_decidedbyid").Id);
        Assert.Equal(700m, house.Pool(house.Luis));
        Assert.Equal(0m, house.Pool(house.Ana));
        Assert.Equal("This request has been decided: granted.", twice);
    }

    [Fact]
    public void It_goes_past_a_lead_whose_limit_does_not_suffice_to_the_one_above()
    {
        house.Service.Update(new Entity("crmx_worker", house.Luis) { ["crmx_jobid"] = new EntityReference("crmx_job", house.FrontDesk) });

        var asked = Ask(house.Customer("Bea", 1), 700m);

        Assert.Equal(house.DoraUser, house.Row(asked).GetAttributeValue<EntityReference>("ownerid").Id);
        Assert.Equal(true, house.Tenant.Dataverse.Connect(house.DoraUser).Execute(Decide(asked, approve: true))["Granted"]);
        Assert.Equal(700m, house.Pool(house.Dora));
    }

    [Fact]
    public void Where_nobody_above_may_say_yes_it_is_said_at_once_and_what_may_be_granted_too()
    {
        var refused = Refused(() => house.AsAna.Execute(Grant(house.Customer("Bea", 1), 1000.01m)));

        Assert.StartsWith("USD 1,000.01 is more than you, or anybody above you, may grant: USD 300.00 is left for this customer today.", refused, StringComparison.Ordinal);
        Assert.Empty(house.Grants());
    }

    [Fact]
    public void Who_asked_cannot_say_yes_nor_can_who_is_not_above()
    {
        var asked = Ask(house.Customer("Bea", 1), 700m);
        var peer = house.Tenant.Dataverse.AddUser("Pia Par", "Crm.Extensions Team Lead");
        house.Worker("Pia Par", house.FrontDesk, house.Dora, peer);
        house.Service.Update(new Entity("crmx_goodwillgrant", asked) { ["ownerid"] = new EntityReference("systemuser", house.AnaUser) });
        Promote("Crm.Extensions Team Lead");

        Assert.Equal("Who asked cannot also say yes. Somebody above can.", Refused(() => house.AsAna.Execute(Decide(asked, approve: true))));
        Assert.Equal("Only somebody above Ana Andrade may decide this.", Refused(() => house.Tenant.Dataverse.Connect(peer).Execute(Decide(asked, approve: true))));
        Assert.Equal(AwaitingStatus, house.StatusOf(asked));
    }

    [Fact]
    public void A_no_needs_a_reason_and_costs_nothing()
    {
        var asked = Ask(house.Customer("Bea", 1), 700m);

        Assert.StartsWith("Please say why", Refused(() => house.AsLuis.Execute(Decide(asked, approve: false, reason: ""))), StringComparison.Ordinal);
        var answer = house.AsLuis.Execute(Decide(asked, approve: false, reason: "The room was made, we saw it"));

        Assert.Equal(false, answer["Granted"]);
        Assert.Equal(RefusedStatus, house.StatusOf(asked));
        Assert.Contains("declined: The room was made, we saw it", house.Row(asked).GetAttributeValue<string>("crmx_reason"), StringComparison.Ordinal);
        Assert.Null(house.Pool(house.Luis));
    }

    [Fact]
    public void A_yes_that_came_too_late_for_the_case_is_refused_with_what_is_left()
    {
        var guest = house.Customer("Bea", 1);
        var complaint = house.Case(guest);
        var first = Ask(guest, 700m, complaint);
        var second = Ask(guest, 600m, complaint);
        house.AsLuis.Execute(Decide(first, approve: true));

        var refused = Refused(() => house.AsLuis.Execute(Decide(second, approve: true)));

        Assert.StartsWith("USD 600.00 is more than you may grant: USD 300.00 is left for this case.", refused, StringComparison.Ordinal);
        Assert.Equal(AwaitingStatus, house.StatusOf(second));
        Assert.Equal(700m, house.Pool(house.Luis));
    }

    [Fact]
    public void What_was_wrongly_taken_is_given_back_whatever_segment_and_pool_say()
    {
        var guest = house.Customer("Dan", 3);
        for (var other = 0; other < 4; other++) house.AsAna.Execute(Grant(house.Customer("Other " + other, 3), 50m));
        house.Booked(guest, "FEE-1", kind: 2, 900m);
        house.Booked(guest, "REF-1", kind: 4, 100m, reverses: "FEE-1");

        var unnamed = Refused(() => house.AsAna.Execute(Grant(guest, 1m, kind: "redress")));
        var unknown = Refused(() => house.AsAna.Execute(Grant(guest, 1m, kind: "redress", more: ("Taken", "FEE-2"))));
        var most = house.AsAna.Execute(Grant(guest, 700m, kind: "redress", more: ("Taken", "FEE-1")));
        var tooMuch = Refused(() => house.AsAna.Execute(Grant(guest, 100.01m, kind: "redress", more: ("Taken", "FEE-1"))));
        var rest = house.AsAna.Execute(Grant(guest, 100m, kind: "redress", more: ("Taken", "FEE-1")));

        Assert.StartsWith("Redress gives back what was wrongly taken. Name the entry", unnamed, StringComparison.Ordinal);
        Assert.Contains("under 'FEE-2'", unknown, StringComparison.Ordinal);
        Assert.Equal("USD 700.00 is given back to Dan. USD 100.00 is left to be given back.", most["Explanation"]);
        Assert.StartsWith("USD 100.00 is left to be given back; USD 100.01 is more.", tooMuch, StringComparison.Ordinal);
        Assert.Equal(true, rest["Granted"]);
        Assert.Equal(200m, house.Pool(house.Ana));
        Assert.Null(house.Row((Guid)rest["GrantId"]).GetAttributeValue<EntityReference>("crmx_poolid"));
    }

    [Fact]
    public void A_case_names_what_was_taken_by_its_entries_and_another_customers_entry_is_none_of_his()
    {
        var guest = house.Customer("Dan", 3);
        var complaint = house.Case(guest);
        house.Booked(guest, "FEE-1", kind: 2, 40m, complaint);
        house.Booked(guest, "PEN-1", kind: 3, 10m, complaint);
        house.Booked(house.Customer("Eve", 3), "FEE-9", kind: 2, 500m);

        var answer = house.AsAna.Execute(Grant(guest, 50m, complaint, "redress"));

        Assert.Equal(true, answer["Granted"]);
        Assert.StartsWith("USD 0.00 is left to be given back", Refused(() => house.AsAna.Execute(Grant(guest, 1m, kind: "redress", more: ("Taken", "PEN-1")))), StringComparison.Ordinal);
        Assert.Contains("under 'FEE-9'", Refused(() => house.AsAna.Execute(Grant(guest, 1m, kind: "redress", more: ("Taken", "FEE-9")))), StringComparison.Ordinal);
    }

    [Fact]
    public void Split_cases_self_dealing_and_favourites_are_found_afterwards()
    {
        var guest = house.Customer("Carl", 2);
        house.AsAna.Execute(Grant(guest, 80m, house.Case(guest)));
        house.AsAna.Execute(Grant(guest, 80m, house.Case(guest)));
        house.AsAna.Execute(Grant(guest, 10m));
        var self = house.Customer("Anita", 3);
        house.Service.Update(new Entity("crmx_customer", self) { ["crmx_email"] = "Ana@Example.com" });
        house.Service.Update(new Entity("crmx_worker", house.Ana) { ["crmx_email"] = "ana@example.com" });
        house.AsAna.Execute(Grant(self, 20m));
        var honest = house.Customer("Hana", 2);
        house.AsLuis.Execute(Grant(honest, 30m));

        var report = house.Service.Execute(new OrganizationRequest("crmx_ReportGoodwill") { ["Days"] = 30 });
        var text = (string)report["Explanation"];
        var json = (string)report["Details"];

        Assert.Contains("5 grants in the last 30 days", text, StringComparison.Ordinal);
        Assert.Contains("3 grants to one customer within a week make USD 170.00; the limit for one case is 100.00. Customer " + guest, text, StringComparison.Ordinal);
        Assert.Contains("Ana Andrade granted USD 20.00 to a customer who may be the same person or near (is the worker, same e-mail address). Customer " + self, text, StringComparison.Ordinal);
        Assert.Contains("3 of the 4 grants of Ana Andrade went to one customer: USD 170.00", text, StringComparison.Ordinal);
        Assert.Contains("{\"job\":\"Front desk\",\"segment\":\"C\",\"kind\":\"goodwill\",\"currency\":\"USD\",\"grants\":3,\"customers\":1,\"total\":170}", json, StringComparison.Ordinal);
        Assert.DoesNotContain(honest.ToString(), text, StringComparison.Ordinal);
        Assert.Contains("atenciones en los últimos 30 días", (string)house.Service.Execute(new OrganizationRequest("crmx_ReportGoodwill") { ["Days"] = 30, ["Language"] = 3082 })["Explanation"], StringComparison.Ordinal);
    }

    private Guid Ask(Guid guest, decimal amount, Guid? about = null)
    {
        var answer = house.AsAna.Execute(Grant(guest, amount, about));
        Assert.Equal(false, answer["Granted"]);
        return (Guid)answer["GrantId"];
    }

    private void Promote(string role)
    {
        var found = house.Service.RetrieveMultiple(new Microsoft.Xrm.Sdk.Query.QueryExpression("role") { ColumnSet = new Microsoft.Xrm.Sdk.Query.ColumnSet("name") }).Entities
            .First(row => row.GetAttributeValue<string>("name") == role);
        house.Service.Associate("systemuser", house.AnaUser, new Relationship("systemuserroles_association"), [found.ToEntityReference()]);
    }
}
