using System;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Xunit;
using static Crm.Extensions.Tests.Stories.GoodwillHouse;

namespace Crm.Extensions.Tests.Stories;

/// <summary>The person at the point of contact puts things right, without asking.</summary>
public sealed class GoodwillStories : IDisposable
{
    private readonly GoodwillHouse house = new();

    public void Dispose() => house.Dispose();

    [Fact]
    public void The_two_thousand_dollar_apology_is_granted_at_once_and_a_dollar_more_goes_to_the_lead()
    {
        var guest = house.Customer("Grace Guest", 0);
        var complaint = house.Case(guest);

        var answer = house.AsAna.Execute(Grant(guest, 2000m, complaint));
        var more = house.AsAna.Execute(Grant(guest, 1m, complaint));

        Assert.Equal(true, answer["Granted"]);
        Assert.Equal("USD 2,000.00 granted to Grace Guest. USD 0.00 is left for this case. USD 8,000.00 is left of the month.", answer["Explanation"]);
        var row = house.Row((Guid)answer["GrantId"]);
        Assert.Equal(2000m, row.GetAttributeValue<Money>("crmx_amount").Value);
        Assert.Equal(house.AnaUser, row.GetAttributeValue<EntityReference>("crmx_grantedbyid").Id);
        Assert.Equal(house.AnaUser, row.GetAttributeValue<EntityReference>("ownerid").Id);
        Assert.Equal(complaint, row.GetAttributeValue<EntityReference>("crmx_caseid").Id);
        Assert.Equal(GrantedStatus, house.StatusOf(row.Id));
        Assert.Equal(2000m, house.Pool(house.Ana));
        Assert.Equal(false, more["Granted"]);
        Assert.Equal("USD 1.00 is more than you may grant without asking: USD 0.00 is left for this case. Luis Líder can say yes and has been asked. Please promise nothing until then.", more["Explanation"]);
        Assert.Equal(AwaitingStatus, house.StatusOf((Guid)more["GrantId"]));
        Assert.Equal(house.LuisUser, house.Row((Guid)more["GrantId"]).GetAttributeValue<EntityReference>("ownerid").Id);
        Assert.Contains("Ana Andrade asks for", Assert.Single(house.Tasks(house.LuisUser)).GetAttributeValue<string>("subject"), StringComparison.Ordinal);
        Assert.Equal(2000m, house.Pool(house.Ana));
    }

