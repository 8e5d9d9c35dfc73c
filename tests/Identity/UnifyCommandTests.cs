using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using Crm.Extensions.Cli.Commands;
using Xunit;

namespace Crm.Extensions.Tests.Identity;

/// <summary>The command as somebody uses it: files in, files out, words and exit codes.</summary>
public sealed class UnifyCommandTests : IDisposable
{
    private const string Header = "recordid,givenname,familyname,birthdate,email,phone\n";

    private const string Twice = Header
        + "1,Ana,Zubizarreta,1980-05-06,ana.zubizarreta@correo.mx,5511223344\n"
        + "2,Ana,Zubizarreta,1980-05-06,ana.zubizarreta@correo.mx,5511223344\n"
        + "3,Pedro,Quintero,1975-01-02,pedro.quintero@correo.mx,5599887766\n";

    private readonly string folder = Directory.CreateTempSubdirectory("unify").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Records_of_one_person_get_one_customer_and_every_record_is_in_the_result()
    {
        var result = Unify(Twice);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("source,recordid,customerid,score", result.Lines[0]);
        Assert.Equal(["crm|1", "crm|2", "crm|3"], result.Customers.Keys);
        Assert.Equal(result.Customers["crm|1"], result.Customers["crm|2"]);
        Assert.NotEqual(result.Customers["crm|1"], result.Customers["crm|3"]);
    }

    [Fact]
    public void Two_files_are_unified_together_and_a_source_is_a_files_name()
    {
        var sales = Write("sales.csv", Header + "7,Ana,Zubizarreta,1980-05-06,ana.zubizarreta@correo.mx,5511223344\n");
        var result = Unify(Twice, "--input", sales);

        Assert.Equal(result.Customers["crm|1"], result.Customers["sales|7"]);
    }

