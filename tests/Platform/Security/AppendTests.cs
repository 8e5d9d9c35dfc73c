using System;
using System.ServiceModel;
using Crm.Extensions.Tests.Platform.Query;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Security;

/// <summary>Whoever sets a look-up needs Append on the row that has it and AppendTo on the row it points at.</summary>
public sealed class AppendTests : IDisposable
{
    private readonly Shop shop = new();

    public void Dispose() => shop.Dispose();

    [Theory]
    [InlineData(PrivilegeDepth.Global, PrivilegeDepth.Global, null)]
    [InlineData(null, PrivilegeDepth.Global, "prvAppendtest_Order")]
    [InlineData(PrivilegeDepth.Global, null, "prvAppendTotest_Customer")]
    [InlineData(PrivilegeDepth.Global, PrivilegeDepth.Basic, "AppendToAccess")]
    [InlineData(PrivilegeDepth.Basic, PrivilegeDepth.Global, "AppendAccess")]
    public void A_look_up_is_set_only_by_who_may_append_and_append_to(PrivilegeDepth? append, PrivilegeDepth? appendTo, string? missing)
    {
        var role = shop.AddRole(("prvReadtest_Order", PrivilegeDepth.Global), ("prvWritetest_Order", PrivilegeDepth.Global));
        var user = shop.AddUser();
        shop.Link("systemuserroles", ("systemuserid", user), ("roleid", role));
        if (append is { } one) shop.Link("systemuserroles", ("systemuserid", user), ("roleid", shop.AddRole(("prvAppendtest_Order", one))));
        if (appendTo is { } other) shop.Link("systemuserroles", ("systemuserid", user), ("roleid", shop.AddRole(("prvAppendTotest_Customer", other))));
        var stranger = shop.AddUser();
        var customer = shop.AddCustomer("Ana", shop.OwnedBy(stranger));
        var order = shop.AddOrder("o", null, shop.OwnedBy(stranger));
        var change = new Entity(Shop.Order, order) { ["test_customerid"] = new EntityReference(Shop.Customer, customer) };

        if (missing is null)
        {
            shop.Organization.Connect(user).Update(change);
            return;
        }

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => shop.Organization.Connect(user).Update(change));
        Assert.Contains(missing, fault.Detail.Message, StringComparison.Ordinal);
        shop.Organization.Connect(user).Update(new Entity(Shop.Order, order) { ["test_name"] = "no look-up" });
    }
}
