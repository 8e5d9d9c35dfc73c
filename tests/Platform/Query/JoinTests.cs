using System;
using System.Linq;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Query;

public sealed class JoinTests : IDisposable
{
    private readonly Shop shop = new();

    public JoinTests()
    {
        var ana = shop.AddCustomer("Ana", ("test_city", "Bogotá"));
        var ben = shop.AddCustomer("Ben", ("test_city", "Cali"));
        shop.AddCustomer("Cid");
        shop.AddOrder("a1", ana, ("test_number", 1));
        shop.AddOrder("a2", ana, ("test_number", 2));
        shop.AddOrder("b1", ben, ("test_number", 3));
        shop.AddOrder("orphan", null, ("test_number", 4));
    }

    public void Dispose() => shop.Dispose();

    [Theory]
    [InlineData(JoinOperator.Inner, "Ana Ana Ben")]
    [InlineData(JoinOperator.Natural, "Ana Ana Ben")]
    [InlineData(JoinOperator.LeftOuter, "Ana Ana Ben Cid")]
    [InlineData(JoinOperator.MatchFirstRowUsingCrossApply, "Ana Ben")]
    [InlineData(JoinOperator.Exists, "Ana Ben")]
    [InlineData(JoinOperator.In, "Ana Ben")]
    public void A_link_repeats_keeps_or_only_asks(JoinOperator join, string expected)
    {
        var query = new QueryExpression(Shop.Customer) { ColumnSet = new ColumnSet("test_name") };
        query.AddLink(Shop.Order, "test_customerid", "test_customerid", join);
        Assert.Equal(expected, shop.Names(query));
    }

    [Theory]
    [InlineData(JoinOperator.Any, "Ana")]
    [InlineData(JoinOperator.NotAny, "Ben Cid")]
    [InlineData(JoinOperator.All, "Ben")]
    [InlineData(JoinOperator.NotAll, "Ana")]
    public void Links_within_a_filter_ask_about_related_rows(JoinOperator join, string expected)
    {
        var query = new QueryExpression(Shop.Customer) { ColumnSet = new ColumnSet("test_name") };
        var link = new LinkEntity(Shop.Customer, Shop.Order, "test_customerid", "test_customerid", join);
        link.LinkCriteria.AddCondition("test_number", ConditionOperator.LessEqual, 2);
        query.Criteria.AnyAllFilterLinkEntity = link;
        Assert.Equal(expected, shop.Names(query));
    }

    /// <summary>Each alternative has an index of its own; a row that several of them lead to is there once.</summary>
    [Fact]
    public void Alternatives_by_id_or_look_up_find_each_row_once()
    {
        var orders = new QueryExpression(Shop.Order) { ColumnSet = new ColumnSet("test_name", "test_customerid") };
        var rows = shop.Service.RetrieveMultiple(orders).Entities;
        Guid Id(string name) => rows.Single(row => row.GetAttributeValue<string>("test_name") == name).Id;
        var ana = rows.First(row => row.GetAttributeValue<string>("test_name") == "a1").GetAttributeValue<EntityReference>("test_customerid").Id;

        var either = new FilterExpression(LogicalOperator.Or);
        either.AddCondition("test_orderid", ConditionOperator.In, Id("a1"), Id("orphan"));
        either.AddCondition("test_customerid", ConditionOperator.Equal, ana);
        orders.Criteria.AddFilter(either);
        Assert.Equal("a1 a2 orphan", shop.Names(orders));

        either.AddCondition("test_number", ConditionOperator.Equal, 3);
        Assert.Equal("a1 a2 b1 orphan", shop.Names(orders));

        var customers = new QueryExpression(Shop.Customer) { ColumnSet = new ColumnSet("test_name"), Distinct = true };
        var link = customers.AddLink(Shop.Order, "test_customerid", "test_customerid").LinkCriteria.AddFilter(LogicalOperator.Or);
        link.AddCondition("test_orderid", ConditionOperator.In, Id("a1"), Id("b1"));
        link.AddCondition("test_customerid", ConditionOperator.Equal, ana);
        Assert.Equal("Ana Ben", shop.Names(customers));
    }

