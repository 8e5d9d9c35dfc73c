using System;
using System.Linq;
using System.ServiceModel;
using Crm.Extensions.Embedded.Security;
using Crm.Extensions.Tests.Platform.Query;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Security;

/// <summary>A secured column through every request by which a user could read or write it, with a profile that allows it and without.</summary>
public sealed class ColumnSecurityTests : IDisposable
{
    private readonly Shop shop = new();
    private readonly Guid user;
    private readonly Guid order;

    public ColumnSecurityTests()
    {
        var everything = new[] { "Read", "Write", "Create", "Append", "AppendTo" }.Select(right => ($"prv{right}test_Order", PrivilegeDepth.Global)).ToArray();
        user = shop.AddUser(null, everything);
        order = shop.AddOrder("o", null, [.. shop.OwnedBy(user), ("test_secret", "hidden")]);
    }

    private IOrganizationService Client => shop.Organization.Connect(user);

    public void Dispose() => shop.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Retrieve_leaves_it_out_unless_it_may_be_read(bool allowed)
    {
        if (allowed) Allow(read: true);
        foreach (var columns in new[] { new ColumnSet(true), new ColumnSet("test_secret") })
            Assert.Equal(allowed ? "hidden" : null, Client.Retrieve(Shop.Order, order, columns).GetAttributeValue<string>("test_secret"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_query_leaves_it_out_unless_it_may_be_read(bool allowed)
    {
        if (allowed) Allow(read: true);
        var rows = Client.RetrieveMultiple(new QueryExpression(Shop.Order) { ColumnSet = new ColumnSet("test_secret") });
        Assert.Equal(allowed ? "hidden" : null, rows.Entities.Single().GetAttributeValue<string>("test_secret"));
    }

    [Fact]
    public void An_aggregate_over_it_is_refused_unless_it_may_be_read()
    {
        const string Fetch = """<fetch aggregate="true"><entity name="test_order"><attribute name="test_secret" aggregate="max" alias="m" /></entity></fetch>""";
        const string Count = """<fetch aggregate="true"><entity name="test_order"><attribute name="test_secret" aggregate="countcolumn" alias="n" /></entity></fetch>""";
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => shop.Fetch(Fetch, user));
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => shop.Fetch(Count, user));
        Allow(read: true);
        Assert.Equal(1, shop.Fetch(Count, user).Entities.Single().GetAttributeValue<AliasedValue>("n").Value);
    }

    [Fact]
    public void Update_is_refused_with_it_and_passes_without_it()
    {
        Assert.Equal(SecurityFaults.ColumnUpdateDenied, Code(() => Client.Update(new Entity(Shop.Order, order) { ["test_secret"] = "changed" })));
        Assert.Equal(SecurityFaults.ColumnUpdateDenied, Code(() => Client.Update(new Entity(Shop.Order, order) { ["test_secret"] = null })));
        Client.Update(new Entity(Shop.Order, order) { ["test_name"] = "renamed" });
        Allow(update: true);
        Client.Update(new Entity(Shop.Order, order) { ["test_secret"] = "changed" });
        Assert.Equal("changed", shop.Service.Retrieve(Shop.Order, order, new ColumnSet("test_secret"))["test_secret"]);
        Assert.False(Client.Retrieve(Shop.Order, order, new ColumnSet("test_secret")).Contains("test_secret"));
    }

    [Fact]
    public void Create_is_refused_with_it_and_passes_without_it()
    {
        Assert.Equal(SecurityFaults.ColumnCreateDenied, Code(() => Client.Create(new Entity(Shop.Order) { ["test_secret"] = "new" })));
        Client.Create(new Entity(Shop.Order) { ["test_name"] = "open" });
        Allow(create: true);
        Client.Create(new Entity(Shop.Order) { ["test_secret"] = "new" });
    }

    private static int Code(Action action) => Assert.Throws<FaultException<OrganizationServiceFault>>(action).Detail.ErrorCode;

    private void Allow(bool read = false, bool create = false, bool update = false)
    {
        var profile = shop.Add("fieldsecurityprofile", ("name", "Sensitive"));
        shop.Organization.Security.AddProfile(profile, "Sensitive", [new ColumnPermission(Shop.Order, "test_secret", read, create, update)]);
        shop.Link("systemuserprofiles", ("systemuserid", user), ("fieldsecurityprofileid", profile));
    }
}
