using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text.Json;
using Crm.Extensions.Cli.Commands;
using Xunit;

namespace Crm.Extensions.Tests.Rules;

public class CourtesyCommandTests
{
    [Theory]
    [InlineData("CO", "2026-11-22T10:00", false, "2026-11-23T07:00:00-05:00")]
    [InlineData("CO", "2026-11-23T10:00", true, "2026-11-23T10:00:00-05:00")]
    [InlineData("CO", "2026-11-23T10:00Z", false, "2026-11-23T07:00:00-05:00")]
    [InlineData("MX", "2026-11-23T07:00", true, "2026-11-23T07:00:00-06:00")]
    [InlineData("MX", "2026-11-23T07:00:00-06:00", false, "2026-11-23T09:00:00-06:00")]
    public void A_time_without_an_offset_is_the_debtors_own(string country, string at, bool allowed, string next)
    {
        var run = Run("courtesy", "--country", country, "--channel", "phonecall", "--purpose", "collection", "--at", at, "--json");
        using var json = JsonDocument.Parse(run.Output);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(allowed, json.RootElement.GetProperty("allowed").GetBoolean());
        Assert.Equal(next, json.RootElement.GetProperty("nextAllowedAt").GetString());
    }

    [Theory]
    [InlineData("America/Tijuana")]
    [InlineData("Pacific Standard Time (Mexico)")]
    [InlineData("5")]
    public void A_time_zone_is_known_by_each_of_its_names(string zone)
    {
        var run = Run("courtesy", "--country", "MX", "--channel", "phonecall", "--purpose", "collection", "--at", "2026-11-23T05:00", "--timezone", zone, "--json");

        Assert.Contains("2026-11-23T07:00:00-08:00", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_row_of_the_history_is_named_by_line_and_column_and_the_rest_counts()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "at,channel,purpose,conversation\n2026-11-24T09:00,fax,collection,\n2026-11-24T09:00,phonecall,collection,true\n24/11/2026,sms,collection,\n");

            var run = Run("courtesy", "--country", "CO", "--channel", "phonecall", "--purpose", "collection", "--at", "2026-11-24T15:00", "--history", file, "--json");

            Assert.Equal(2, run.ExitCode);
            Assert.Contains("line 2, column channel: 'fax'", run.Error, StringComparison.Ordinal);
            Assert.Contains("line 4, column at: '24/11/2026'", run.Error, StringComparison.Ordinal);
            Assert.Contains("\"daily-cap\"", run.Output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Without_json_the_answer_is_a_sentence_in_the_readers_language()
    {
        var run = Run("courtesy", "--country", "CO", "--channel", "phonecall", "--purpose", "collection", "--at", "2026-11-22T10:00", "--language", "es");

        Assert.StartsWith("APLAZADO: Para el cliente es domingo 22 de noviembre, 10:00", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--country", "ZZ")]
    [InlineData("--channel", "fax")]
    [InlineData("--purpose", "dunning")]
    [InlineData("--at", "tomorrow")]
    [InlineData("--language", "fr")]
    [InlineData("--timezone", "Nowhere")]
    [InlineData("--history", "/no/such/file.csv")]
    public void What_cannot_be_understood_ends_with_code_1_and_no_answer(string option, string value)
    {
        string[] right = ["--country", "CO", "--channel", "phonecall", "--purpose", "collection", "--at", "2026-11-22T10:00"];
        var at = Array.IndexOf(right, option);
        string[] given = at < 0 ? [.. right, option, value] : [.. right[..(at + 1)], value, .. right[(at + 2)..]];

        var run = Run(["courtesy", .. given]);

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void A_ledger_and_a_policy_are_heard()
    {
        var run = WithFiles(
            "{\"obligations\":[{\"key\":\"loan\",\"currency\":\"MXN\",\"asOf\":\"2026-10-12T09:00\",\"installments\":[{\"dueDate\":\"2026-10-08\",\"amount\":1000,\"paid\":996.60}]}]}",
            "rule,value,mode\nnothing-such,,\ndaily-cap,0,enforce\nlimit-notice,,observe\n",
            (ledger, policy) => Run(
                "courtesy", "--country", "MX", "--channel", "phonecall", "--purpose", "collection", "--at", "2026-10-12T10:00", "--ledger", ledger, "--policy", policy));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("line 2, column rule: 'nothing-such'", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("line 4", run.Error, StringComparison.Ordinal);
        Assert.Contains("MXN 3.40 is left over", run.Output, StringComparison.Ordinal);
        Assert.Contains("Our own policy leaves no contact", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_that_nobody_knows_is_told_and_leaves_the_national_hours()
    {
        var run = Run("courtesy", "--country", "BR-XX", "--channel", "phonecall", "--purpose", "collection", "--at", "2026-11-24T10:00");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'XX' is no state that the pack of BR knows", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("ALLOWED", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, Run("courtesy", "--country", "BR-SP", "--channel", "phonecall", "--purpose", "collection", "--at", "2026-11-24T10:00").ExitCode);
    }

    [Theory]
    [InlineData("{\n\"obligations\":[{\"key\":\"a\",\n\"currencey\":\"MXN\"}]}", "(3): unknown member 'currencey'")]
    [InlineData("{\"holds\":[{\"kind\":\"tired\"}]}", "(1): kind 'tired' is none of deceased")]
    [InlineData("{\"obligations\":[{\"key\":\"a\",\"installments\":[\n{\"dueDate\":\"2026-02-30\",\"amount\":1}]}]}", "(2): dueDate '2026-02-30' is no date")]
    [InlineData("{\"obligations\":[{\"key\":\"a\",\"installments\":[{\"dueDate\":\"2026-02-28\"}]}]}", "(1): 'amount' is missing")]
    [InlineData("{", "this is not JSON")]
    public void A_mistake_in_the_ledger_is_named_by_line_and_member(string ledger, string problem)
    {
        var run = WithFiles(ledger, "", (path, _) => Run("courtesy", "--country", "MX", "--channel", "phonecall", "--purpose", "collection", "--at", "2026-10-12T10:00", "--ledger", path));

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_contacts_is_answered_line_by_line()
    {
        var run = WithFiles(
            "[{\"customer\":\"ana\",\"obligations\":[]},{\"customer\":\"eva\",\"obligations\":[{\"key\":\"k\",\"asOf\":\"2030-01-01T00:00\",\"installments\":[{\"dueDate\":\"2026-10-08\",\"amount\":99}]}]}]",
            "country,channel,purpose,at,customer\nMX,phonecall,collection,2026-10-12T10:00,ana\nMX,fax,collection,2026-10-12T10:00,ana\nMX,phonecall,collection,2026-10-12T10:00,eva\n",
            (ledger, contacts) => Run("courtesy", "--input", contacts, "--ledger", ledger, "--json"));
        var lines = run.Output.TrimEnd('\n', '\r').Split('\n', StringSplitOptions.TrimEntries);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(3, lines.Length);
        Assert.Contains("\"nothing-overdue\"", lines[0], StringComparison.Ordinal);
        Assert.Empty(lines[1]);
        Assert.Contains("line 3: 'fax' is no channel", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("{\"allowed\":true", lines[2], StringComparison.Ordinal);
    }

    private static Answer WithFiles(string first, string second, Func<string, string, Answer> run)
    {
        string[] files = [Path.GetTempFileName(), Path.GetTempFileName()];
        try
        {
            File.WriteAllText(files[0], first);
            File.WriteAllText(files[1], second);
            return run(files[0], files[1]);
        }
        finally
        {
            foreach (var file in files) File.Delete(file);
        }
    }

    [Fact]
    public void Holidays_are_printed_as_csv_in_the_order_of_their_dates()
    {
        var lines = Run("holidays", "--country", "CO", "--from", "2026", "--to", "2027").Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("country,date,name", lines[0]);
        Assert.Equal("CO,2026-01-01,Año Nuevo", lines[1]);
        Assert.Contains("CO,2027-07-12,Día de Nuestra Señora del Rosario de Chiquinquirá (observado)", lines);
        Assert.Equal(39, lines.Length);
        Assert.Equal(lines.Skip(1).Order(StringComparer.Ordinal).Select(line => line[..13]), lines.Skip(1).Select(line => line[..13]));
    }

    [Fact]
    public void The_banks_calendar_is_another_one()
    {
        Assert.Contains("MX,2026-12-12,", Run("holidays", "--country", "MX", "--from", "2026", "--to", "2026", "--calendar", "bank").Output, StringComparison.Ordinal);
        Assert.Contains("ES,2026-04-06,Lunes de Pascua", Run("holidays", "--country", "ES", "--year", "2026", "--calendar", "bank").Output, StringComparison.Ordinal);
    }

    private static Answer Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var root = new RootCommand { CourtesyCommand.Create(), HolidaysCommand.Create() };
        var code = root.Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return new Answer(code, output.ToString(), error.ToString());
    }

    private sealed record Answer(int ExitCode, string Output, string Error);
}
