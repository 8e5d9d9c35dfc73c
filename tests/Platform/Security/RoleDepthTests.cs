using System;
using System.Collections.Generic;
using System.ServiceModel;
using Crm.Extensions.Embedded.Security;
using Crm.Extensions.Tests.Platform.Query;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Security;

public sealed class RoleDepthTests : IDisposable
{
    private readonly Shop shop = new();

    public void Dispose() => shop.Dispose();

    // units: root > north > northeast; the reader belongs to north
    [Theory]
    [InlineData(PrivilegeDepth.Basic, "own")]
    [InlineData(PrivilegeDepth.Local, "own unit")]
    [InlineData(PrivilegeDepth.Deep, "below own unit")]
    [InlineData(PrivilegeDepth.Global, "above below own unit")]
    public void A_privilege_reaches_as_far_as_its_depth_in_queries_and_on_single_rows(PrivilegeDepth depth, string expected)
    {
        var north = shop.AddUnit(shop.Organization.RootBusinessUnitId);
        var northeast = shop.AddUnit(north);
        var reader = shop.AddUser(north, ("prvReadtest_Order", depth));
        var rows = new Dictionary<string, Guid>(StringComparer.Ordinal)
        {
            ["own"] = shop.AddOrder("own", null, shop.OwnedBy(reader)),
            ["unit"] = shop.AddOrder("unit", null, shop.OwnedBy(shop.AddUser(north))),
            ["below"] = shop.AddOrder("below", null, shop.OwnedBy(shop.AddUser(northeast))),
            ["above"] = shop.AddOrder("above", null, shop.OwnedBy(shop.AddUser())),
        };
        Assert.Equal(expected, shop.Names(new QueryExpression(Shop.Order) { ColumnSet = new ColumnSet("test_name") }, reader));
        foreach (var (name, id) in rows)
        {
            var read = Record.Exception(() => shop.Organization.Connect(reader).Retrieve(Shop.Order, id, new ColumnSet("test_name")));
            if (expected.Split(' ').AsSpan().Contains(name)) Assert.Null(read);
            else Assert.Equal(SecurityFaults.AccessDenied, Assert.IsType<FaultException<OrganizationServiceFault>>(read).Detail.ErrorCode);
        }
    }

    [Fact]
    public void Without_the_privilege_the_fault_names_it_and_the_table()
    {
        var user = shop.AddUser(null, ("prvReadtest_Customer", PrivilegeDepth.Global));
        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => shop.Names(new QueryExpression(Shop.Order), user));
        Assert.Equal(unchecked((int)0x80040220), fault.Detail.ErrorCode);
        Assert.Contains("is missing prvReadtest_Order privilege for entity 'test_order'", fault.Detail.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_the_organization_need_an_organization_wide_privilege()
    {
        shop.Add(Shop.Setting, ("test_name", "s"));
        var query = new QueryExpression(Shop.Setting) { ColumnSet = new ColumnSet("test_name") };
        Assert.Equal("", shop.Names(query, shop.AddUser(null, ("prvReadtest_Setting", PrivilegeDepth.Deep))));
        Assert.Equal("s", shop.Names(query, shop.AddUser(null, ("prvReadtest_Setting", PrivilegeDepth.Global))));
    }

    [Fact]
    public void Roles_of_a_team_reach_its_members_at_once_and_end_with_the_membership()
    {
        var user = shop.AddUser();
        var team = shop.Add("team", ("name", "Team"), ("businessunitid", new Embedded.Storage.Reference("businessunit", shop.Organization.RootBusinessUnitId)));
        shop.Link("teamroles", ("teamid", team), ("roleid", shop.AddRole(("prvReadtest_Order", PrivilegeDepth.Basic))));
        shop.AddOrder("teams", null, shop.OwnedBy(team, "team"));
        shop.AddOrder("other", null, shop.OwnedBy(shop.AddUser()));
        var query = new QueryExpression(Shop.Order) { ColumnSet = new ColumnSet("test_name") };
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => shop.Names(query, user));
        var membership = shop.Link("teammembership", ("teamid", team), ("systemuserid", user));
        Assert.Equal("teams", shop.Names(query, user));
        shop.Remove("teammembership", membership);
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => shop.Names(query, user));
    }

    [Fact]
    public void A_disabled_user_is_refused_whatever_his_roles()
    {
        var user = shop.Add("systemuser", ("fullname", "Gone"), ("isdisabled", true));
        shop.Link("systemuserroles", ("systemuserid", user), ("roleid", shop.AddRole(("prvReadtest_Order", PrivilegeDepth.Global))));
        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => shop.Names(new QueryExpression(Shop.Order), user));
        Assert.Equal(SecurityFaults.UserDisabled, fault.Detail.ErrorCode);
    }

    [Fact]
    public void A_privilege_of_no_table_is_demanded_by_name()
    {
        var user = shop.AddUser(null, ("prvCreateSdkMessageProcessingStep", PrivilegeDepth.Global));
        var view = shop.Organization.Database.Committed;
        shop.Organization.Authority.DemandPrivilege(view, user, "prvcreatesdkmessageprocessingstep");
        shop.Organization.Authority.DemandPrivilege(view, shop.Organization.AdministratorId, "prvWriteEmail");
        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => shop.Organization.Authority.DemandPrivilege(view, user, "prvWriteEmail"));
        Assert.Contains("prvWriteEmail", fault.Detail.Message, StringComparison.Ordinal);
    }
}
