using System;
using System.IO;
using System.Linq;
using Crm.Extensions.Cli.Compensation;
using Xunit;

namespace Crm.Extensions.Tests.Rules;

/// <summary><c>crmx compensation close</c> over files.</summary>
public sealed class PayCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("pay").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_generated_tenant_closes_to_the_same_bytes_twice_and_every_statement_is_the_sum_of_its_lines()
    {
        GeneratedTenant.Write(folder, 5, 200, 7);
        GeneratedTenant.WriteCustomers(At("c.csv"), 200, 7, 0);

        Assert.Equal(0, Close("one", out var said));
        Assert.Equal(0, Close("two", out _));

        Assert.StartsWith("2026-01: 5 statements of 200 customers", said);
        foreach (var file in new[] { "statements.csv", "lines.csv", "opening.csv" })
            Assert.Equal(File.ReadAllText(Path.Combine(folder, "one", file)), File.ReadAllText(Path.Combine(folder, "two", file)));
        var lines = File.ReadLines(Path.Combine(folder, "one", "lines.csv")).Skip(1).Select(line => line.Split(',')).GroupBy(fields => fields[0]).ToDictionary(worker => worker.Key, worker => worker.Sum(Amount));
        var statements = File.ReadLines(Path.Combine(folder, "one", "statements.csv")).Skip(1).Select(line => line.Split(',')).ToDictionary(fields => fields[0], fields => decimal.Parse(fields[6], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(statements, lines);
        Assert.All(statements.Values, payable => Assert.True(payable > 0));
    }

    [Fact]
    public void A_wrong_row_is_told_by_line_and_column_and_the_rest_is_paid()
    {
        GeneratedTenant.Write(folder, 2, 20, 7);
        GeneratedTenant.WriteCustomers(At("c.csv"), 20, 7, 0);
        File.AppendAllText(At("c.csv"), "C9999999,Wrong,A,many,1,1,1\n");

        Assert.Equal(2, Close("out", out _, out var faults));
        Assert.Contains("c.csv, line 22, column value_at_start: 'many' is no number.", faults);
    }

    [Theory]
    [InlineData("2026-Q3", "2026-07-01", "2026-09-30")]
    [InlineData("2026-H2", "2026-07-01", "2026-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2026", "2026-01-01", "2026-12-31")]
    public void A_period_is_read_by_its_code(string code, string from, string until)
    {
        var period = PeriodCode.Read(code);
        Assert.Equal((from, until), (period.From.ToString(), period.Until.ToString()));
    }

    [Fact]
    public void A_plan_that_pays_customer_managers_by_quota_alone_closes_nothing()
    {
        GeneratedTenant.Write(folder, 1, 5, 7);
        GeneratedTenant.WriteCustomers(At("c.csv"), 5, 7, 0);
        File.WriteAllText(At("plans.json"), """[{ "code": "CM", "targetPay": 1, "isForCustomerManagers": true, "components": [{ "id": "q", "metric": "ProductQuota", "weight": 100, "evidence": "Sales" }] }]""");

        Assert.Contains("product quota alone", Assert.Throws<InvalidDataException>(() => Close("out", out _)).Message);
    }

    private static decimal Amount(string[] fields) => decimal.Parse(fields[8], System.Globalization.CultureInfo.InvariantCulture);

    private string At(string name) => Path.Combine(folder, name);

    private int Close(string output, out string said) => Close(output, out said, out _);

    private int Close(string output, out string said, out string faults)
    {
        using var told = new StringWriter();
        using var wrong = new StringWriter();
        var code = CloseRun.Run(
            new CloseOptions { Period = "2026-01", Plans = At("plans.json"), Workers = At("workers.csv"), Customers = At("c.csv"), Assignments = At("assignments.csv"), Surveys = At("surveys.csv"), Output = At(output) },
            told, wrong);
        said = told.ToString();
        faults = wrong.ToString();
        return code;
    }
}
