using System;
using System.Linq;
using System.ServiceModel;
using Crm.Extensions.Embedded;
using Crm.Extensions.Tests.Platform.Query;
using Crm.Extensions.Tests.Stories;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Import;

/// <summary>A copied organization goes its own way.</summary>
public sealed class CopyTests
{
    [Fact]
    public void What_is_written_in_a_copy_or_its_source_stays_there()
    {
        using var shop = new Shop();
        var order = shop.Service.Create(new Entity(Shop.Order) { ["test_name"] = "First", ["test_receipt"] = "R-1", ["test_number"] = 1 });
        using var copy = shop.Organization.Copy();
        var there = copy.Connect();

        there.Update(new Entity(Shop.Order, order) { ["test_name"] = "Changed there" });
        var added = there.Create(new Entity(Shop.Order) { ["test_name"] = "New there", ["test_receipt"] = "R-2", ["test_number"] = 2 });
        shop.Service.Create(new Entity(Shop.Order) { ["test_name"] = "New here", ["test_receipt"] = "R-2", ["test_number"] = 2 });

        Assert.Equal("First", shop.Service.Retrieve(Shop.Order, order, new ColumnSet("test_name"))["test_name"]);
        Assert.Equal("Changed there", there.Retrieve(Shop.Order, order, new ColumnSet("test_name"))["test_name"]);
        Assert.Equal(["First", "New here"], Names(shop.Service));
        Assert.Equal(["Changed there", "New there"], Names(there));
        Assert.Equal("New there", there.Retrieve(Shop.Order, added, new ColumnSet("test_name"))["test_name"]);
    }

    [Fact]
    public void Keys_hold_in_a_copy_from_the_first_moment()
    {
        using var shop = new Shop();
        shop.Service.Create(new Entity(Shop.Order) { ["test_name"] = "First", ["test_receipt"] = "R-1", ["test_number"] = 1 });
        using var copy = shop.Organization.Copy();

        Assert.ThrowsAny<FaultException>(() => copy.Connect().Create(new Entity(Shop.Order) { ["test_name"] = "Again", ["test_receipt"] = "R-1", ["test_number"] = 1 }));
    }

    [Fact]
    public void A_copy_is_another_organization_with_a_clock_of_its_own()
    {
        using var shop = new Shop();
        using var copy = shop.Organization.Copy(new DateTime(2027, 1, 1, 12, 0, 0, DateTimeKind.Utc));
        copy.Clock.UtcNow = copy.Clock.UtcNow.AddDays(1);

        var here = (WhoAmIResponse)shop.Service.Execute(new WhoAmIRequest());
        var there = (WhoAmIResponse)copy.Connect().Execute(new WhoAmIRequest());

        Assert.Equal(here.UserId, there.UserId);
        Assert.NotEqual(here.OrganizationId, there.OrganizationId);
        Assert.Equal(there.OrganizationId, Assert.Single(copy.Connect().RetrieveMultiple(new QueryExpression("organization")).Entities).Id);
        Assert.Equal(new DateTime(2026, 11, 18, 15, 0, 0, DateTimeKind.Utc), shop.Organization.Clock.UtcNow);
    }

    [Fact]
    public void Solutions_are_there_with_their_steps_and_can_be_removed_from_one_alone()
    {
        using var tenant = new Tenant();
        tenant.Dataverse.Jobs.Drop(_ => true);
        using var copy = tenant.Dataverse.Copy();

        copy.Uninstall("CrmExtensions");

        Assert.Empty(copy.Solutions);
        Assert.Single(tenant.Dataverse.Solutions);
        Assert.Null(copy.Catalog.Find("crmx_customer"));
        tenant.Service.Create(tenant.Call(Tenant.Bogota(23, 11, 0)));
        Assert.Single(tenant.Attempts());
    }

    [Fact]
    public void Jobs_that_wait_are_not_left_behind_unsaid()
    {
        using var tenant = new Tenant();
        tenant.Service.Create(new Entity("contact") { ["lastname"] = "Rojas", ["firstname"] = "Ana" });

        var refusal = Assert.Throws<InvalidOperationException>(() => tenant.Dataverse.Copy());

        Assert.Contains("jobs are waiting", refusal.Message, StringComparison.Ordinal);
    }

    private static string[] Names(IOrganizationService service) =>
        [.. service.RetrieveMultiple(new QueryExpression(Shop.Order) { ColumnSet = new ColumnSet("test_name") }).Entities.Select(row => row.GetAttributeValue<string>("test_name")).Order(StringComparer.Ordinal)];
}
