using System;
using System.Linq;
using System.ServiceModel;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>E-mails wait for their hour.</summary>
public sealed class EmailStories
{
    private const int Moved = 1;

    [Theory]
    [InlineData(1033, "kept as a draft")]
    [InlineData(3082, "quedó como borrador")]
    public void An_email_drafted_at_eleven_at_night_is_saved_and_not_sent_until_morning(int languageCode, string words)
    {
        using var tenant = new Tenant(languageCode: languageCode);
        tenant.Dataverse.Clock.UtcNow = Bogota(23, 23, 0);
        var email = Draft(tenant);

        var refused = Assert.ThrowsAny<FaultException>(
            () => tenant.Service.Execute(new SendEmailRequest { EmailId = email, IssueSend = true, TrackingToken = "" }));
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.Equal(Bogota(24, 7, 0), tenant.Read("email", email, "crmx_nextallowedat")["crmx_nextallowedat"]);

        Assert.Equal(0, RunDue(tenant));
        Assert.Equal(0, State(tenant, email));

        tenant.Dataverse.Clock.UtcNow = Bogota(24, 7, 5);
        Assert.Equal(1, RunDue(tenant));
        Assert.Equal(1, State(tenant, email));
        Assert.Single(tenant.Attempts());
        Assert.Equal(true, tenant.Attempts()[0]["crmx_attempted"]);

        // it went out later, and says so
        var sent = tenant.Read("email", email, "crmx_courtesydecision", "crmx_nextallowedat");
        Assert.Equal(Moved, Word(sent, "crmx_courtesydecision"));
        Assert.Equal(Bogota(24, 7, 0), sent["crmx_nextallowedat"]);
        Assert.Equal(Moved, Word(tenant.Attempts()[0], "crmx_decision"));
        Assert.Equal(Bogota(24, 7, 0), tenant.Attempts()[0]["crmx_nextallowedat"]);

        Assert.Equal(0, RunDue(tenant));
    }

    [Fact]
    public void A_draft_that_nobody_asked_to_send_is_never_sent()
    {
        using var tenant = new Tenant();
        tenant.Dataverse.Clock.UtcNow = Bogota(23, 23, 0);
        var email = Draft(tenant);
        tenant.Dataverse.Clock.UtcNow = Bogota(24, 8, 0);

        Assert.Equal(0, RunDue(tenant));
        Assert.Equal(0, State(tenant, email));
    }

    [Fact]
    public void An_email_to_two_customers_waits_for_the_later_of_their_mornings_and_is_recorded_for_each()
    {
        using var tenant = new Tenant();
        tenant.Dataverse.Clock.UtcNow = Bogota(24, 8, 0);
        var tijuana = tenant.AddCustomer("Luz Marín", "MX", 5);
        var email = tenant.Service.Create(new Entity("email")
        {
            ["subject"] = "Your installment",
            ["directioncode"] = true,
            ["crmx_purpose"] = Choice(2),
            ["to"] = Parties(tenant.AddContact("Rojas", tenant.CustomerId)),
            ["cc"] = Parties(tenant.AddContact("Marin", tijuana)),
        });

        Assert.ThrowsAny<FaultException>(() => tenant.Service.Execute(new SendEmailRequest { EmailId = email, IssueSend = true, TrackingToken = "" }));

        // 07:00 in Tijuana is 10:00 in Bogotá
        Assert.Equal(Bogota(24, 10, 0), tenant.Read("email", email, "crmx_nextallowedat")["crmx_nextallowedat"]);
        Assert.Equal(Moved, Word(Assert.Single(tenant.Attempts()), "crmx_decision"));
        Assert.Equal(Moved, Word(Assert.Single(tenant.Attempts(tijuana)), "crmx_decision"));
    }

    [Fact]
    public void Sending_costs_at_most_five_requests_warm_and_ten_cold()
    {
        using var tenant = new Tenant();
        tenant.Dataverse.Clock.UtcNow = Bogota(23, 23, 0);
        var email = Draft(tenant);
        tenant.Dataverse.Clock.Advance(TimeSpan.FromMinutes(2));

        foreach (var most in new[] { 10, 5 })
        {
            tenant.Dataverse.Requests.Clear();
            Assert.ThrowsAny<FaultException>(() => tenant.Service.Execute(new SendEmailRequest { EmailId = email, IssueSend = true, TrackingToken = "" }));
            Assert.InRange(tenant.Dataverse.Requests.OfSteps, 1, most);
        }
    }

    private static Guid Draft(Tenant tenant)
    {
        var contact = tenant.Service.Create(new Entity("contact")
        {
            ["lastname"] = "Rojas",
            ["emailaddress1"] = "ana@example.com",
            ["crmx_customerid"] = new EntityReference("crmx_customer", tenant.CustomerId),
        });
        return tenant.Service.Create(new Entity("email")
        {
            ["subject"] = "Your installment",
            ["directioncode"] = true,
            ["crmx_purpose"] = new OptionSetValue(574840002),
            ["from"] = Party(new EntityReference("systemuser", tenant.Dataverse.AdministratorId)),
            ["to"] = Party(new EntityReference("contact", contact)),
        });
    }

    private static EntityCollection Party(EntityReference who) =>
        new([new Entity("activityparty") { ["partyid"] = who }]) { EntityName = "activityparty" };

    private static int RunDue(Tenant tenant)
    {
        var answer = tenant.Service.Execute(new OrganizationRequest("crmx_RunDue"));
        var jobs = tenant.Dataverse.Jobs.RunAll();
        Assert.DoesNotContain(jobs, job => job.Fault is not null);
        return (int)answer.Results["Done"];
    }

    private static int State(Tenant tenant, Guid email) =>
        tenant.Read("email", email, "statecode").GetAttributeValue<OptionSetValue>("statecode").Value;
}
