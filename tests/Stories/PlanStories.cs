using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>A team's list for a day, and a customer's hours for a week.</summary>
public sealed class PlanStories
{
    [Fact]
    public void The_list_names_each_customer_once_in_order_with_a_permitted_hour_and_the_reason()
    {
        using var tenant = new Tenant();
        var worse = tenant.AddCustomer("Bruno Díaz", owes: false);
        tenant.AddInstallment(tenant.AddObligation(worse), tenant.Dataverse.Clock.UtcNow.AddDays(-75), 90_000m);
        tenant.AddInstallment(tenant.AddObligation(worse), tenant.Dataverse.Clock.UtcNow.AddDays(-20), 900_000m);
        tenant.AddCustomer("Carla Paz", owes: false);

        var (answer, list) = Plan(tenant);

        Assert.Equal(2, answer["Count"]);
        Assert.Equal(["Bruno Díaz", "Ana Rojas"], list.GetProperty("contacts").EnumerateArray().Select(contact => contact.GetProperty("customer").GetString()));
        Assert.Equal(["2026-11-23T10:00", "2026-11-23T10:06"], list.GetProperty("contacts").EnumerateArray().Select(contact => contact.GetProperty("localAt").GetString()));
        Assert.Contains("days past due", list.GetProperty("contacts")[0].GetProperty("why").GetString(), StringComparison.Ordinal);
        Assert.Empty(tenant.Attempts());
    }

