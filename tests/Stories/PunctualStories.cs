using System;
using System.Linq;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>The car loan that was drawn on the 17th of every month, thirty-one times without fail. 17 October 2026 is a Saturday.</summary>
public sealed class PunctualStories
{
    private static readonly DateTime Due = new(2026, 10, 17, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Monday = new(2026, 10, 19, 0, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(1033, "October")]
    [InlineData(3082, "octubre")]
    public void The_debit_is_drawn_on_Monday_announced_once_and_demanded_by_nobody(int languageCode, string word)
    {
        using var tenant = new Tenant(languageCode: languageCode, start: Noon(12));
        var customer = tenant.AddCustomer("Jorge Vera", "MX", 30, owes: false);
        tenant.Service.Update(new Entity("crmx_customer", customer) { ["crmx_language"] = languageCode });
        tenant.AddContact("Vera", customer);
        var loan = tenant.AddObligation(customer, 0, ("crmx_country", "MX"), ("crmx_directdebitmandate", "SDD-4471"));
        for (var month = 31; month > 0; month--) Paid(tenant, loan, Due.AddMonths(-month));
        var installment = tenant.AddInstallment(loan, Due, 4_200m);

        var dates = tenant.Read("crmx_installment", installment, "crmx_effectiveduedate", "crmx_debitdate");
        Assert.Equal(Monday, dates["crmx_effectiveduedate"]);
        Assert.Equal(Monday, dates["crmx_debitdate"]);

        RunDue(tenant);
        var told = Assert.Single(Announcements(tenant));
        Assert.Contains("19", (string)told["description"], StringComparison.Ordinal);
        Assert.Contains(word, (string)told["description"], StringComparison.Ordinal);
        Assert.True(tenant.Read("crmx_installment", installment, "crmx_announcedon").Contains("crmx_announcedon"));
        RunDue(tenant);
        Assert.Single(Announcements(tenant));

        foreach (var day in new[] { 16, 19, 20 })
        {
            tenant.Dataverse.Clock.UtcNow = Noon(day);
            Demand(tenant, customer, loan, Noon(day).AddHours(1));
        }

        var fee = Assert.ThrowsAny<FaultException>(() => tenant.AddInstallment(loan, Noon(20), 350m, ("crmx_kind", Choice(1))));
        Assert.Contains("L-", fee.Message, StringComparison.Ordinal);

        // paid on Monday: a word of thanks is in order, once
        tenant.Service.Update(new Entity("crmx_installment", installment)
        {
            ["crmx_paid"] = new Money(4_200m),
            ["crmx_paidon"] = Monday,
            ["statecode"] = new OptionSetValue(1),
            ["statuscode"] = new OptionSetValue(2),
        });
        tenant.Dataverse.Clock.UtcNow = Noon(27);
        tenant.Service.Create(Contact(customer, loan, 0, Noon(27).AddHours(1)));
        tenant.Dataverse.Clock.UtcNow = Noon(27).AddDays(30);
        Assert.ThrowsAny<FaultException>(() => tenant.Service.Create(Contact(customer, loan, 0, Noon(27).AddDays(30).AddHours(1))));
    }

    private static DateTime Noon(int day) => new(2026, 10, day, 18, 0, 0, DateTimeKind.Utc);

    // whatever becomes of it, it is no demand
    private static void Demand(Tenant tenant, Guid customer, Guid loan, DateTime at)
    {
        try
        {
            var call = tenant.Service.Create(Contact(customer, loan, 2, at));
            Assert.NotEqual(2, Word(tenant.Read("phonecall", call, "crmx_purpose"), "crmx_purpose"));
            tenant.Service.Delete("phonecall", call);
        }
        catch (FaultException refused)
        {
            Assert.NotEmpty(refused.Message);
            Assert.DoesNotContain(tenant.Attempts(customer), attempt => Word(attempt, "crmx_purpose") == 2 && Word(attempt, "crmx_decision") != 3);
        }
    }

    private static Entity Contact(Guid customer, Guid loan, int purpose, DateTime at) => new("phonecall")
    {
        ["subject"] = "Car loan",
        ["directioncode"] = true,
        ["crmx_customerid"] = new EntityReference("crmx_customer", customer),
        ["crmx_obligationid"] = new EntityReference("crmx_obligation", loan),
        ["crmx_purpose"] = Choice(purpose),
        ["scheduledend"] = at,
    };

    private static void Paid(Tenant tenant, Guid loan, DateTime due)
    {
        var installment = tenant.AddInstallment(loan, due, 4_200m);
        var effective = (DateTime)tenant.Read("crmx_installment", installment, "crmx_effectiveduedate")["crmx_effectiveduedate"];
        tenant.Service.Update(new Entity("crmx_installment", installment)
        {
            ["crmx_paid"] = new Money(4_200m),
            ["crmx_paidon"] = effective,
            ["statecode"] = new OptionSetValue(1),
            ["statuscode"] = new OptionSetValue(2),
        });
    }

    private static void RunDue(Tenant tenant)
    {
        tenant.Service.Execute(new OrganizationRequest("crmx_RunDue"));
        Assert.DoesNotContain(tenant.Dataverse.Jobs.RunAll(), job => job.Fault is not null);
    }

    private static Entity[] Announcements(Tenant tenant)
    {
        var query = new QueryExpression("email") { ColumnSet = new ColumnSet("description") };
        return [.. tenant.Service.RetrieveMultiple(query).Entities];
    }
}
