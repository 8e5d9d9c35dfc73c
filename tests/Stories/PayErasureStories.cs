using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.Tests.Stories;

/// <summary>Pay outlives a customer's name: law keeps the amounts, and nobody needs to know any more whose they were.</summary>
public sealed class PayErasureStories
{
    [Fact]
    public void A_statement_adds_up_as_before_when_its_customer_was_forgotten_and_nothing_of_pay_says_the_name()
    {
        using var house = new PayHouse();
        var plan = house.AddPlan("KEEP");
        house.AddComponent(plan, 0, 100);
        house.Join(house.Worker, plan);
        var customer = house.AddCustomer("Zacarías Zubizarreta", house.Worker, 1000m, 1000m, attainable: 1500m);
        house.Service.Update(new Entity("crmx_customer", customer) { ["crmx_valuesegment"] = Tenant.Choice(0) });
        house.Open();
        var statement = house.Calculate(house.Worker);
        house.Approve(statement, house.HrUser);
        house.Service.Execute(new OrganizationRequest("crmx_RefreshValue") { ["CustomerId"] = customer, ["PeriodId"] = house.January });
        var before = house.Statement(statement);

        house.Service.Execute(ErasureStories.Forget(customer));
        Assert.Empty(house.Tenant.RunOperations());

        var after = house.Statement(statement);
        Assert.Empty(ErasureStories.Mentions(house.Tenant, "Zubizarreta"));
        Assert.Equal((before["crmx_content"], before["crmx_digest"]), (after["crmx_content"], after["crmx_digest"]));
        Assert.Equal(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes((string)after["crmx_content"]))), (string)after["crmx_digest"], ignoreCase: true);
        Assert.Equal(1000m, house.Lines(statement).Sum(line => line.GetAttributeValue<Money>("crmx_amount").Value));
        var seen = house.Seen(statement, house.WorkerUser);
        Assert.Equal("1000.00", seen.GetProperty("payable").GetString());
        Assert.DoesNotContain("Zubizarreta", seen.GetRawText(), StringComparison.Ordinal);
    }
}
