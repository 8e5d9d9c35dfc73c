using System;
using Microsoft.Xrm.Sdk;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>Rows that nobody named have a name that people can read.</summary>
public sealed class NameStories
{
    [Theory]
    [InlineData(1033, "Death · Ana Rojas")]
    [InlineData(3082, "Fallecimiento · Ana Rojas")]
    public void A_hold_is_named_by_its_kind_and_the_customer(int languageCode, string name)
    {
        using var tenant = new Tenant(languageCode: languageCode);

        Assert.Equal(name, NameOf(tenant, new Entity("crmx_contacthold")
        {
            ["crmx_customerid"] = new EntityReference("crmx_customer", tenant.CustomerId) { Name = "Ana Rojas" },
            ["crmx_kind"] = Choice(0),
            ["crmx_from"] = new DateTime(2026, 11, 23),
        }));
    }

    [Fact]
    public void Others_are_named_by_what_tells_them_apart()
    {
        using var tenant = new Tenant();
        var customer = new EntityReference("crmx_customer", tenant.CustomerId);
        var loan = new EntityReference("crmx_obligation", tenant.AddObligation(tenant.CustomerId));

        Assert.Equal("100.00 · 2026-11-30", NameOf(tenant, new Entity("crmx_promisetopay")
        {
            ["crmx_obligationid"] = loan, ["crmx_customerid"] = customer, ["crmx_amount"] = new Money(100m), ["crmx_on"] = new DateTime(2026, 11, 30),
        }));
        Assert.Equal("JP,KR · 2026-12-01 – 2026-12-09", NameOf(tenant, new Entity("crmx_travelnotice")
        {
            ["crmx_customerid"] = customer, ["crmx_countries"] = "JP,KR", ["crmx_from"] = new DateTime(2026, 12, 1), ["crmx_until"] = new DateTime(2026, 12, 9),
        }));
        Assert.Equal("2026-10-25", NameOf(tenant, new Entity("crmx_statement") { ["crmx_obligationid"] = loan, ["crmx_closedon"] = new DateTime(2026, 10, 25) }));
        Assert.Equal("Lost card · 2026-11-23", NameOf(tenant, new Entity("crmx_cardblock")
        {
            ["crmx_obligationid"] = loan, ["crmx_reason"] = Choice(1), ["crmx_from"] = Bogota(23, 10, 0),
        }));
    }

    [Fact]
    public void A_name_that_was_given_stays()
    {
        using var tenant = new Tenant();

        Assert.Equal("Ours", NameOf(tenant, new Entity("crmx_contacthold")
        {
            ["crmx_name"] = "Ours", ["crmx_customerid"] = new EntityReference("crmx_customer", tenant.CustomerId), ["crmx_kind"] = Choice(3),
        }));
    }

    private static string NameOf(Tenant tenant, Entity row) => (string)tenant.Read(row.LogicalName, tenant.Service.Create(row), "crmx_name")["crmx_name"];
}
