using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Query;

public sealed class PagingTests : IDisposable
{
    private readonly Shop shop = new();

    public void Dispose() => shop.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Pages_together_hold_every_row_once(bool ordered)
    {
        for (var row = 0; row < 25; row++) shop.AddOrder("o", null, ("test_number", row), ("test_other", row % 3));
        var query = new QueryExpression(Shop.Order) { ColumnSet = new ColumnSet("test_number"), PageInfo = new PagingInfo { Count = 10, PageNumber = 1, ReturnTotalRecordCount = true } };
        if (ordered) query.AddOrder("test_other", OrderType.Descending);
        var numbers = new List<int>();
        while (true)
        {
            var page = shop.Service.RetrieveMultiple(query);
            Assert.Equal(25, page.TotalRecordCount);
            numbers.AddRange(page.Entities.Select(row => row.GetAttributeValue<int>("test_number")));
            if (!page.MoreRecords) break;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
        Assert.Equal(Enumerable.Range(0, 25), numbers.Order());
    }

    [Theory]
    [InlineData(true, "12 13")]
    [InlineData(false, "14 15")]
    public void With_a_cookie_the_next_page_begins_after_the_last_row_even_when_rows_have_gone(bool withCookie, string expected)
    {
        var ids = Enumerable.Range(10, 15).Select(number => shop.AddOrder("o", null, ("test_number", number))).ToList();
        var query = new QueryExpression(Shop.Order) { ColumnSet = new ColumnSet("test_number"), PageInfo = new PagingInfo { Count = 2, PageNumber = 1 } };
        query.AddOrder("test_number", OrderType.Ascending);
        var first = shop.Service.RetrieveMultiple(query);
        foreach (var id in ids.Take(2)) shop.Remove(Shop.Order, id);
        query.PageInfo.PageNumber = 2;
        query.PageInfo.PagingCookie = withCookie ? first.PagingCookie : null;
        var second = shop.Service.RetrieveMultiple(query).Entities.Select(row => row.GetAttributeValue<int>("test_number"));
        Assert.Equal(expected, string.Join(' ', second));
    }

    [Fact]
    public void A_page_holds_at_most_five_thousand_rows()
    {
        using (var transaction = shop.Organization.Database.Begin())
        {
            for (var row = 0; row < 5_001; row++) shop.Add(transaction, "test_tag", ("test_name", "t"));
            transaction.Commit();
        }
        var page = shop.Service.RetrieveMultiple(new QueryExpression("test_tag"));
        Assert.Equal(5_000, page.Entities.Count);
        Assert.True(page.MoreRecords);
        Assert.Single(shop.Service.RetrieveMultiple(new QueryExpression("test_tag") { PageInfo = new PagingInfo { PageNumber = 2, Count = 5_000, PagingCookie = page.PagingCookie } }).Entities);
    }

    [Fact]
    public void Top_takes_the_first_rows_of_the_order()
    {
        foreach (var number in new[] { 3, 1, 2 }) shop.AddOrder("o" + number, null, ("test_number", number));
        Assert.Equal("o1 o2", shop.Names(new QueryExpression(Shop.Order) { ColumnSet = new ColumnSet("test_name"), TopCount = 2, Orders = { new OrderExpression("test_number", OrderType.Ascending) } }, sorted: false));
    }

    [Fact]
    public void A_query_by_look_up_reads_the_index_and_not_the_table()
    {
        var customers = Enumerable.Range(0, 2_000).Select(number => shop.AddCustomer("c" + number)).ToList();
        foreach (var customer in customers)
        {
            for (var order = 0; order < 5; order++) shop.AddOrder("o", customer, ("test_number", order));
        }
        var view = new CountingView(shop.Organization.Database.Committed);
        var engine = shop.Organization.Queries;
        var query = new QueryExpression(Shop.Order) { ColumnSet = new ColumnSet("test_name") };
        query.Criteria.AddCondition("test_customerid", ConditionOperator.Equal, customers[7]);
        query.Criteria.AddCondition("test_number", ConditionOperator.GreaterThan, 2);
        query.AddLink(Shop.Customer, "test_customerid", "test_customerid", JoinOperator.LeftOuter).Columns = new ColumnSet("test_name");
        var call = shop.Organization.ClientCall(shop.Organization.AdministratorId);
        Assert.Equal(2, engine.Execute(query, view, call).Entities.Count);
        Assert.DoesNotContain(Shop.Order, view.Scanned);
        Assert.DoesNotContain(Shop.Customer, view.Scanned);
    }

    [Fact]
    public void A_condition_on_the_key_of_an_inner_link_leads_to_the_rows_above_it()
    {
        var customer = shop.AddCustomer("Ana");
        shop.AddOrder("a", customer);
        var view = new CountingView(shop.Organization.Database.Committed);
        var query = new QueryExpression(Shop.Order);
        query.AddLink(Shop.Customer, "test_customerid", "test_customerid").LinkCriteria.AddCondition("test_customerid", ConditionOperator.Equal, customer);
        Assert.Single(shop.Organization.Queries.Execute(query, view, shop.Organization.ClientCall(shop.Organization.AdministratorId)).Entities);
        Assert.DoesNotContain(Shop.Order, view.Scanned);
    }

    [Theory]
    [InlineData("Recibo ")]
    [InlineData("RECÍBO")]
    public void A_text_that_an_alternate_key_begins_with_leads_to_its_rows_without_reading_the_table(string sought)
    {
        shop.AddOrder("committed", null, ("test_receipt", "recibo"), ("test_number", 1));
        shop.AddOrder("other", null, ("test_receipt", "other"), ("test_number", 1));
        var moved = shop.AddOrder("moved", null, ("test_receipt", "recibo"), ("test_number", 2));
        using var open = shop.Organization.Database.Begin();
        shop.Add(open, Shop.Order, ("test_name", "own"), ("test_receipt", "Recibo"), ("test_number", 3));
        open.Update(new Row(shop.Organization.Catalog.Find(Shop.Order)!, moved, 1, new Dictionary<string, object> { ["test_name"] = "moved", ["test_receipt"] = "elsewhere" }));
        var view = new CountingView(open);
        var query = new QueryExpression(Shop.Order) { ColumnSet = new ColumnSet("test_name") };
        query.Criteria.AddCondition("test_receipt", ConditionOperator.Equal, sought);

        var found = shop.Organization.Queries.Execute(query, view, shop.Organization.ClientCall(shop.Organization.AdministratorId));

        Assert.Equal(["committed", "own"], found.Entities.Select(row => row["test_name"]).Order());
        Assert.Empty(view.Scanned);
    }

    private sealed class CountingView(IReadView view) : IReadView
    {
        public long? PeopleVersion => view.PeopleVersion;

        public HashSet<string> Scanned { get; } = [];

        public Row? Find(string table, Guid id) => view.Find(table, id);

        public IEnumerable<Row> All(string table)
        {
            Scanned.Add(table);
            return view.All(table);
        }

        public IEnumerable<Row> Referencing(string table, string column, Guid id) => view.Referencing(table, column, id);

        public IEnumerable<Row> Having(string table, string column, string text) => view.Having(table, column, text);
    }
}
