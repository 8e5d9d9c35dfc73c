using System;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using Crm.Extensions.Cli.Commands;
using Xunit;

namespace Crm.Extensions.Tests.Compensation;

public class ValueCommandTests
{
    [Fact]
    public void A_file_of_transactions_is_answered_with_the_fit_and_every_customer()
    {
        var run = WithFile(Shop("customer_id,date,amount", "{0},{1:yyyy-MM-dd},{2}"), path => Run("--input", path, "--json", "--horizon-weeks", "26", "--margin", "0.5"));
        using var json = JsonDocument.Parse(run.Output);
        var (purchases, spend, customers) = (json.RootElement.GetProperty("bgnbd"), json.RootElement.GetProperty("gammaGamma"), json.RootElement.GetProperty("customers"));

        Assert.Equal(0, run.ExitCode);
        Assert.All((string[])["r", "alpha", "a", "b"], name => Assert.True(purchases.GetProperty(name).GetDouble() > 0));
        Assert.All((string[])["p", "q", "gamma"], name => Assert.True(spend.GetProperty(name).GetDouble() > 0));
        Assert.True(purchases.GetProperty("logLikelihood").GetDouble() < 0);
        Assert.True(purchases.GetProperty("converged").GetBoolean());
        Assert.Equal(400, customers.GetArrayLength());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("holdout").ValueKind);
        var first = customers[0];
        Assert.Equal("C00000", first.GetProperty("customerId").GetString());
        ValueMathematicsTests.Near(0.5 * first.GetProperty("expectedPurchases").GetDouble() * first.GetProperty("expectedSpend").GetDouble(), first.GetProperty("expectedValue").GetDouble(), 0.01);
    }

    [Fact]
    public void Cdnow_columns_give_the_same_fit_and_a_calibration_is_compared_with_what_came_after()
    {
        string[] options = ["--calibrate-weeks", "40", "--json"];
        var csv = WithFile(Shop("customer_id,date,amount", "{0},{1:yyyy-MM-dd},{2}"), path => Run(["--input", path, .. options]));
        var cdnow = WithFile(Shop("", " {0} 0001 {1:yyyyMMdd}  1 {2,7}"), path => Run(["--input", path, "--format", "cdnow", .. options]));
        using var json = JsonDocument.Parse(csv.Output);
        var holdout = json.RootElement.GetProperty("holdout");

        Assert.Equal(csv.Output, cdnow.Output);
        Assert.Equal(holdout.GetProperty("actual").GetInt32(), json.RootElement.GetProperty("customers").EnumerateArray().Sum(customer => customer.GetProperty("actualPurchases").GetInt32()));
        Assert.Equal(400, holdout.GetProperty("byFrequency").EnumerateArray().Sum(row => row.GetProperty("customers").GetInt32()));
        Assert.InRange(holdout.GetProperty("bias").GetDouble(), -0.35, 0.35);
    }

    [Fact]
    public void The_order_of_the_rows_does_not_matter()
    {
        var lines = Shop("customer_id,date,amount", "{0},{1:yyyy-MM-dd},{2}").Split('\n');
        var turned = string.Join('\n', [lines[0], .. lines.Skip(1).Reverse()]);

        Assert.Equal(WithFile(string.Join('\n', lines), path => Run("--input", path, "--json")).Output, WithFile(turned, path => Run("--input", path, "--json")).Output);
    }

    [Fact]
    public void A_row_that_makes_no_sense_is_named_by_line_and_column_and_the_rest_is_fitted()
    {
        var shop = Shop("customer_id,date,amount", "{0},{1:yyyy-MM-dd},{2}").Split('\n');
        var broken = string.Join('\n', [shop[0], "x,2025-02-30,5", ",2025-02-01,5", "x,2025-02-01,\"1.234,50\"", "x,2025-02-01,1e20", "x,2025-02-01,9000000000000", .. shop.Skip(1)]);

        var whole = WithFile(string.Join('\n', shop), path => Run("--input", path, "--json"));
        var run = WithFile(broken, path => Run("--input", path, "--json"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("line 2, column date: '2025-02-30' is no date such as 2026-11-22.", run.Error, StringComparison.Ordinal);
        Assert.Contains("line 3, column customer_id: '' is empty.", run.Error, StringComparison.Ordinal);
        Assert.Contains("line 4, column amount: '1.234,50' is no amount such as 1234.56.", run.Error, StringComparison.Ordinal);
        Assert.Contains("line 5, column amount: '1e20'", run.Error, StringComparison.Ordinal);
        Assert.Contains("line 6, column amount: '9000000000000' is beyond", run.Error, StringComparison.Ordinal);
        Assert.Equal(whole.Output, run.Output);
    }

    [Fact]
    public void Values_are_written_one_customer_a_row()
    {
        var values = Path.GetTempFileName();
        try
        {
            var run = WithFile(Shop("customer_id,date,amount", "{0},{1:yyyy-MM-dd},{2}"), path => Run("--input", path, "--output", values, "--calibrate-weeks", "40"));
            var lines = File.ReadAllLines(values);

            Assert.Equal(0, run.ExitCode);
            Assert.Equal("customer_id,frequency,recency,age,mean_spend,alive,expected_purchases,expected_spend,expected_value,actual_purchases", lines[0]);
            Assert.Equal(401, lines.Length);
            Assert.All(lines, line => Assert.Equal(10, line.Split(',').Length));
            Assert.Contains("BG/NBD", run.Output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(values);
        }
    }

    [Theory]
    [InlineData("customer_id,date\nx,2025-01-01\n", "lacks the column amount")]
    [InlineData("", "is empty")]
    [InlineData("customer_id,date,amount\nx,never,5\n", "no transaction that can be read")]
    [InlineData("customer_id,date,amount\nx,2025-01-01,5\nx,2025-03-01,5\n", "Of 1 customers 1 came again and paid; at least 10 must have")]
    public void A_file_that_cannot_be_fitted_ends_with_code_1_and_no_answer(string text, string problem)
    {
        var run = WithFile(text, path => Run("--input", path, "--json"));

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--calibrate-weeks", "400", "some must be left to be foretold")]
    [InlineData("--calibrate-weeks", "0", "some must be left to be foretold")]
    [InlineData("--horizon-weeks", "-1", "--horizon-weeks")]
    [InlineData("--margin", "30", "--margin")]
    [InlineData("--penalty", "-1", "--penalty")]
    [InlineData("--format", "xml", "Known: crmx, cdnow")]
    public void An_option_that_makes_no_sense_is_told(string option, string value, string problem)
    {
        var run = WithFile(Shop("customer_id,date,amount", "{0},{1:yyyy-MM-dd},{2}"), path => Run("--input", path, option, value));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
    }

    private static string Shop(string heading, string row)
    {
        var text = new StringBuilder();
        if (heading.Length > 0) text.Append(heading).Append('\n');
        foreach (var (id, purchases) in new ValueShop(2).Customers(400, 70))
        {
            foreach (var purchase in purchases) text.AppendFormat(CultureInfo.InvariantCulture, row, id, purchase.Day.Midnight, purchase.Amount).Append('\n');
        }

        return text.ToString();
    }

    private static Answer WithFile(string text, Func<string, Answer> run)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, text);
            return run(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Answer Run(params string[] options)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = new RootCommand { ValueCommand.Create() }.Parse(["value", .. options]).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return new Answer(code, output.ToString(), error.ToString());
    }

    private sealed record Answer(int ExitCode, string Output, string Error);
}
