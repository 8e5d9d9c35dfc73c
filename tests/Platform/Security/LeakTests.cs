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

/// <summary>What a user may not see he may not learn by joining, counting, filtering or ordering either.</summary>
public sealed class LeakTests : IDisposable
{
    private const int SecuredAttribute = unchecked((int)0x8004F506);
    private readonly Shop shop = new();
    private readonly Guid reader;

    public LeakTests()
    {
        reader = shop.AddUser(null, ("prvReadtest_Order", PrivilegeDepth.Basic), ("prvReadtest_Customer", PrivilegeDepth.Basic));
        var other = shop.AddUser();
        var hidden = shop.AddCustomer("hidden", shop.OwnedBy(other));
        shop.AddOrder("mine", hidden, [.. shop.OwnedBy(reader), ("test_secret", "a1"), ("test_amount", 10m)]);
        shop.AddOrder("theirs", hidden, [.. shop.OwnedBy(other), ("test_secret", "b2"), ("test_amount", 90m)]);
    }

    public void Dispose() => shop.Dispose();

    [Fact]
    public void Rows_of_a_link_that_the_caller_may_not_read_are_not_there()
    {
        var query = new QueryExpression(Shop.Order) { ColumnSet = new ColumnSet("test_name") };
        var link = query.AddLink(Shop.Customer, "test_customerid", "test_customerid");
        link.EntityAlias = "c";
        link.Columns = new ColumnSet("test_name");
        Assert.Equal("", shop.Names(query, reader));
        link.JoinOperator = JoinOperator.LeftOuter;
        Assert.False(shop.Organization.Connect(reader).RetrieveMultiple(query).Entities.Single().Contains("c.test_name"));
        link.JoinOperator = JoinOperator.Exists;
        link.Columns = new ColumnSet();
        Assert.Equal("", shop.Names(query, reader));
    }

    [Fact]
    public void A_link_to_a_table_without_the_privilege_is_refused()
    {
        var query = new QueryExpression(Shop.Order);
        query.AddLink(Shop.Setting, "test_name", "test_name", JoinOperator.LeftOuter);
        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => shop.Names(query, reader));
        Assert.Contains("prvReadtest_Setting", fault.Detail.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Aggregates_count_only_what_the_caller_may_read()
    {
        var row = shop.Fetch("""
            <fetch aggregate="true"><entity name="test_order">
              <attribute name="test_orderid" aggregate="count" alias="n" /><attribute name="test_amount" aggregate="sum" alias="s" />
            </entity></fetch>
            """, reader).Entities.Single();
        Assert.Equal(1, row.GetAttributeValue<AliasedValue>("n").Value);
        Assert.Equal(10m, ((Money)row.GetAttributeValue<AliasedValue>("s").Value).Value);
    }

    [Fact]
    public void A_secured_column_comes_back_empty_and_can_be_used_for_nothing_else()
    {
        var plain = new QueryExpression(Shop.Order) { ColumnSet = new ColumnSet(true) };
        var row = shop.Organization.Connect(reader).RetrieveMultiple(plain).Entities.Single();
        Assert.False(row.Contains("test_secret"));
        Assert.False(row.FormattedValues.ContainsKey("test_secret"));

        var ordered = new QueryExpression(Shop.Order) { Orders = { new OrderExpression("test_secret", OrderType.Ascending) } };
        Refused(() => shop.Names(ordered, reader));
        Refused(() => shop.Orders(new ConditionExpression("test_secret", ConditionOperator.BeginsWith, "a"), reader));
        Refused(() => shop.Fetch("""<fetch aggregate="true"><entity name="test_order"><attribute name="test_secret" groupby="true" alias="g" /></entity></fetch>""", reader));
        Refused(() =>
        {
            var joined = new QueryExpression(Shop.Order);
            joined.AddLink(Shop.Customer, "test_secret", "test_city");
            shop.Names(joined, reader);
        });
    }

    [Fact]
    public void A_profile_opens_the_column_and_the_administrator_needs_none()
    {
        var profile = shop.Add("fieldsecurityprofile", ("name", "Sensitive"));
        shop.Organization.Security.AddProfile(profile, "Sensitive", [new ColumnPermission(Shop.Order, "test_secret", Read: true, Create: false, Update: false)]);
        Assert.Equal("a1", Secret(shop.Organization.AdministratorId));
        Assert.Null(Secret(reader));
        var link = shop.Link("systemuserprofiles", ("systemuserid", reader), ("fieldsecurityprofileid", profile));
        Assert.Equal("a1", Secret(reader));
        Assert.Equal("mine", shop.Orders(new ConditionExpression("test_secret", ConditionOperator.BeginsWith, "a"), reader));
        shop.Remove("systemuserprofiles", link);
        Assert.Null(Secret(reader));
    }

    [Fact]
    public void Writing_a_secured_column_needs_its_own_permission()
    {
        var (view, authority, table) = (shop.Organization.Database.Committed, shop.Organization.Authority, shop.Organization.Catalog.Find(Shop.Order)!);
        var row = view.Find(Shop.Order, shop.AddOrder("o", null, shop.OwnedBy(reader)))!;
        var secret = new[] { table.Find("test_secret")! };
        Assert.Equal(SecurityFaults.ColumnCreateDenied, Code(() => authority.DemandCreateColumns(view, reader, table, secret)));
        Assert.Equal(SecurityFaults.ColumnUpdateDenied, Code(() => authority.DemandUpdateColumns(view, reader, row, secret)));
        authority.DemandUpdateColumns(view, reader, row, [table.Find("test_name")!]);

        var profile = shop.Add("fieldsecurityprofile", ("name", "Writers"));
        shop.Add("fieldpermission", ("fieldsecurityprofileid", new Embedded.Storage.Reference("fieldsecurityprofile", profile)), ("entityname", Shop.Order), ("attributelogicalname", "test_secret"), ("canupdate", 4));
        shop.Link("systemuserprofiles", ("systemuserid", reader), ("fieldsecurityprofileid", profile));
        authority.DemandUpdateColumns(view, reader, row, secret);
        Assert.Equal(SecurityFaults.ColumnCreateDenied, Code(() => authority.DemandCreateColumns(view, reader, table, secret)));
    }

    private static void Refused(Action action) => Assert.Equal(SecuredAttribute, Code(action));

    private static int Code(Action action) => Assert.Throws<FaultException<OrganizationServiceFault>>(action).Detail.ErrorCode;

    private string? Secret(Guid user)
    {
        var query = new QueryExpression(Shop.Order) { ColumnSet = new ColumnSet("test_secret") };
        query.Criteria.AddCondition("test_name", ConditionOperator.Equal, "mine");
        return shop.Organization.Connect(user).RetrieveMultiple(query).Entities.Single().GetAttributeValue<string>("test_secret");
    }
}