    [Fact]
    public void A_map_says_which_column_is_what_whatever_spaces_its_header_has()
    {
        var map = Write("map.json", """{ "recordid": "No.", "fullname": ["Quién", "Apellido"], "email": "Buzón" }""");
        var result = Unify(" No. ; Quién ;Apellido; Buzón\n1;Ana;Zubizarreta;ana@zubizarreta.mx\n2;Ana;Zubizarreta;ana@zubizarreta.mx\n", "--map", map);

        Assert.Equal(0, result.ExitCode);
        Assert.Single(result.Customers.Values.Distinct());
        Assert.DoesNotContain("is read as", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_map_obvious_names_are_guessed_and_said()
    {
        var result = Unify("Id,Nombre,Apellidos,Correo electrónico\n1,Ana,Zubizarreta,a@b.mx\n");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("crm.csv is read as recordid = Id, givenname = Nombre, familyname = Apellidos, email = Correo electrónico", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "nickname": "givenname" }""", "map.json, line 1: 'nickname' is no field. Known: recordid, fullname,")]
    [InlineData("""{ "email": "mail" }""", "crm.csv has no column 'mail', which map.json names. Its columns are recordid, givenname,")]
    [InlineData("{ \"email\":\n }", "map.json, line 2: this is no JSON")]
    [InlineData("""{ "email": 7 }""", "map.json, line 1: 'email' must be the name of a column")]
    [InlineData("{ }", "map.json maps nothing")]
    public void A_map_that_can_not_be_used_is_refused_with_the_remedy(string json, string message)
    {
        var result = Unify(Twice, "--map", Write("map.json", json));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Lines);
    }

    [Fact]
    public void A_file_of_which_no_column_is_known_is_refused_with_the_remedy()
    {
        var result = Unify("a,b\n1,2\n");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("crm.csv: no column has a name that is known. Say by --map map.json", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_refused_and_one_without_rows_gives_an_empty_result()
    {
        var empty = Unify("");
        var bare = Unify(Header);

        Assert.Equal(1, empty.ExitCode);
        Assert.Contains("crm.csv is empty", empty.Error, StringComparison.Ordinal);
        Assert.Equal(0, bare.ExitCode);
        Assert.Equal(["source,recordid,customerid,score"], bare.Lines);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var result = Run("unify", "--input", Path.Combine(folder, "nobody.csv"), "--output", Path.Combine(folder, "out.csv"));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("nobody.csv", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_rows_are_named_by_line_and_column_and_come_out_as_customers_of_their_own()
    {
        var result = Unify(Twice + "4,Ana\n,Ana,Zubizarreta,1980-05-06,ana.zubizarreta@correo.mx,5511223344\n1,Ana,Zubizarreta,1980-05-06,ana.zubizarreta@correo.mx,5511223344\n");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("crm.csv, line 5, column familyname: the row has 2 of 6 values", result.Error, StringComparison.Ordinal);
        Assert.Contains("crm.csv, line 6, column recordid: the record has no id", result.Error, StringComparison.Ordinal);
        Assert.Contains("crm.csv, line 7, column recordid: '1' is there already; this one is named '1#2'", result.Error, StringComparison.Ordinal);
        Assert.Equal(["crm|1", "crm|2", "crm|3", "crm|4", "crm|5", "crm|1#2"], result.Customers.Keys);
        Assert.Equal(5, result.Customers.Values.Distinct().Count());
        Assert.Equal(3, result.Lines.Count(line => line.EndsWith(','))); // marked: they have no score
    }

    [Fact]
    public void Ids_stay_when_records_are_added_with_or_without_the_earlier_result()
    {
        var before = Unify(Twice);
        var earlier = Write("earlier.csv", string.Join('\n', before.Lines));
        const string added = Twice + "4,Pedro,Quintero,1975-01-02,pedro.quintero@correo.mx,5599887766\n0,Luz,Restrepo,1990-03-04,luz.restrepo@correo.co,\n";

        foreach (var after in (IEnumerable<Result>)[Unify(added), Unify(added, "--previous", earlier)])
        {
            Assert.All(before.Customers, customer => Assert.Equal(customer.Value, after.Customers[customer.Key]));
            Assert.Equal(after.Customers["crm|3"], after.Customers["crm|4"]);
            Assert.DoesNotContain(after.Customers["crm|0"], before.Customers.Values);
        }
    }

    [Fact]
    public void With_the_earlier_result_ids_stay_even_when_the_order_changes()
    {
        var before = Unify(Twice);
        var earlier = Write("earlier.csv", string.Join('\n', before.Lines));
        var turned = Header + string.Concat(Twice.Split('\n')[1..^1].Reverse().Select(line => line + "\n"));

        var after = Unify(turned, "--previous", earlier);

        Assert.All(before.Customers, customer => Assert.Equal(customer.Value, after.Customers[customer.Key]));
    }

    [Fact]
    public void A_stewards_different_survives_and_leaves_the_older_part_its_id()
    {
        var before = Unify(Twice);
        var earlier = Write("earlier.csv", string.Join('\n', before.Lines));
        var decisions = Write("decisions.csv", "left,right,decision\n1,2,different\n");

        var after = Unify(Twice, "--previous", earlier, "--decisions", decisions);

        Assert.Equal(before.Customers["crm|1"], after.Customers["crm|1"]);
        Assert.DoesNotContain(after.Customers["crm|2"], before.Customers.Values);
    }

    [Fact]
    public void A_stewards_same_joins_what_nothing_else_would()
    {
        var result = Unify(Twice, "--decisions", Write("decisions.csv", "left,right,decision\ncrm|1,3,same\n"));

        Assert.Single(result.Customers.Values.Distinct());
    }

    [Theory]
    [InlineData("left,right,decision\n1,2,maybe\n", "decisions.csv, line 2, column decision: 'maybe' is no decision; write same or different")]
    [InlineData("left,right\n1,2\n", "decisions.csv lacks the column decision")]
    public void Decisions_that_can_not_be_understood_are_refused(string text, string message)
    {
        var result = Unify(Twice, "--decisions", Write("decisions.csv", text));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_holds_each_customer_once_keeps_its_records_apart()
    {
        var result = Unify(Twice, "--clean", "crm", "--reviews", Path.Combine(folder, "reviews.csv"));

        Assert.Equal(3, result.Customers.Values.Distinct().Count());
        var review = Assert.Single(File.ReadAllLines(Path.Combine(folder, "reviews.csv")).Skip(1));
        Assert.StartsWith("crm|1,crm|2,", review, StringComparison.Ordinal);
        Assert.Contains("clean-source", review, StringComparison.Ordinal);
    }

    [Fact]
    public void Against_the_truth_it_says_precision_recall_F1_and_blocking_recall()
    {
        var pairs = Write("pairs.csv", "left,right\n1,2\n2,3\n");
        var result = Run("unify", "--input", Write("crm.csv", Twice), "--truth", pairs, "--json");
        using var json = JsonDocument.Parse(result.Output);
        var quality = json.RootElement.GetProperty("quality");

        Assert.Equal(1, quality.GetProperty("precision").GetDouble());
        Assert.Equal(0.333333, quality.GetProperty("recall").GetDouble());
        Assert.Equal(0.5, quality.GetProperty("f1").GetDouble());
        Assert.Equal(3, quality.GetProperty("truePairs").GetInt64());
        Assert.InRange(quality.GetProperty("blockingRecall").GetDouble(), 0.333333, 1);
    }

    [Fact]
    public void Every_encoding_gives_the_same_customers()
    {
        const string text = "id,fullname,email\n1,María Peña Núñez,maria@pena.mx\n2,MARIA PENA NUNEZ,maria@pena.mx\n";
        var plain = UnifyBytes(Encoding.UTF8.GetBytes(text));
        var latin = UnifyBytes(Encoding.Latin1.GetBytes(text));

        Assert.Contains("read as Windows-1252 (Latin-1)", latin.Error, StringComparison.Ordinal);
        foreach (var other in (IEnumerable<Result>)
            [latin, UnifyBytes([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]), UnifyBytes([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]), UnifyBytes(Encoding.BigEndianUnicode.GetBytes(text))])
        {
            Assert.Equal(0, other.ExitCode);
            Assert.Equal(plain.Lines, other.Lines);
        }
    }

    [Fact]
    public void A_file_that_is_no_text_is_refused()
    {
        var result = UnifyBytes([.. Enumerable.Range(0, 4000).Select(at => (byte)(at * 7 % 11 == 0 ? 0 : at % 5))]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("crm.csv is no text", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_refused_rather_than_swallowing_the_rest()
    {
        var rows = string.Concat(Enumerable.Range(10, 5000).Select(number => string.Create(CultureInfo.InvariantCulture, $"{number},Luz,Restrepo,,,\n")));
        var result = Unify(Twice + "9,\"Ana,Zubizarreta,,,\n" + rows);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("crm.csv, line 5: a quote is opened and not closed", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nonsense_is_marked_and_loses_nothing()
    {
        var result = Unify(Twice
            + "4," + new string('x', 1 << 20) + ",Restrepo,1990-03-04,,\n"
            + "5,L\u0001u\u0007z\0,Restrepo,2090-03-04,,\n"
            + "6,\u202Eلوز\u202C,Restrepo,,,\n"
            + "7,,,,,\n");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["crm|1", "crm|2", "crm|3", "crm|4", "crm|5", "crm|6", "crm|7"], result.Customers.Keys);
        Assert.Contains("too-long: 1 record, the first in crm.csv, line 5.", result.Error, StringComparison.Ordinal);
        Assert.Contains("birthdate-future: 1 record, the first in crm.csv, line 6.", result.Error, StringComparison.Ordinal);
        Assert.Contains("control-characters", result.Error, StringComparison.Ordinal);
        Assert.Contains("empty: 1 record", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void One_seed_makes_one_file_whose_truth_is_met_well()
    {
        var people = Path.Combine(folder, "people.csv");
        var again = Path.Combine(folder, "again.csv");
        Assert.Equal(0, Run("unify", "--generate", "2000", "--seed", "7", "--output", people).ExitCode);
        Assert.Equal(0, Run("unify", "--generate", "2000", "--seed", "7", "--output", again).ExitCode);
        Assert.Equal(File.ReadAllText(people), File.ReadAllText(again));
        Assert.Equal(2001, File.ReadAllLines(people).Length);

        using var json = JsonDocument.Parse(Run("unify", "--input", people, "--truth-column", "cluster", "--json").Output);
        var quality = json.RootElement.GetProperty("quality");
        Assert.InRange(quality.GetProperty("precision").GetDouble(), 0.97, 1);
        Assert.InRange(quality.GetProperty("recall").GetDouble(), 0.85, 1);
    }

    [Fact]
    public void A_model_that_was_written_serves_again_with_the_same_result()
    {
        var people = Path.Combine(folder, "people.csv");
        var model = Path.Combine(folder, "model.json");
        Run("unify", "--generate", "1500", "--output", people);
        var trained = Path.Combine(folder, "trained.csv");
        var served = Path.Combine(folder, "served.csv");

        Assert.Equal(0, Run("unify", "--input", people, "--train", "--model-output", model, "--output", trained).ExitCode);
        Assert.Equal(0, Run("unify", "--input", people, "--model", model, "--output", served).ExitCode);

        Assert.Equal(File.ReadAllText(trained), File.ReadAllText(served));
    }

    [Fact]
    public void A_model_that_is_none_is_refused()
    {
        var result = Unify(Twice, "--model", Write("model.json", "{}"));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("model", result.Error, StringComparison.Ordinal);
    }

    private Result Unify(string csv, params string[] more) => UnifyBytes(Encoding.UTF8.GetBytes(csv), more);

    private Result UnifyBytes(byte[] csv, params string[] more)
    {
        var input = Path.Combine(folder, "crm.csv");
        var output = Path.Combine(folder, "clusters.csv");
        File.WriteAllBytes(input, csv);
        File.Delete(output);
        var run = Run(["unify", "--input", input, "--output", output, .. more]);
        return run with { Lines = File.Exists(output) ? File.ReadAllLines(output) : [] };
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static Result Run(params string[] args)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var root = new RootCommand { UnifyCommand.Create() };
        var exitCode = root.Parse(args).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return new Result(exitCode, output.ToString(), error.ToString(), []);
    }

    private sealed record Result(int ExitCode, string Output, string Error, string[] Lines)
    {
        /// <summary>Customer by source|recordid, in the file's order.</summary>
        public OrderedDictionary<string, string> Customers => new(Lines.Skip(1).Select(line => line.Split(',')).Select(part => KeyValuePair.Create(part[0] + "|" + part[1], part[2])));
    }
}
