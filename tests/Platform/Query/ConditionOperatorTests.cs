using System;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Query;

public sealed class ConditionOperatorTests : IDisposable
{
    private readonly Shop shop = new();

    public void Dispose() => shop.Dispose();

    [Theory]
    [InlineData(ConditionOperator.Equal, "jose", "José")]
    [InlineData(ConditionOperator.Equal, "JOSÉ  ", "José")]
    [InlineData(ConditionOperator.NotEqual, "jose", "- 100%Sure Ana Jorge")]
    [InlineData(ConditionOperator.Like, "jO%", "Jorge José")]
    [InlineData(ConditionOperator.Like, "J_s_", "José")]
    [InlineData(ConditionOperator.Like, "[a-b]na", "Ana")]
    [InlineData(ConditionOperator.Like, "[^a-b]o%", "Jorge José")]
    [InlineData(ConditionOperator.Like, "100[%]%", "100%Sure")]
    [InlineData(ConditionOperator.NotLike, "jo%", "- 100%Sure Ana")]
    [InlineData(ConditionOperator.BeginsWith, "jo", "Jorge José")]
    [InlineData(ConditionOperator.DoesNotBeginWith, "jo", "- 100%Sure Ana")]
    [InlineData(ConditionOperator.EndsWith, "E", "100%Sure Jorge José")]
    [InlineData(ConditionOperator.DoesNotEndWith, "e", "- Ana")]
    [InlineData(ConditionOperator.GreaterThan, "Jorge", "José")]
    [InlineData(ConditionOperator.Equal, "", "")]
    public void Texts_compare_without_case_accents_and_trailing_blanks(ConditionOperator condition, string value, string expected)
    {
        foreach (var name in new[] { "José", "Jorge", "Ana", "100%Sure" }) shop.AddOrder(name, null);
        shop.Add(Shop.Order, ("test_number", 9));
        Assert.Equal(expected, shop.Orders(new ConditionExpression("test_name", condition, value)));
    }

    [Theory]
    [InlineData(ConditionOperator.Equal, new object[] { 2 }, "two")]
    [InlineData(ConditionOperator.NotEqual, new object[] { 2 }, "none one three")]
    [InlineData(ConditionOperator.In, new object[] { 1, 3 }, "one three")]
    [InlineData(ConditionOperator.NotIn, new object[] { 1, 3 }, "none two")]
    [InlineData(ConditionOperator.Between, new object[] { 2, 3 }, "three two")]
    [InlineData(ConditionOperator.NotBetween, new object[] { 2, 3 }, "none one")]
    [InlineData(ConditionOperator.GreaterEqual, new object[] { 2 }, "three two")]
    [InlineData(ConditionOperator.LessThan, new object[] { 2 }, "one")]
    [InlineData(ConditionOperator.LessEqual, new object[] { "2" }, "one two")]
    [InlineData(ConditionOperator.Null, new object[] { }, "none")]
    [InlineData(ConditionOperator.NotNull, new object[] { }, "one three two")]
    public void Numbers_compare_and_an_empty_column_satisfies_only_the_negations(ConditionOperator condition, object[] values, string expected)
    {
        shop.AddOrder("one", null, ("test_number", 1));
        shop.AddOrder("two", null, ("test_number", 2));
        shop.AddOrder("three", null, ("test_number", 3));
        shop.AddOrder("none", null);
        Assert.Equal(expected, shop.Orders(new ConditionExpression("test_number", condition, values)));
    }

    [Fact]
    public void Booleans_money_and_multiple_choices_compare_by_value()
    {
        shop.AddOrder("a", null, ("test_paid", true), ("test_amount", 10.5m), ("test_colors", new[] { 1, 3 }));
        shop.AddOrder("b", null, ("test_paid", false), ("test_amount", 20m), ("test_colors", new[] { 2 }));
        Assert.Equal("a", shop.Orders(new ConditionExpression("test_paid", ConditionOperator.Equal, true)));
        Assert.Equal("b", shop.Orders(new ConditionExpression("test_amount", ConditionOperator.GreaterThan, 10.5m)));
        Assert.Equal("a", shop.Orders(new ConditionExpression("test_colors", ConditionOperator.ContainValues, 3, 99)));
        Assert.Equal("b", shop.Orders(new ConditionExpression("test_colors", ConditionOperator.DoesNotContainValues, 3)));
    }

    [Fact]
    public void Columns_compare_with_each_other_and_empty_ones_with_nothing()
    {
        shop.AddOrder("less", null, ("test_number", 1), ("test_other", 2));
        shop.AddOrder("same", null, ("test_number", 5), ("test_other", 5));
        shop.AddOrder("half", null, ("test_number", 7));
        Assert.Equal("same", shop.Orders(new ConditionExpression("test_number", ConditionOperator.Equal, true, "test_other")));
        Assert.Equal("less", shop.Orders(new ConditionExpression("test_number", ConditionOperator.LessThan, true, "test_other")));
        Assert.Equal("less", shop.Orders(new ConditionExpression("test_number", ConditionOperator.NotEqual, true, "test_other")));
    }

    [Fact]
    public void The_caller_his_teams_and_his_unit_are_known_to_conditions()
    {
        var user = shop.AddUser(null, ("prvReadtest_Order", Microsoft.Crm.Sdk.Messages.PrivilegeDepth.Global));
        var team = shop.Add("team", ("name", "Team"), ("businessunitid", new Reference("businessunit", shop.Organization.RootBusinessUnitId)));
        shop.Link("teammembership", ("systemuserid", user), ("teamid", team));
        var unit = shop.AddUnit(shop.Organization.RootBusinessUnitId);
        shop.AddOrder("mine", null, shop.OwnedBy(user));
        shop.AddOrder("ours", null, shop.OwnedBy(team, "team"));
        shop.AddOrder("theirs", null, shop.OwnedBy(shop.AddUser(unit)));
        Assert.Equal("mine", shop.Orders(new ConditionExpression("ownerid", ConditionOperator.EqualUserId), user));
        Assert.Equal("ours theirs", shop.Orders(new ConditionExpression("ownerid", ConditionOperator.NotEqualUserId), user));
        Assert.Equal("ours", shop.Orders(new ConditionExpression("ownerid", ConditionOperator.EqualUserTeams), user));
        Assert.Equal("mine ours", shop.Orders(new ConditionExpression("ownerid", ConditionOperator.EqualUserOrUserTeams), user));
        Assert.Equal("mine ours", shop.Orders(new ConditionExpression("owningbusinessunit", ConditionOperator.EqualBusinessId), user));
    }
}
