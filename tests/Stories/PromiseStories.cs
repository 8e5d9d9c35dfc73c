using System;
using Microsoft.Xrm.Sdk;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>What was promised, and what came back too early.</summary>
public sealed class PromiseStories
{
    private const int Kept = 2;
    private const int Broken = 574840000;

    [Theory]
    [InlineData(true, Kept)]
    [InlineData(false, Broken)]
    public void A_promise_ends_by_what_was_paid_and_not_on_its_own_day(bool paid, int state)
    {
        using var tenant = new Tenant();
        var loan = tenant.AddObligation(tenant.CustomerId);
        var promise = tenant.Service.Create(new Entity("crmx_promisetopay")
        {
            ["crmx_name"] = "Promise",
            ["crmx_obligationid"] = new EntityReference("crmx_obligation", loan),
            ["crmx_customerid"] = new EntityReference("crmx_customer", tenant.CustomerId),
            ["crmx_amount"] = new Money(250_000m),
            ["crmx_on"] = Bogota(25, 0, 0).Date,
        });
        if (paid) Pay(tenant, loan, Bogota(24, 10, 0), 574840000);

        tenant.Dataverse.Clock.UtcNow = Bogota(25, 12, 0);
        RunDue(tenant);
        Assert.Equal(1, Status(tenant, promise));

        tenant.Dataverse.Clock.UtcNow = Bogota(30, 23, 0).AddDays(2);
        RunDue(tenant);
        Assert.Equal(state, Status(tenant, promise));
    }

    [Fact]
    public void A_debit_drawn_early_that_came_back_is_drawn_again_on_the_effective_due_date()
    {
        using var tenant = new Tenant();
        var loan = tenant.AddObligation(tenant.CustomerId, 0, ("crmx_country", "CO"), ("crmx_directdebitmandate", "SDD-1"), ("crmx_debitearlydays", 2));
        var installment = tenant.AddInstallment(loan, Bogota(27, 12, 0));
        var friday = new DateTime(2026, 11, 27, 0, 0, 0, DateTimeKind.Utc);
        Assert.Equal(friday.AddDays(-2), tenant.Read("crmx_installment", installment, "crmx_debitdate")["crmx_debitdate"]);

        Pay(tenant, loan, Bogota(25, 8, 0), 574840001, ("crmx_method", Choice(0)), ("crmx_installmentid", new EntityReference("crmx_installment", installment)));

        Assert.Equal(friday, tenant.Read("crmx_installment", installment, "crmx_debitdate")["crmx_debitdate"]);
    }

    private static void Pay(Tenant tenant, Guid loan, DateTime at, int status, params (string Column, object Value)[] columns)
    {
        var payment = new Entity("crmx_payment")
        {
            ["crmx_reference"] = "P-" + Guid.NewGuid().ToString("N")[..8],
            ["crmx_obligationid"] = new EntityReference("crmx_obligation", loan),
            ["crmx_amount"] = new Money(250_000m),
            ["crmx_method"] = Choice(1),
            ["crmx_initiatedon"] = at,
            ["statecode"] = new OptionSetValue(status == 574840000 ? 0 : 1),
            ["statuscode"] = new OptionSetValue(status),
        };
        foreach (var (column, value) in columns) payment[column] = value;
        tenant.Service.Create(payment);
    }

    private static void RunDue(Tenant tenant) => tenant.Service.Execute(new OrganizationRequest("crmx_RunDue"));

    private static int Status(Tenant tenant, Guid promise) =>
        tenant.Read("crmx_promisetopay", promise, "statuscode").GetAttributeValue<OptionSetValue>("statuscode").Value;
}
