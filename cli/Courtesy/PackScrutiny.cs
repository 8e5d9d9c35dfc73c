using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using Crm.Extensions.Collections;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Cli.Courtesy;

/// <summary>One data file (a country pack, rules for texts, templates) under scrutiny: its mistakes so far, what its values may refer to, and the questions that are asked of every value.</summary>
internal sealed class PackScrutiny(string file)
{
    private readonly List<string> problems = [];

    public IReadOnlyList<string> Problems => problems;

    /// <summary>Ids of the sources read so far.</summary>
    public HashSet<string> Sources { get; } = new(StringComparer.Ordinal);

    /// <summary>Codes of the states read so far.</summary>
    public HashSet<string> States { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of the states read so far, as <see cref="PackState.Plain"/> has them.</summary>
    public HashSet<string> StateNames { get; } = new(StringComparer.Ordinal);

    /// <summary>An authority that values may name from now on.</summary>
    public void Source(LocatedJson source)
    {
        Names(source, ["id", "text", "law", "verified", "note"]);
        Text(source, "text", text => text.Trim().Length > 0, "is empty: an authority must be named");
        if (source["id"] is { } id && !Sources.Add(id.Text)) Report(id, $"source '{id.Text}' stands twice");
        foreach (var flag in (string[])["law", "verified"])
        {
            if (source[flag] is not { Kind: JsonTokenType.True or JsonTokenType.False }) Report(source[flag] ?? source, $"'{flag}' must be true or false");
        }
    }

    public static IReadOnlyList<LocatedJson> List(LocatedJson value, string name) => value[name]?.Items ?? [];

    public void AllWords<T>(LocatedJson value, string name)
        where T : struct, Enum
    {
        if (List(value, name).Count == 0) Report(value, $"'{name}' is missing or empty");
        foreach (var word in List(value, name).Where(word => !Words.TryRead<T>(word.Text, out _))) Report(word, $"unknown {typeof(T).Name} '{word.Text}'");
    }

    public void Known(LocatedJson value, string name)
    {
        if (value[name] is not { Kind: JsonTokenType.String } source) Report(value, $"no {name}: each value names its authority");
        else if (!Sources.Contains(source.Text)) Report(source, $"unknown source '{source.Text}'");
    }

    public void Text(LocatedJson value, string name, Func<string, bool> isRight, string what)
    {
        if (value[name] is not { Kind: JsonTokenType.String } text) Report(value, $"'{name}' is missing");
        else if (!isRight(text.Text)) Report(text, $"{name} '{text.Text}' {what}");
    }

    public void Names(LocatedJson value, IReadOnlyCollection<string> known)
    {
        if (value.Kind != JsonTokenType.StartObject) Report(value, "an object is wanted here");
        foreach (var member in value.Members.Where(member => !known.Contains(member.Key))) Report(member.Value, $"unknown member '{member.Key}'");
        foreach (var twice in value.Members.GroupBy(member => member.Key).Where(group => group.Count() > 1)) Report(twice.Last().Value, $"'{twice.Key}' stands twice");
    }

    public void Number(LocatedJson value, string name, int least, int most)
    {
        if (!int.TryParse(value[name]?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
        {
            Report(value[name] ?? value, least == 1 && most == 1000 ? $"'{name}' must be 1 or more" : string.Create(CultureInfo.InvariantCulture, $"'{name}' must be {least} to {most}"));
        }
    }

    public void Flag(LocatedJson value, string name, bool isOptional = false)
    {
        if (isOptional && value[name] is null) return;
        if (value[name] is not { Kind: JsonTokenType.True or JsonTokenType.False }) Report(value[name] ?? value, $"'{name}' must be true or false");
    }

    public void Validity(LocatedJson value)
    {
        var ends = new[] { "validFrom", "validUntil" }.Select(name => value[name]).OfType<LocatedJson>().ToArray();
        foreach (var end in ends.Where(end => !CalendarDate.TryParse(end.Text, out _))) Report(end, $"'{end.Text}' is no date");
        if (ends.Length == 2 && string.CompareOrdinal(ends[0].Text, ends[1].Text) > 0) Report(ends[1], "the value ends before it begins");
    }

    public void Zones(LocatedJson value)
    {
        foreach (var zone in List(value, "timeZones").Where(zone => LocalClock.Find(zone.Text) is null)) Report(zone, $"unknown time zone '{zone.Text}'");
    }

    public void Report(LocatedJson where, string what) => Report(where.Line, what);

    /// <param name="line">First line is 1.</param>
    public void Report(int line, string what) => problems.Add(string.Create(CultureInfo.InvariantCulture, $"{file}({line}): {what}."));
}