    [Fact]
    public void The_month_stops_for_others_and_warns_for_the_best()
    {
        for (var guest = 0; guest < 5; guest++) Assert.Equal(true, house.AsAna.Execute(Grant(house.Customer("Guest " + guest, 2), 100m))["Granted"]);
        var sixth = house.AsAna.Execute(Grant(house.Customer("Sixth", 2), 0.01m));
        for (var guest = 0; guest < 4; guest++) Assert.Equal(true, house.AsAna.Execute(Grant(house.Customer("Best " + guest, 0), 2000m))["Granted"]);
        Assert.DoesNotContain(house.Tasks(house.LuisUser), task => task.GetAttributeValue<string>("subject").Contains("passed", StringComparison.Ordinal));
        var best = house.AsAna.Execute(Grant(house.Customer("Best of all", 0), 2000m));

        Assert.Equal(false, sixth["Granted"]);
        Assert.Contains("USD 0.00 is left of the month", (string)sixth["Explanation"], StringComparison.Ordinal);
        Assert.Equal(true, best["Granted"]);
        Assert.Contains("Luis Líder is told", (string)best["Explanation"], StringComparison.Ordinal);
        Assert.Equal(10_500m, house.Pool(house.Ana));
        var alert = Assert.Single(house.Tasks(house.LuisUser), task => task.GetAttributeValue<string>("subject").Contains("passed", StringComparison.Ordinal));
        Assert.Contains("USD 10,500.00", alert.GetAttributeValue<string>("description"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_month_begins_with_a_new_pool()
    {
        var guest = house.Customer("Carl", 3);
        for (var day = 0; day < 4; day++)
        {
            Assert.Equal(true, house.AsAna.Execute(Grant(guest, 50m))["Granted"]);
            house.Tenant.Dataverse.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(false, house.AsAna.Execute(Grant(guest, 50m))["Granted"]);
        house.Tenant.Dataverse.Clock.UtcNow = new DateTime(2026, 12, 1, 0, 0, 1, DateTimeKind.Utc);
        Assert.Equal(true, house.AsAna.Execute(Grant(guest, 50m))["Granted"]);
        Assert.Equal(200m, house.Pool(house.Ana));
    }

    [Fact]
    public void What_colleagues_granted_on_a_case_counts_too()
    {
        var guest = house.Customer("Bea", 1);
        var complaint = house.Case(guest);
        house.AsAna.Execute(Grant(guest, 200m, complaint));

        var behalf = house.AsLuis.Execute(Grant(guest, 101m, complaint, more: ("WorkerId", house.Beto)));
        var fits = house.AsLuis.Execute(Grant(guest, 100m, complaint, more: ("WorkerId", house.Beto)));

        Assert.Equal(false, behalf["Granted"]);
        Assert.Contains("USD 100.00 is left for this case", (string)behalf["Explanation"], StringComparison.Ordinal);
        Assert.Equal(true, fits["Granted"]);
        Assert.Equal(100m, house.Pool(house.Beto));
    }

    [Fact]
    public void A_lead_grants_on_behalf_of_the_bellboy_and_of_nobody_else()
    {
        var guest = house.Customer("Grace Guest", 0);

        var answer = house.AsLuis.Execute(Grant(guest, 150m, more: ("WorkerId", house.Beto)));
        var forAna = Refused(() => house.AsLuis.Execute(Grant(guest, 1m, more: ("WorkerId", house.Ana))));
        var byAna = Refused(() => house.AsAna.Execute(Grant(guest, 1m, more: ("WorkerId", house.Beto))));

        var row = house.Row((Guid)answer["GrantId"]);
        Assert.Equal(house.Beto, row.GetAttributeValue<EntityReference>("crmx_workerid").Id);
        Assert.Equal(house.LuisUser, row.GetAttributeValue<EntityReference>("crmx_grantedbyid").Id);
        Assert.StartsWith("Ana Andrade has a user", forAna, StringComparison.Ordinal);
        Assert.StartsWith("You may grant on behalf of those who report to you; Beto Botones", byAna, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_currency_is_converted_at_a_rate_that_is_kept()
    {
        house.Currency("COP", 4100m);
        var guest = house.Customer("Bea", 1);
        house.Service.Create(new Entity("crmx_exchangerate")
        {
            ["crmx_name"] = "USD COP", ["crmx_fromcurrency"] = "USD", ["crmx_tocurrency"] = "COP", ["crmx_on"] = new DateTime(2026, 11, 20), ["crmx_rate"] = 4000m,
        });

        var recorded = house.AsAna.Execute(Grant(guest, 1_000_000m, more: ("Currency", "cop")));
        var row = house.Row((Guid)recorded["GrantId"]);

        Assert.Equal(true, recorded["Granted"]);
        Assert.Equal(250m, row.GetAttributeValue<decimal>("crmx_limitamount"));
        Assert.Equal("USD", row.GetAttributeValue<string>("crmx_limitcurrency"));
        Assert.Equal(0.00025m, row.GetAttributeValue<decimal>("crmx_rate"));
        Assert.Equal(new DateTime(2026, 11, 20), row.GetAttributeValue<DateTime>("crmx_ratedon"));
        Assert.Equal(250m, house.Pool(house.Ana));
        Assert.Contains("USD 50.00 is left for this customer today", (string)recorded["Explanation"], StringComparison.Ordinal);
        Assert.Equal(false, house.AsAna.Execute(Grant(guest, 200_004m, more: ("Currency", "COP")))["Granted"]);
    }

    [Fact]
    public void Without_a_recorded_rate_the_tenants_own_is_taken_and_without_any_nothing_is_granted()
    {
        var before = Refused(() => house.AsAna.Execute(Grant(house.Customer("Bea", 1), 100m, more: ("Currency", "EUR"))));
        house.Currency("EUR", 0.8m);
        house.Currency("CHF", 0.9m);
        house.Tenant.Dataverse.Clock.Advance(TimeSpan.FromMinutes(2));

        var answer = house.AsAna.Execute(Grant(house.Customer("Ben", 1), 100m, more: ("Currency", "EUR")));

        Assert.Equal("This organization has no currency EUR. An administrator can add it under Currencies.", before);
        Assert.Equal(125m, house.Row((Guid)answer["GrantId"]).GetAttributeValue<decimal>("crmx_limitamount"));
    }

    [Fact]
    public void The_same_request_once_more_grants_nothing_more()
    {
        var guest = house.Customer("Bea", 1);

        var first = house.AsAna.Execute(Grant(guest, 100m, more: ("Request", "pos-17/4")));
        var again = house.AsAna.Execute(Grant(guest, 100m, more: ("Request", "pos-17/4")));
        var other = Refused(() => house.AsAna.Execute(Grant(guest, 101m, more: ("Request", "pos-17/4"))));

        Assert.Equal(first["GrantId"], again["GrantId"]);
        Assert.Equal(true, again["Granted"]);
        Assert.Contains("nothing more is granted", (string)again["Explanation"], StringComparison.Ordinal);
        Assert.Contains("for something else", other, StringComparison.Ordinal);
        Assert.Equal(100m, house.Pool(house.Ana));
        Assert.Single(house.Grants());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1.001)]
    [InlineData(2e12)]
    public void No_amount_is_granted_that_is_none(double amount) =>
        Assert.StartsWith("The amount must be more than 0", Refused(() => house.AsAna.Execute(Grant(house.Customer("Bea", 1), (decimal)amount))), StringComparison.Ordinal);

    [Fact]
    public void Who_is_in_no_segment_counts_as_the_lowest_and_a_job_without_limit_grants_nothing()
    {
        var guest = house.Customer("Nobody yet", null);
        house.Service.Update(new Entity("crmx_worker", house.Beto) { ["crmx_jobid"] = new EntityReference("crmx_job", house.Job("COOK", "Cook", [])) });

        Assert.Equal(true, house.AsAna.Execute(Grant(guest, 50m))["Granted"]);
        Assert.Equal(false, house.AsAna.Execute(Grant(guest, 0.01m))["Granted"]);
        Assert.StartsWith("For Cook and customers like this no limit has been set", Refused(() => house.AsLuis.Execute(Grant(guest, 1m, more: ("WorkerId", house.Beto)))), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_left_grants_nothing_and_who_is_unknown_is_told_the_remedy()
    {
        var guest = house.Customer("Bea", 1);
        house.Service.Update(new Entity("crmx_worker", house.Ana) { ["crmx_until"] = new DateTime(2026, 11, 22) });
        var stranger = house.Tenant.Dataverse.Connect(house.Tenant.Dataverse.AddUser("Nuria Nueva", "Crm.Extensions Customer Manager"));

        Assert.StartsWith("Ana Andrade does not work with us today", Refused(() => house.AsAna.Execute(Grant(guest, 1m))), StringComparison.Ordinal);
        Assert.StartsWith("No worker has your user. HR links it", Refused(() => stranger.Execute(Grant(guest, 1m))), StringComparison.Ordinal);
        house.Service.Update(new Entity("crmx_worker", house.Ana) { ["crmx_until"] = new DateTime(2026, 11, 23) });
        Assert.Equal(true, house.AsAna.Execute(Grant(guest, 1m))["Granted"]);
    }

    [Fact]
    public void Nobody_writes_a_grant_by_hand_but_finance_marks_it_as_paid()
    {
        var grant = (Guid)house.AsAna.Execute(Grant(house.Customer("Bea", 1), 100m))["GrantId"];

        Refused(() => house.Service.Create(new Entity("crmx_goodwillgrant") { ["crmx_name"] = "Mine", ["crmx_amount"] = new Money(9999m) }));
        Refused(() => house.Service.Update(new Entity("crmx_goodwillgrant", grant) { ["crmx_amount"] = new Money(200m) }));
        Refused(() => house.Service.Update(new Entity("crmx_goodwillgrant", grant) { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(RefusedStatus) }));
        Refused(() => house.Service.Update(new Entity("crmx_goodwillgrant", grant)
        {
            ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(PaidStatus), ["crmx_amount"] = new Money(200m),
        }));
        house.Service.Update(new Entity("crmx_goodwillgrant", grant) { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(PaidStatus) });

        Assert.Equal(PaidStatus, house.StatusOf(grant));
    }

    [Fact]
    public void Somebody_elses_case_is_none_of_this_customers()
    {
        var other = house.Case(house.Customer("Other", 0));

        Assert.Equal("That case belongs to another customer.", Refused(() => house.AsAna.Execute(Grant(house.Customer("Bea", 1), 1m, other))));
    }

    [Fact]
    public void In_Spanish_it_says_the_same()
    {
        var guest = house.Customer("Bea", 1);

        var granted = house.AsAna.Execute(Grant(guest, 300m, more: ("Language", 3082)));
        var waits = house.AsAna.Execute(Grant(guest, 1m, more: ("Language", 3082)));

        Assert.StartsWith("Se concedieron USD 300.00 a Bea.", (string)granted["Explanation"], StringComparison.Ordinal);
        Assert.Contains("Luis Líder puede decir que sí", (string)waits["Explanation"], StringComparison.Ordinal);
        Assert.Contains("no tiene la moneda CHF", Refused(() => house.AsAna.Execute(Grant(guest, 1m, more: [("Language", 3082), ("Currency", "CHF")]))), StringComparison.Ordinal);
    }

    internal static string Refused(Action act) => Assert.ThrowsAny<FaultException<OrganizationServiceFault>>(act).Detail.Message;
}
