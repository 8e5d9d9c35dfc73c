using System;
using System.Linq;
using System.ServiceModel;
using Crm.Extensions.Tests.Platform.Query;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Security;

public sealed class SharingTests : IDisposable
{
    private readonly Shop shop = new();
    private readonly Guid reader;
    private readonly Guid customer;

    public SharingTests()
    {
        reader = shop.AddUser(null, ("prvReadtest_Order", PrivilegeDepth.Basic), ("prvReadtest_Customer", PrivilegeDepth.Basic));
        var owner = shop.AddUser();
        customer = shop.AddCustomer("Ana", shop.OwnedBy(owner));
        shop.AddOrder("order", customer, shop.OwnedBy(owner));
    }

    public void Dispose() => shop.Dispose();

    [Fact]
    public void A_share_opens_the_row_and_those_below_it_until_it_is_revoked()
    {
        Assert.Equal("|", Seen());
        Grant(AccessRights.ReadAccess | AccessRights.WriteAccess);
        Assert.Equal("Ana|order", Seen());
        Assert.Equal(AccessRights.ReadAccess, Rights() & (AccessRights.ReadAccess | AccessRights.DeleteAccess));

        shop.Service.Execute(new ModifyAccessRequest { Target = Target, PrincipalAccess = new PrincipalAccess { Principal = Reader, AccessMask = AccessRights.WriteAccess } });
        Assert.Equal("|", Seen());
        Assert.Equal(AccessRights.WriteAccess, Shared().Single().AccessMask);

        Grant(AccessRights.ReadAccess);
        Assert.Equal("Ana|order", Seen());
        shop.Service.Execute(new RevokeAccessRequest { Target = Target, Revokee = Reader });
        Assert.Equal("|", Seen());
        Assert.Empty(Shared());
    }

    [Fact]
    public void A_share_with_a_team_reaches_its_members()
    {
        var team = shop.Add("team", ("name", "Team"), ("businessunitid", new Embedded.Storage.Reference("businessunit", shop.Organization.RootBusinessUnitId)));
        shop.Link("teammembership", ("teamid", team), ("systemuserid", reader));
        shop.Service.Execute(new GrantAccessRequest { Target = Target, PrincipalAccess = new PrincipalAccess { Principal = new EntityReference("team", team), AccessMask = AccessRights.ReadAccess } });
        Assert.Equal("Ana|order", Seen());
    }

    [Fact]
    public void A_share_gives_nothing_without_the_privilege_itself()
    {
        var stranger = shop.AddUser(null, ("prvReadtest_Order", PrivilegeDepth.Basic));
        shop.Service.Execute(new GrantAccessRequest { Target = Target, PrincipalAccess = new PrincipalAccess { Principal = new EntityReference("systemuser", stranger), AccessMask = AccessRights.ReadAccess } });
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => shop.Organization.Connect(stranger).Retrieve(Shop.Customer, customer, new ColumnSet("test_name")));
    }

    [Fact]
    public void Who_may_not_share_a_row_is_refused()
    {
        Grant(AccessRights.ReadAccess);
        var request = new GrantAccessRequest { Target = Target, PrincipalAccess = new PrincipalAccess { Principal = Reader, AccessMask = AccessRights.DeleteAccess } };
        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => shop.Organization.Connect(reader).Execute(request));
        Assert.Contains("prvSharetest_Customer", fault.Detail.Message, StringComparison.Ordinal);
    }

    private EntityReference Target => new(Shop.Customer, customer);

    private EntityReference Reader => new("systemuser", reader);

    private void Grant(AccessRights rights) =>
        shop.Service.Execute(new GrantAccessRequest { Target = Target, PrincipalAccess = new PrincipalAccess { Principal = Reader, AccessMask = rights } });

    private AccessRights Rights() =>
        ((RetrievePrincipalAccessResponse)shop.Service.Execute(new RetrievePrincipalAccessRequest { Target = Target, Principal = Reader })).AccessRights;

    private PrincipalAccess[] Shared() =>
        ((RetrieveSharedPrincipalsAndAccessResponse)shop.Service.Execute(new RetrieveSharedPrincipalsAndAccessRequest { Target = Target })).PrincipalAccesses;

    private string Seen() => string.Join('|', new[] { Shop.Customer, Shop.Order }.Select(table => shop.Names(new QueryExpression(table) { ColumnSet = new ColumnSet("test_name") }, reader)));
}