    [Fact]
    public void Conditions_of_an_outer_link_leave_the_row_above_and_those_of_the_query_do_not()
    {
        var query = new QueryExpression(Shop.Order) { ColumnSet = new ColumnSet("test_name") };
        var link = query.AddLink(Shop.Customer, "test_customerid", "test_customerid", JoinOperator.LeftOuter);
        link.EntityAlias = "c";
        link.Columns = new ColumnSet("test_name");
        link.LinkCriteria.AddCondition("test_city", ConditionOperator.Equal, "bogota");
        Assert.Equal("a1 a2 b1 orphan", shop.Names(query));
        var found = shop.Service.RetrieveMultiple(query).Entities.Single(entity => entity.GetAttributeValue<string>("test_name") == "a1");
        Assert.Equal("Ana", Assert.IsType<AliasedValue>(found["c.test_name"]).Value);

        query.Criteria.AddCondition("c", "test_name", ConditionOperator.Null);
        Assert.Equal("b1 orphan", shop.Names(query));
    }

    [Fact]
    public void Rows_are_ordered_by_columns_of_links_too_and_choices_by_label()
    {
        var query = new QueryExpression(Shop.Order) { ColumnSet = new ColumnSet("test_name") };
        var link = query.AddLink(Shop.Customer, "test_customerid", "test_customerid");
        link.EntityAlias = "c";
        query.Orders.Add(new OrderExpression("test_city", OrderType.Descending, null, "c"));
        query.AddOrder("test_number", OrderType.Descending);
        Assert.Equal("b1 a2 a1", shop.Names(query, sorted: false));

        shop.AddOrder("zebra", null, ("test_kind", 1));
        shop.AddOrder("ape", null, ("test_kind", 2));
        var kinds = new QueryExpression(Shop.Order) { ColumnSet = new ColumnSet("test_name", "test_kind"), Orders = { new OrderExpression("test_kind", OrderType.Ascending) } };
        kinds.Criteria.AddCondition("test_kind", ConditionOperator.NotNull);
        Assert.Equal("ape zebra", shop.Names(kinds, sorted: false));
        Assert.Equal("Ape", shop.Service.RetrieveMultiple(kinds).Entities[0].FormattedValues["test_kind"]);
    }

    [Fact]
    public void Many_to_many_links_are_rows_of_their_own_table()
    {
        var tag = shop.Add("test_tag", ("test_name", "urgent"));
        var order = shop.AddOrder("tagged", null);
        shop.Link("test_order_test_tag", ("test_orderid", order), ("test_tagid", tag));
        var query = new QueryExpression(Shop.Order) { ColumnSet = new ColumnSet("test_name") };
        query.AddLink("test_order_test_tag", "test_orderid", "test_orderid").AddLink("test_tag", "test_tagid", "test_tagid")
            .LinkCriteria.AddCondition("test_name", ConditionOperator.Equal, "urgent");
        Assert.Equal("tagged", shop.Names(query));
    }

    [Fact]
    public void Distinct_leaves_one_row_of_each_set_of_values()
    {
        var query = new QueryExpression(Shop.Customer) { ColumnSet = new ColumnSet("test_name"), Distinct = true };
        query.AddLink(Shop.Order, "test_customerid", "test_customerid");
        Assert.Equal("Ana Ben", shop.Names(query));
    }

    [Theory]
    [InlineData("test_nothing", null, null, "'test_order' entity doesn't contain attribute with Name = 'test_nothing'", unchecked((int)0x80041103))]
    [InlineData("test_name", "nobody", null, "nobody", unchecked((int)0x8004110b))]
    [InlineData("test_number", null, "many", "'test_order.test_number': expected argument(s) of type 'System.Int32' but received 'System.String'", unchecked((int)0x80040203))]
    public void What_does_not_exist_or_fit_is_refused_by_name(string column, string? alias, string? value, string message, int code)
    {
        var condition = new ConditionExpression(alias, column, ConditionOperator.Equal, value ?? (object)"x");
        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => shop.Orders(condition));
        Assert.Contains(message, fault.Detail.Message, StringComparison.Ordinal);
        Assert.Equal(code, fault.Detail.ErrorCode);
    }

    [Fact]
    public void Sdk_wrappers_are_no_values_of_conditions()
    {
        var reference = new EntityReference(Shop.Customer, Guid.NewGuid());
        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => shop.Orders(new ConditionExpression("test_customerid", ConditionOperator.Equal, reference)));
        Assert.Contains("expected argument(s) of type 'System.Guid' but received 'Microsoft.Xrm.Sdk.EntityReference'", fault.Detail.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Operators_that_need_a_hierarchy_or_a_fiscal_calendar_are_refused_by_name()
    {
        foreach (var condition in new[] { ConditionOperator.Under, ConditionOperator.ThisFiscalYear })
        {
            var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => shop.Orders(new ConditionExpression("test_placedon", condition)));
            Assert.Contains(condition.ToString(), fault.Detail.Message, StringComparison.Ordinal);
        }
    }
}
