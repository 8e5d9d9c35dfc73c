using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using Crm.Extensions.Cli.Commands;
using Crm.Extensions.Cli.Compensation;
using Xunit;

namespace Crm.Extensions.Tests.Compensation;

/// <summary><c>crmx compensation</c>, as HR calls it.</summary>
public sealed class CloseCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("close").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_small_set_closes_to_the_cent_as_the_rules_say()
    {
        // kept 900 + 500 of 1,500 is 93.33 %; from 80 % to 100 % that is two thirds: 666.67 of 1,000, a fifth of which waits for the customer to stay
        Small();

        var (code, output, error) = Close("out", "--json");

        Assert.Equal((0, ""), (code, error));
        using var summary = JsonDocument.Parse(output);
        Assert.Equal(533.34m, summary.RootElement.GetProperty("payable").GetDecimal());
        Assert.StartsWith("W1,2026-Q3,CM v1,USD,666.67,133.33,533.34,", File.ReadLines(At("out/statements.csv")).ElementAt(1), StringComparison.Ordinal);
        Assert.Equal(133.33m, Rows("out/opening.csv").Sum(fields => Amount(fields[4])));
    }

    [Fact]
    public void What_was_held_back_is_paid_by_a_later_close_that_opens_with_it()
    {
        Small();
        Close("third");

        var (code, _, _) = Run("close", "--period", "2027-H1", "--plans", At("plans.json"), "--workers", At("workers.csv"), "--customers", At("customers.csv"), "--assignments", At("assignments.csv"), "--opening", At("third/opening.csv"), "--output", At("half"));

        Assert.Equal(0, code);
        var vested = Rows("half/lines.csv").Where(fields => fields[3] == "Vesting");
        Assert.Equal(133.33m, vested.Sum(fields => Amount(fields[8])));
    }

    [Fact]
    public void The_order_of_rows_changes_no_byte_also_where_customers_moved_between_two()
    {
        Assert.Equal(0, Run("generate", "--workers", "3", "--customers", "400", "--periods", "1", "--seed", "9", "--output", folder).Code);
        File.Move(At("customers-2026-01.csv"), At("customers.csv"));
        string[] facts = ["--surveys", At("surveys.csv"), "--absences", At("absences.csv"), "--acts", At("acts.csv"), "--departures", At("departures.csv"), "--adjustments", At("adjustments-2026-01.csv")];
        Assert.Equal(0, Close("one", facts).Code);
        foreach (var name in new[] { "workers", "customers", "assignments", "surveys", "absences", "acts", "departures", "adjustments-2026-01" }) Shuffle(name + ".csv");

        Assert.Equal(0, Close("two", facts).Code);

        foreach (var name in new[] { "statements.csv", "lines.csv", "opening.csv" }) Assert.Equal(File.ReadAllBytes(At("one/" + name)), File.ReadAllBytes(At("two/" + name)));
    }

    [Fact]
    public void Bad_rows_are_named_by_file_line_and_column_and_the_rest_is_paid()
    {
        Small();
        File.AppendAllText(At("assignments.csv"), "C9,W1,2024-01-01,\nC1,W2,2026-09-01,2026-08-01\n");

        var (code, output, error) = Close("out");

        Assert.Equal(2, code);
        Assert.Contains("assignments.csv, line 4, column customer: there is no customer 'C9' in customers.csv.", error, StringComparison.Ordinal);
        Assert.Contains("assignments.csv, line 5, column until: '2026-08-01' lies before the first day, 2026-09-01.", error, StringComparison.Ordinal);
        Assert.Contains("533.34 payable; 2 rows left out", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_worker_has_a_statement_of_its_own_where_it_is_asked_for()
    {
        Small();
        Close("out", "--statements");

        using var statement = JsonDocument.Parse(File.ReadAllBytes(At("out/statements/W1.json")));
        Assert.Equal(533.34m, statement.RootElement.GetProperty("payable").GetDecimal());
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_in_a_line()
    {
        Small();
        File.Delete(At("workers.csv"));

        var (code, _, error) = Close("out");

        Assert.Equal(1, code);
        Assert.Contains("workers.csv", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Recognitions_over_files_count_by_the_rule_of_the_tenant()
    {
        Small();
        File.WriteAllText(At("plans.json"), """[{ "code": "CM", "version": 1, "currency": "USD", "targetPay": 1000, "components": [{ "id": "greeting", "metric": "Recognition", "weight": 100, "goal": 4, "evidence": "Recognitions" }] }]""");
        File.WriteAllText(At("recognitions.csv"), """
            worker,customer,id,on,verified,refuted,activity
            W1,C1,1,2026-07-01,sample,,call 1
            W1,C2,2,2026-07-02,sample,yes,call 2
            W1,C1,3,2026-07-03,none,,call 3
            W1,C2,4,2026-07-04,none,,call 4
            W1,C2,5,2026-07-05,customer,,

            """);

        var (code, _, error) = Close("out", "--recognitions", At("recognitions.csv"));

        // one of two checks was true: 1 + 2 × 0.5 = 2 of 4; of the last no meeting is on record
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(500m, Amount(Rows("out/statements.csv").Single()[6]));
    }

    [Fact]
    public void Every_statement_of_a_generated_tenant_is_the_sum_of_its_lines()
    {
        Assert.Equal(0, Run("generate", "--workers", "5", "--customers", "200", "--periods", "1", "--seed", "7", "--output", folder).Code);
        File.Move(At("customers-2026-01.csv"), At("customers.csv"));

        var (code, output, _) = Close("out", "--surveys", At("surveys.csv"), "--absences", At("absences.csv"));

        Assert.Equal(0, code);
        Assert.StartsWith("2026-01: 5 statements of 200 customers", output, StringComparison.Ordinal);
        var lines = Rows("out/lines.csv").GroupBy(fields => fields[0]).ToDictionary(worker => worker.Key, worker => worker.Sum(fields => Amount(fields[8])));
        var statements = Rows("out/statements.csv").ToDictionary(fields => fields[0], fields => Amount(fields[6]));
        Assert.Equal(statements, lines);
        Assert.All(statements.Values, payable => Assert.True(payable > 0));
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
        Small();
        File.WriteAllText(At("plans.json"), """[{ "code": "CM", "targetPay": 1, "isForCustomerManagers": true, "components": [{ "id": "q", "metric": "ProductQuota", "weight": 100, "evidence": "Sales" }] }]""");

        var (code, _, error) = Close("out");

        Assert.NotEqual(0, code);
        Assert.Contains("product quota alone", error, StringComparison.Ordinal);
    }

    private void Small()
    {
        File.WriteAllText(At("plans.json"), """
            [{ "code": "CM", "version": 1, "currency": "USD", "targetPay": 1000, "isForCustomerManagers": true, "components": [
               { "id": "retention", "metric": "Retention", "weight": 100, "threshold": 0.8, "holdBackShare": 0.2, "vestsAfterDays": 90, "evidence": "Value snapshots" } ] }]
            """);
        File.WriteAllText(At("workers.csv"), "worker,plan\nW1,CM\n");
        File.WriteAllText(At("customers.csv"), "customer,segment,value_at_start,value,expected,attainable\nC1,A,1000,900,950,1200\nC2,B,500,500,480,600\n");
        File.WriteAllText(At("assignments.csv"), "customer,worker,from,until\nC1,W1,2024-01-01,\nC2,W1,2024-01-01,\n");
    }

    // odd rows last, and backwards, so that a customer's rows stand apart
    private void Shuffle(string name)
    {
        var rows = File.ReadAllLines(At(name));
        var order = rows.Skip(1).Reverse().Select((row, index) => (row, index)).OrderBy(one => one.index % 2).Select(one => one.row);
        File.WriteAllLines(At(name), [rows[0], .. order]);
    }

    private IEnumerable<string[]> Rows(string name) => File.ReadLines(At(name)).Skip(1).Select(row => row.Split(','));

    private static decimal Amount(string field) => decimal.Parse(field, CultureInfo.InvariantCulture);

    private string At(string name) => Path.Combine(folder, name);

    private (int Code, string Output, string Error) Close(string to, params string[] more) => Run(
        ["close", "--period", more.Length > 2 ? "2026-01" : "2026-Q3", "--plans", At("plans.json"), "--workers", At("workers.csv"), "--customers", At("customers.csv"), "--assignments", At("assignments.csv"), "--output", At(to), .. more]);

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = CompensationCommand.Create().Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
