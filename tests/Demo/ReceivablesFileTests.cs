using System;
using System.IO;
using System.Linq;
using Crm.Extensions.Cli.Demo;
using Xunit;

namespace Crm.Extensions.Tests.Demo;

public sealed class ReceivablesFileTests
{
    private const string Header = "customer_id,country,number,due_date,amount,paid_date";

    private static readonly DateOnly Monday = new(2026, 11, 16);

    [Fact]
    public void A_customers_invoices_are_the_amounts_due_of_one_account()
    {
        var (customers, problems) = Read(
            ReceivablesMap.Plain(),
            Header, "ACME,CO,F-2,2026-11-02,250.50,", "Beta,MX,F-1,2026-11-10,90,2026-11-09", "ACME,CO,F-1,2026-10-02,100,2026-10-20");

        Assert.Empty(problems);
        Assert.Equal([("Cliente ACME", "CO"), ("Cliente Beta", "MX")], customers.Select(customer => (customer.Name, customer.Country)));
        Assert.Equal([("F-1", 0m), ("F-2", 250.50m)], customers[0].Obligation.Ledger.Due.Select(line => (line.Name, line.Open)));
        Assert.Equal((1, 1), (customers[0].Obligation.MonthsLate, customers[0].Obligation.MonthsLateBefore));
        Assert.True(customers[1].Obligation.IsPunctual);
    }

    [Fact]
    public void What_arrives_as_the_week_begins_is_on_its_way_on_the_eve()
    {
        var (customers, _) = Read(ReceivablesMap.Plain(), Header, "ACME,CO,F-1,2026-11-02,100,2026-11-17", "ACME,CO,F-2,2026-11-03,40,2026-11-20");

        var ledger = customers.Single().Obligation.Ledger;
        Assert.Equal([100m, 40m], ledger.OverdueOn(Monday).Select(line => line.Open));
        Assert.Equal(100m, Assert.Single(ledger.Payments).Amount);
    }

    [Fact]
    public void A_map_renames_columns_reads_dates_in_their_own_form_moves_them_and_knows_the_files_words_for_countries()
    {
        var map = Map("""
            {
              "customer_id": "client", "number": "doc", "due_date": "due", "amount": "value", "paid_date": "settled", "country": "code",
              "dateFormat": "M/d/yyyy", "anchor": "2013-06-03", "countries": { "391": "mx" }, "defaultCountry": "CO"
            }
            """);

        var (customers, problems) = Read(map, "code,client,doc,due,value,settled", "391,1,A,5/27/2013,10,", ",2,B,6/10/2013,20,");

        Assert.Empty(problems);
        Assert.Equal(["MX", "CO"], customers.Select(customer => customer.Country));
        Assert.Equal([Monday.AddDays(-7), Monday.AddDays(7)], customers.Select(customer => customer.Obligation.Ledger.Due.Single().Due));
    }

    [Theory]
    [InlineData("ACME,CO,F-2,02/11/2026,1,", "due_date", nameof(TextKey.NotADate))]
    [InlineData("ACME,CO,F-2,,1,", "due_date", nameof(TextKey.EmptyValue))]
    [InlineData("ACME,CO,F-2,2026-11-02,-1,", "amount", nameof(TextKey.OutOfRange))]
    [InlineData("ACME,CO,F-2,2026-11-02,1,soon", "paid_date", nameof(TextKey.NotADate))]
    [InlineData("ACME,XX,F-2,2026-11-02,1,", "country", nameof(TextKey.NoRules))]
    [InlineData("ACME,MX,F-2,2026-11-02,1,", "country", nameof(TextKey.TwoCountries))]
    [InlineData("ACME,CO,F-1,2026-11-02,1,", "number", nameof(TextKey.SeenInvoice))]
    [InlineData(",CO,F-2,2026-11-02,1,", "customer_id", nameof(TextKey.EmptyValue))]
    [InlineData("ACME,CO,F-2", "due_date", nameof(TextKey.ShortRow))]
    public void A_bad_row_is_named_by_line_and_column_and_the_rest_goes_in(string row, string column, string what)
    {
        var (customers, problems) = Read(ReceivablesMap.Plain(), Header, "ACME,CO,F-1,2026-11-02,1,", row, "ACME,CO,F-9,2026-11-02,1,");

        Assert.Equal(["F-1", "F-9"], customers.Single().Obligation.Ledger.Due.Select(line => line.Name));
        var problem = Assert.Single(problems);
        Assert.Equal((3, column, what), (problem.Line, problem.Column, problem.What.ToString()));
    }

    [Theory]
    [InlineData("", nameof(TextKey.EmptyInvoices))]
    [InlineData("customer_id,number,due_date,amount,paid_date\n1,2", nameof(TextKey.NoColumns))]
    public void A_file_without_its_columns_is_refused_as_a_whole(string text, string what) =>
        Assert.Equal(what, Assert.Throws<UnusableFileException>(() => new ReceivablesFile(ReceivablesMap.Plain()).Read(new StringReader(text), null, Monday)).What.ToString());

    [Theory]
    [InlineData("{\n \"amount\": \"value\",\n \"colour\": \"red\" }", 3, nameof(TextKey.UnknownInMap))]
    [InlineData("{\n \"anchor\": \"June\" }", 2, nameof(TextKey.BadInMap))]
    [InlineData("{\n \"shiftDays\": \"a year\" }", 2, nameof(TextKey.BadInMap))]
    [InlineData("[]", 1, nameof(TextKey.NotJson))]
    [InlineData("{\n \"amount\": ", 2, nameof(TextKey.NotJson))]
    public void A_mistake_in_a_map_is_named_by_its_line(string json, int line, string what)
    {
        var mistake = Assert.Throws<UnusableFileException>(() => Map(json));

        Assert.Equal((what, "map.json"), (mistake.What.ToString(), mistake.File));
        Assert.Equal(line, Convert.ToInt32(mistake.Values[0], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_example_of_the_documentation_can_be_read()
    {
        var folder = Path.Combine(Cli.RepositoryRoot.Find(), "docs", "examples");
        var map = ReceivablesMap.Read("map.json", File.ReadAllText(Path.Combine(folder, "receivables-map.json")), Monday);
        var file = new ReceivablesFile(map);

        using var text = new StreamReader(Path.Combine(folder, "receivables.csv"));
        Assert.Equal(6, file.Read(text, null, Monday).Count);
        Assert.Empty(file.Problems);
    }

    private static ReceivablesMap Map(string json) => ReceivablesMap.Read("map.json", json, Monday);

    private static (DemoCustomer[] Customers, RowProblem[] Problems) Read(ReceivablesMap map, params string[] lines)
    {
        var file = new ReceivablesFile(map);
        var customers = file.Read(new StringReader(string.Join('\n', lines)), null, Monday).ToArray();
        return (customers, [.. file.Problems]);
    }
}
