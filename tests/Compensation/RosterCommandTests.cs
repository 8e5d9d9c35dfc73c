using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text.Json;
using Crm.Extensions.Cli.Commands;
using Xunit;

namespace Crm.Extensions.Tests.Compensation;

/// <summary><c>crmx roster</c>, as HR calls it.</summary>
public sealed class RosterCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("roster").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void It_tells_errors_by_line_and_column_and_what_would_change()
    {
        var file = Write("hr.csv", "hrid,name,job,from,salary,currency", "A1,Ana,agent,2026-01-01,12.5,USD", "A2,Bo,agent,2026-01-01,many,USD");

        var (code, output, error) = Run("--input", file);

        Assert.Equal(2, code);
        Assert.Contains("Line 3, column salary: 'many' is no amount", error, StringComparison.Ordinal);
        Assert.Contains("new employment A1 2026-01-01", output, StringComparison.Ordinal);
        Assert.Contains("2 rows: 1 right, 1 left out.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void As_JSON_each_error_has_its_line_column_and_code()
    {
        var file = Write("hr.csv", "hrid,name,job,from", "A1,Ana,juggler,2026-01-01");

        var (_, output, _) = Run("--input", file, "--json");

        using var json = JsonDocument.Parse(output);
        var error = json.RootElement.GetProperty("errors").EnumerateArray().Single();
        Assert.Equal((2, "job", 3, "JobUnknown"), (error.GetProperty("line").GetInt32(), error.GetProperty("column").GetString(), error.GetProperty("field").GetInt32(), error.GetProperty("code").GetString()));
    }

    [Fact]
    public void Against_the_file_that_was_imported_last_nothing_changes_and_own_jobs_and_absences_apart_are_understood()
    {
        var file = Write("hr.csv", "hrid,name,job,from", "A1,Ana,juggler,2026-01-01");
        var jobs = Write("jobs.csv", "code,name", "juggler,Juggler");
        var absences = Write("absences.csv", "hrid,absence,from,until", "A1,sick,2026-03-01,2026-03-04", "Z9,sick,2026-03-01,");

        var again = Run("--input", file, "--former", file, "--jobs", jobs);
        var away = Run("--input", file, "--jobs", jobs, "--absences", absences);

        Assert.Equal(0, again.Code);
        Assert.Contains("Nothing changes", again.Output, StringComparison.Ordinal);
        Assert.Contains("new absence A1 sick 2026-03-01", away.Output, StringComparison.Ordinal);
        Assert.Contains("Line 3, column hrid: Nobody has the hrid 'Z9'", away.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_in_a_line()
    {
        var (code, _, error) = Run("--input", Path.Combine(folder, "none.csv"));

        Assert.Equal(1, code);
        Assert.Contains("none.csv", error, StringComparison.Ordinal);
    }

    private string Write(string name, params string[] lines)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllLines(path, lines);
        return path;
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var root = new RootCommand { RosterCommand.Create() };
        var code = root.Parse(["roster", .. arguments, "--today", "2026-11-23"]).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
