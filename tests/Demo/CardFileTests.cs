using System;
using System.IO;
using System.Linq;
using Crm.Extensions.Cli.Demo;
using Xunit;

namespace Crm.Extensions.Tests.Demo;

public sealed class CardFileTests
{
    private const string Header =
        "ID,LIMIT_BAL,PAY_0,PAY_2,PAY_3,PAY_4,PAY_5,PAY_6,BILL_AMT1,BILL_AMT2,BILL_AMT3,BILL_AMT4,BILL_AMT5,BILL_AMT6,PAY_AMT1,PAY_AMT2,PAY_AMT3,PAY_AMT4,PAY_AMT5,PAY_AMT6";

    private const string Good = "1,20000,2,2,-1,-1,-2,-2,3913,3102,689,0,0,-5,0,689,0,0,0,0";

    private static readonly DateOnly Monday = new(2026, 11, 16);

    [Fact]
    public void The_latest_month_of_the_file_is_the_last_statement()
    {
        var customer = Assert.Single(Read(Header + "\n" + Good).Customers);

        Assert.Equal(2, customer.Obligation.MonthsLate);
        Assert.Equal(3913, customer.Obligation.Balance);
        Assert.Equal([-5m, 0m, 0m, 689m, 3102m, 3913m], customer.Obligation.Statements.Select(statement => statement.Billed));
        Assert.Equal(CardLedger.LastDue(1, Monday), customer.Obligation.Statements[^1].Due);
    }

    [Theory]
    [InlineData("2,abc,0,0,0,0,0,0,1,1,1,1,1,1,1,1,1,1,1,1", "LIMIT_BAL", nameof(TextKey.NotANumber))]
    [InlineData("2,,0,0,0,0,0,0,1,1,1,1,1,1,1,1,1,1,1,1", "LIMIT_BAL", nameof(TextKey.EmptyNumber))]
    [InlineData("2,100,99,0,0,0,0,0,1,1,1,1,1,1,1,1,1,1,1,1", "PAY_0", nameof(TextKey.OutOfRange))]
    [InlineData("1,100,0,0,0,0,0,0,1,1,1,1,1,1,1,1,1,1,1,1", "ID", nameof(TextKey.SeenBefore))]
    [InlineData("2,100,0", "PAY_2", nameof(TextKey.ShortRow))]
    public void A_bad_row_is_named_by_line_and_column_and_the_rest_goes_on(string row, string column, string what)
    {
        var (customers, problems) = Read(string.Join('\n', Header, Good, row, Good.Replace("1,20000", "3,20000", StringComparison.Ordinal)));

        Assert.Equal([1, 3], customers.Select(customer => customer.Number));
        var problem = Assert.Single(problems);
        Assert.Equal((3, column, what), (problem.Line, problem.Column, problem.What.ToString()));
    }

    [Fact]
    public void Clients_are_taken_by_turns_to_Colombia_and_Mexico_and_no_more_than_asked_for()
    {
        var rows = Enumerable.Range(1, 9).Select(id => Good.Replace("1,20000", id + ",20000", StringComparison.Ordinal));

        var (customers, _) = Read(Header + "\n" + string.Join('\n', rows), take: 4);

        Assert.Equal(["CO", "MX", "CO", "MX"], customers.Select(customer => customer.Country));
    }

    [Theory]
    [InlineData("", nameof(TextKey.EmptyFile))]
    [InlineData("ID,LIMIT_BAL\n1,2", nameof(TextKey.NoColumns))]
    public void A_file_without_its_columns_is_refused_as_a_whole(string text, string what) =>
        Assert.Equal(what, Assert.Throws<UnusableFileException>(() => Read(text)).What.ToString());

    private static (DemoCustomer[] Customers, RowProblem[] Problems) Read(string text, int? take = null)
    {
        var file = new CardFile();
        var customers = file.Read(new StringReader(text), take, Monday).ToArray();
        return (customers, [.. file.Problems]);
    }
}
