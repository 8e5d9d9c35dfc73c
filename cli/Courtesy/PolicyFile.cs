using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Shared;
using CsvHelper;

namespace Crm.Extensions.Cli.Courtesy;

/// <summary>Reads house policy as rows of crmx_courtesypolicy: <c>country,rule,value,mode,from,until</c>. A row that makes no sense is named and left out.</summary>
internal sealed class PolicyFile
{
    private readonly List<string> problems = [];

    public IReadOnlyList<string> Problems => problems;

    /// <exception cref="InvalidDataException">The file is empty or lacks the column rule.</exception>
    public IReadOnlyList<PolicyRow> Read(string path)
    {
        using var file = File.OpenText(path);
        using var csv = CsvColumns.Open(file, path, ["rule"]);
        var rows = new List<PolicyRow>();
        while (csv.Read())
        {
            if (ReadRow(csv, path) is { } row) rows.Add(row);
        }

        return rows;
    }

    private PolicyRow? ReadRow(CsvReader csv, string path)
    {
        var before = problems.Count;
        var rule = CsvColumns.Text(csv, "rule");
        var modeText = CsvColumns.Text(csv, "mode");
        RuleMode? mode = null;
        var known = RuleIds.All.Concat(RuleIds.Limits);
        if (!known.Contains(rule)) problems.Add(CsvColumns.Problem(csv, path, "rule", "is no rule. Known: " + string.Join(", ", known)));
        if (modeText.Length > 0)
        {
            if (Words.TryRead<RuleMode>(modeText, out var read)) mode = read;
            else problems.Add(CsvColumns.Problem(csv, path, "mode", "is none of " + string.Join(", ", Words.All<RuleMode>())));
        }

        var row = new PolicyRow(CsvColumns.Text(csv, "country"), rule, CsvColumns.Text(csv, "value"), mode, Day(csv, path, "from"), Day(csv, path, "until"));
        if (problems.Count == before && !HouseRule.TryRead(row, out _, out _)) problems.Add(CsvColumns.Problem(csv, path, "value", $"is no value that '{rule}' can take"));
        return problems.Count == before ? row : null;
    }

    private CalendarDate? Day(CsvReader csv, string path, string column)
    {
        var text = CsvColumns.Text(csv, column);
        if (text.Length == 0) return null;
        if (CalendarDate.TryParse(text, out var day)) return day;
        problems.Add(CsvColumns.Problem(csv, path, column, "is no date such as 2026-11-22"));
        return null;
    }
}

/// <summary>What the CSV files of <c>crmx courtesy</c> have in common.</summary>
internal static class CsvColumns
{
    /// <summary>The file behind its header.</summary>
    /// <exception cref="InvalidDataException">The file is empty or lacks a column.</exception>
    public static CsvReader Open(TextReader file, string name, IReadOnlyCollection<string> required)
    {
        var csv = new CsvReader(file, new CsvHelper.Configuration.CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = null,
            MissingFieldFound = null,
            PrepareHeaderForMatch = header => header.Header.Trim().ToUpperInvariant(),
        });
        if (!csv.Read() || !csv.ReadHeader()) throw new InvalidDataException($"{name} is empty; its first line must name the columns {string.Join(", ", required)}.");
        var missing = required.Except((csv.HeaderRecord ?? []).Select(header => header.Trim()), StringComparer.OrdinalIgnoreCase).ToArray();
        return missing.Length == 0 ? csv : throw new InvalidDataException($"{name} lacks the column {string.Join(", ", missing)}.");
    }

    /// <summary>The trimmed value; empty where the file has no such column.</summary>
    public static string Text(CsvReader csv, string column) => csv.TryGetField<string>(column, out var text) ? (text ?? "").Trim() : "";

    public static string Problem(CsvReader csv, string name, string column, string what) =>
        $"{name}, line {csv.Parser.RawRow.ToString(CultureInfo.InvariantCulture)}, column {column}: '{Text(csv, column)}' {what}.";
}
