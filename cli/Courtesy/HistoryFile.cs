using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Shared;
using CsvHelper;
using CsvHelper.Configuration;

namespace Crm.Extensions.Cli.Courtesy;

/// <summary>
/// Reads earlier contacts: <c>at,channel,purpose[,conversation,outcome]</c>. A row that makes no sense is reported by line and column and left out;
/// the rest is read.
/// </summary>
internal sealed class HistoryFile(LocalClock clock)
{
    private static readonly string[] Required = ["at", "channel", "purpose"];

    private static readonly Dictionary<string, ContactReach> Outcomes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["planned"] = ContactReach.Planned,
        ["stopped"] = ContactReach.NotMade,
        ["noanswer"] = ContactReach.Attempted,
        ["answeringmachine"] = ContactReach.Delivered,
        ["delivered"] = ContactReach.Delivered,
        ["thirdparty"] = ContactReach.Answered,
        ["wrongnumber"] = ContactReach.Answered,
        ["refused"] = ContactReach.Answered,
        ["conversation"] = ContactReach.Conversation,
    };

    private readonly List<string> problems = [];

    /// <summary>One sentence per value that could not be read.</summary>
    public IReadOnlyList<string> Problems => problems;

    /// <exception cref="InvalidDataException">The file is empty or lacks a column: nothing can be read.</exception>
    public IReadOnlyList<ContactAttempt> Read(TextReader file, string name)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = null,
            MissingFieldFound = null,
            PrepareHeaderForMatch = header => header.Header.Trim().ToUpperInvariant(),
        };
        using var csv = new CsvReader(file, configuration);
        if (!csv.Read() || !csv.ReadHeader()) throw new InvalidDataException($"{name} is empty; its first line must name the columns {string.Join(", ", Required)}.");
        var missing = Required.Except((csv.HeaderRecord ?? []).Select(header => header.Trim()), StringComparer.OrdinalIgnoreCase).ToArray();
        if (missing.Length > 0) throw new InvalidDataException($"{name} lacks the column {string.Join(", ", missing)}.");

        var attempts = new List<ContactAttempt>();
        while (csv.Read())
        {
            if (ReadRow(csv, name) is { } attempt) attempts.Add(attempt);
        }

        return attempts;
    }

    private ContactAttempt? ReadRow(CsvReader csv, string name)
    {
        var before = problems.Count;
        if (!LocalInstant.TryRead(csv.GetField("at"), clock, out var utc, out _)) Report(csv, name, "at", "is no time such as 2026-11-22T10:00");
        if (!Words.TryRead<Channel>(csv.GetField("channel"), out var channel)) Report(csv, name, "channel", "is none of " + string.Join(", ", Words.All<Channel>()));
        if (!Words.TryRead<Purpose>(csv.GetField("purpose"), out var purpose)) Report(csv, name, "purpose", "is none of " + string.Join(", ", Words.All<Purpose>()));
        var reach = ContactReach.Attempted;
        if (csv.TryGetField<string>("outcome", out var outcome) && !string.IsNullOrWhiteSpace(outcome) && !Outcomes.TryGetValue(outcome.Trim(), out reach))
            Report(csv, name, "outcome", "is none of " + string.Join(", ", Outcomes.Keys));
        if (csv.TryGetField<string>("conversation", out var talk) && !string.IsNullOrWhiteSpace(talk))
        {
            if (IsYes(talk) is not { } spoke) Report(csv, name, "conversation", "is neither true nor false");
            else if (spoke) reach = ContactReach.Conversation;
        }

        return problems.Count == before ? new ContactAttempt(utc, channel, purpose, reach) : null;
    }

    private static bool? IsYes(string text) => text.Trim().ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "1" or "SÍ" or "SI" => true,
        "FALSE" or "NO" or "0" => false,
        _ => null,
    };

    private void Report(CsvReader csv, string name, string column, string what) =>
        problems.Add($"{name}, line {csv.Parser.RawRow.ToString(CultureInfo.InvariantCulture)}, column {column}: '{csv.GetField(column)}' {what}.");
}
