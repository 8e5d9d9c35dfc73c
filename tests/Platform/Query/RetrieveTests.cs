using System;
using System.Linq;
using Crm.Extensions.Embedded;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Query;

public sealed class RetrieveTests : IDisposable
{
    private readonly Shop shop = new();

    public void Dispose() => shop.Dispose();

    [Fact]
    public void One_row_by_its_id_shows_the_same_as_a_query_in_the_users_language_and_currency_and_at_his_clock()
    {
        shop.Service.Update(new Entity("usersettings", shop.Organization.AdministratorId) { ["uilanguageid"] = 3082, ["timezonecode"] = 45 });
        var currency = shop.Add("transactioncurrency", ("currencyname", "Peso"), ("currencysymbol", "COL$"), ("exchangerate", 1m));
        var order = shop.AddOrder(
            "o", shop.AddCustomer("Ana"), ("test_kind", 2), ("test_amount", 1234.5m), ("test_paid", true), ("test_number", 1500),
            ("test_placedon", new DateTime(2026, 11, 18, 2, 30, 0, DateTimeKind.Utc)), ("transactioncurrencyid", new Reference("transactioncurrency", currency)));

        var one = shop.Service.Retrieve(Shop.Order, order, new ColumnSet(true));
        var queried = shop.Service.RetrieveMultiple(new QueryExpression(Shop.Order) { ColumnSet = new ColumnSet(true) }).Entities.Single();

        Assert.Equal("Mono", one.FormattedValues["test_kind"]);
        Assert.Equal("Sí", one.FormattedValues["test_paid"]);
        Assert.Equal("COL$1.234,50", one.FormattedValues["test_amount"]);
        Assert.StartsWith("17/11/2026", one.FormattedValues["test_placedon"], StringComparison.Ordinal);
        Assert.Equal(queried.FormattedValues.OrderBy(pair => pair.Key, StringComparer.Ordinal), one.FormattedValues.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        Assert.Equal(queried.Attributes.Keys.Order(StringComparer.Ordinal), one.Attributes.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(queried.RowVersion, one.RowVersion);
    }

    [Fact]
    public void The_first_rows_and_a_page_can_not_be_asked_for_together()
    {
        var query = new QueryExpression(Shop.Order) { TopCount = 2 };
        shop.Service.RetrieveMultiple(query);
        query.PageInfo = new PagingInfo { PageNumber = 1, Count = 1 };
        Data.TestTables.Refused(PlatformFaults.InvalidArgument, () => shop.Service.RetrieveMultiple(query));
        Data.TestTables.Refused(PlatformFaults.InvalidArgument, () => shop.Service.RetrieveMultiple(new QueryByAttribute(Shop.Order) { TopCount = 2, PageInfo = new PagingInfo { ReturnTotalRecordCount = true } }));
    }

    [Theory]
    [InlineData("FetchXmlToQueryExpression")]
    [InlineData("QueryExpressionToFetchXml")]
    [InlineData("RetrieveEntity")]
    public void What_the_engine_does_not_do_it_refuses_by_name(string message)
    {
        var fault = Data.TestTables.Refused(PlatformFaults.InvalidArgument, () => shop.Service.Execute(new OrganizationRequest(message)));
        Assert.Contains($"'{message}'", fault.Message, StringComparison.Ordinal);
    }
}