    [Theory]
    [InlineData(1033, "left in peace")]
    [InlineData(3082, "se les deja tranquilos")]
    public void Whoever_must_not_be_contacted_that_day_is_named_with_the_reason(int languageCode, string words)
    {
        using var tenant = new Tenant(languageCode: languageCode);
        tenant.Service.Create(tenant.Call(Bogota(23, 9, 30)));

        var (answer, list) = Plan(tenant);

        Assert.Equal(0, answer["Count"]);
        Assert.Contains(words, (string)answer["Explanation"], StringComparison.Ordinal);
        Assert.Contains("Ley 2300", list.GetProperty("left")[0].GetProperty("why").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_for_tomorrow_begins_when_the_law_lets_it()
    {
        using var tenant = new Tenant();

        var (_, list) = Plan(tenant, ("Date", new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc)));

        Assert.Equal("2026-11-24T07:00", list.GetProperty("contacts")[0].GetProperty("localAt").GetString());
    }

    [Fact]
    public void A_page_of_five_hundred_customers_costs_at_most_twelve_requests()
    {
        using var tenant = new Tenant();
        Owing(tenant, 500);
        tenant.Dataverse.Requests.Clear();

        var (answer, _) = Plan(tenant, ("Agents", 20));
        var cold = tenant.Dataverse.Requests.OfSteps;
        tenant.Dataverse.Requests.Clear();
        Plan(tenant, ("Agents", 20));
        var warm = tenant.Dataverse.Requests.OfSteps;

        Assert.Equal(500, answer["Count"]);
        Assert.Equal(true, answer["More"]);
        Assert.InRange(cold, 4, 12);
        Assert.InRange(warm, 4, 12);
    }

    [Fact]
    public void A_team_gets_the_obligations_that_are_its_own_and_those_of_its_members_alone()
    {
        using var tenant = new Tenant();
        var unit = (EntityReference)tenant.Read("systemuser", tenant.Dataverse.AdministratorId, "businessunitid")["businessunitid"];
        var team = tenant.Service.Create(new Entity("team") { ["name"] = "Collections North", ["businessunitid"] = unit });

        var (none, _) = Plan(tenant, ("TeamId", team));
        tenant.Service.Associate("team", team, new Relationship("teammembership_association"), [new EntityReference("systemuser", tenant.Dataverse.AdministratorId)]);
        var (some, _) = Plan(tenant, ("TeamId", team));

        Assert.Equal(0, none["Count"]);
        Assert.Equal(1, some["Count"]);
    }

    [Fact]
    public void What_makes_no_sense_is_refused_with_what_can_be_asked()
    {
        using var tenant = new Tenant();

        var minutes = Assert.ThrowsAny<Exception>(() => Plan(tenant, ("MinutesPerContact", 0)));
        var channel = Assert.ThrowsAny<Exception>(() => Plan(tenant, ("Channel", "telegram")));

        Assert.Contains("240", minutes.Message, StringComparison.Ordinal);
        Assert.Contains("whatsapp", channel.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1033, "First permitted hour")]
    [InlineData(3082, "Primera hora permitida")]
    public void A_week_of_one_customer_shows_what_is_open_and_what_closes_the_rest(int languageCode, string words)
    {
        using var tenant = new Tenant(languageCode: languageCode);
        tenant.Service.Create(tenant.Call(Bogota(24, 12, 0)));

        var answer = tenant.Service.Execute(new OrganizationRequest("crmx_GetContactWindow") { ["CustomerId"] = tenant.CustomerId }).Results;

        var days = JsonDocument.Parse((string)answer["Details"]).RootElement.GetProperty("days");
        Assert.Equal(7, days.GetArrayLength());
        Assert.Equal("10:00-19:00", days[0].GetProperty("open")[0].GetString());
        Assert.Equal(0, days[1].GetProperty("open").GetArrayLength());
        Assert.Contains(days[1].GetProperty("why").EnumerateArray(), why => why.GetProperty("rule").GetString() == "daily-cap");
        Assert.Equal("08:00-15:00", days[5].GetProperty("open")[0].GetString());
        Assert.Equal(Bogota(23, 10, 0), answer["NextAllowedAt"]);
        Assert.Contains(words, (string)answer["Explanation"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_week_of_one_customer_costs_no_more_than_a_contact()
    {
        using var tenant = new Tenant();
        var request = new OrganizationRequest("crmx_GetContactWindow") { ["CustomerId"] = tenant.CustomerId };
        tenant.Service.Execute(request);
        tenant.Dataverse.Requests.Clear();

        tenant.Service.Execute(request);

        Assert.InRange(tenant.Dataverse.Requests.OfSteps, 1, 4);
    }

    [Fact]
    public void Workflows_get_the_list_and_the_week()
    {
        using var tenant = new Tenant();

        var list = tenant.Dataverse.RunActivity("Crm.Extensions.Workflows.PlanContactsActivity", new Dictionary<string, object>());
        var week = tenant.Dataverse.RunActivity(
            "Crm.Extensions.Workflows.GetContactWindowActivity",
            new Dictionary<string, object> { ["Customer"] = new EntityReference("crmx_customer", tenant.CustomerId), ["Channel"] = "sms" });

        Assert.Equal(1, list["Count"]);
        Assert.Equal(Bogota(23, 10, 0), week["NextAllowedAt"]);
    }

    private static (ParameterCollection Answer, JsonElement List) Plan(Tenant tenant, params (string Name, object Value)[] inputs)
    {
        var request = new OrganizationRequest("crmx_PlanContacts");
        foreach (var (name, value) in inputs) request[name] = value;
        var answer = tenant.Service.Execute(request).Results;
        return (answer, JsonDocument.Parse((string)answer["Details"]).RootElement);
    }

    private static void Owing(Tenant tenant, int count)
    {
        var due = tenant.Dataverse.Clock.UtcNow.AddDays(-30).Date;
        var customers = Create(tenant, "crmx_customer", count, index => new Entity("crmx_customer") { ["crmx_name"] = "Customer " + index, ["crmx_country"] = "CO" });
        var obligations = Create(tenant, "crmx_obligation", count, index => new Entity("crmx_obligation")
        {
            ["crmx_number"] = "M-" + index,
            ["crmx_ledgerasof"] = tenant.Dataverse.Clock.UtcNow.AddDays(1),
        });
        Create(tenant, "crmx_obligationparty", count, index => new Entity("crmx_obligationparty")
        {
            ["crmx_name"] = "Party",
            ["crmx_obligationid"] = new EntityReference("crmx_obligation", obligations[index]),
            ["crmx_customerid"] = new EntityReference("crmx_customer", customers[index]),
            ["crmx_role"] = Choice(0),
            ["crmx_maybetold"] = true,
        });
        Create(tenant, "crmx_installment", count, index => new Entity("crmx_installment")
        {
            ["crmx_obligationid"] = new EntityReference("crmx_obligation", obligations[index]),
            ["crmx_number"] = 1,
            ["crmx_duedate"] = due,
            ["crmx_amount"] = new Money(100_000m),
            ["crmx_paid"] = new Money(0),
        });
    }

    private static Guid[] Create(Tenant tenant, string table, int count, Func<int, Entity> row) =>
        ((CreateMultipleResponse)tenant.Service.Execute(new CreateMultipleRequest
        {
            Targets = new EntityCollection([.. Enumerable.Range(0, count).Select(row)]) { EntityName = table },
        })).Ids;
}
