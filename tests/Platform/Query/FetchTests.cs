using System;
using System.Linq;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Query;

public sealed class FetchTests : IDisposable
{
    private readonly Shop shop = new();

    public void Dispose() => shop.Dispose();

    [Fact]
    public void Aggregates_group_and_compute_over_what_is_not_empty()
    {
        var ana = shop.AddCustomer("Ana");
        shop.AddOrder("1", ana, ("test_amount", 10m), ("test_number", 1), ("test_placedon", new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc)));
        shop.AddOrder("2", ana, ("test_amount", 5m), ("test_number", 2), ("test_placedon", new DateTime(2026, 3, 9, 0, 0, 0, DateTimeKind.Utc)));
        shop.AddOrder("3", null, ("test_number", 2));
        var found = shop.Fetch("""
            <fetch aggregate="true"><entity name="test_order">
              <attribute name="test_customerid" groupby="true" alias="customer" />
              <attribute name="test_amount" aggregate="sum" alias="total" />
              <attribute name="test_number" aggregate="avg" alias="average" />
              <attribute name="test_orderid" aggregate="count" alias="rows" />
              <attribute name="test_amount" aggregate="max" alias="largest" />
              <order alias="rows" descending="true" />
            </entity></fetch>
            """).Entities;
        Assert.Equal(2, found.Count);
        Assert.Equal(15m, ((Money)Value(found[0], "total")!).Value);
        Assert.Equal(1, Value(found[0], "average"));
        Assert.Equal(2, Value(found[0], "rows"));
        Assert.Equal("Ana", ((EntityReference)Value(found[0], "customer")!).Name);
        Assert.Null(Value(found[1], "largest"));

        var months = shop.Fetch("""
            <fetch aggregate="true"><entity name="test_order">
              <attribute name="test_placedon" groupby="true" dategrouping="month" usertimezone="false" alias="month" />
              <attribute name="test_number" aggregate="countcolumn" distinct="true" alias="numbers" />
              <filter><condition attribute="test_placedon" operator="not-null" /></filter>
            </entity></fetch>
            """).Entities.Single();
        Assert.Equal(3, Value(months, "month"));
        Assert.Equal(2, Value(months, "numbers"));
    }

    [Fact]
    public void Counting_nothing_gives_one_row_with_zero()
    {
        var found = shop.Fetch("""<fetch aggregate="true"><entity name="test_order"><attribute name="test_orderid" aggregate="count" alias="n" /></entity></fetch>""");
        Assert.Equal(0, Value(found.Entities.Single(), "n"));
    }

    [Fact]
    public void More_than_fifty_thousand_rows_are_too_many_for_an_aggregate()
    {
        using (var transaction = shop.Organization.Database.Begin())
        {
            for (var row = 0; row <= 50_000; row++) shop.Add(transaction, "test_tag", ("test_name", "t"));
            transaction.Commit();
        }
        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() =>
            shop.Fetch("""<fetch aggregate="true"><entity name="test_tag"><attribute name="test_tagid" aggregate="count" alias="n" /></entity></fetch>"""));
        Assert.Equal(unchecked((int)0x8004E023), fault.Detail.ErrorCode);
    }

    [Fact]
    public void Links_filters_and_columns_of_other_tables_read_as_written()
    {
        var ana = shop.AddCustomer("Ana", ("test_city", "Bogotá"));
        shop.AddOrder("a", ana, ("test_number", 1), ("test_other", 1));
        shop.AddOrder("b", ana, ("test_number", 2), ("test_other", 9));
        shop.AddOrder("c", null, ("test_number", 3));
        var found = shop.Fetch("""
            <fetch><entity name="test_order">
              <attribute name="test_name" />
              <link-entity name="test_customer" from="test_customerid" to="test_customerid" alias="c" link-type="outer"><attribute name="test_city" alias="city" /></link-entity>
              <filter type="or">
                <condition attribute="test_number" operator="in"><value>2</value><value>7</value></condition>
                <condition attribute="test_number" operator="eq" valueof="test_other" />
                <condition entityname="c" attribute="test_city" operator="null" />
              </filter>
              <order attribute="test_number" descending="true" />
            </entity></fetch>
            """).Entities;
        Assert.Equal(["c", "b", "a"], found.Select(row => row.GetAttributeValue<string>("test_name")));
        Assert.Equal("Bogotá", Value(found[1], "city"));
        Assert.False(found[0].Contains("city"));
    }

    [Theory]
    [InlineData("""<fetch><entity name="test_order"><filter><condition attribute="test_name" operator="roughly" value="x" /></filter></entity></fetch>""", "roughly")]
    [InlineData("""<fetch><entity name="test_order"><attribute name="test_number" rowaggregate="CountChildren" /></entity></fetch>""", "rowaggregate")]
    [InlineData("""<fetch top="5" page="2"><entity name="test_order" /></fetch>""", "top attribute can't be specified with paging attribute page")]
    [InlineData("""<fetch><entity name="test_nothing" /></fetch>""", "test_nothing")]
    [InlineData("""<fetch><entity name="test_order"><magic /></entity></fetch>""", "magic")]
    [InlineData("""<fetch aggregate="true"><entity name="test_order"><attribute name="test_name" aggregate="sum" alias="s" /></entity></fetch>""", "test_name")]
    public void What_is_not_understood_is_refused_by_name(string fetch, string named)
    {
        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => shop.Fetch(fetch));
        Assert.Contains(named, fault.Detail.Message, StringComparison.Ordinal);
    }

    private static object? Value(Entity entity, string alias) => entity.GetAttributeValue<AliasedValue>(alias).Value;
}
