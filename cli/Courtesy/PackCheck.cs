using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using Crm.Extensions.Collections;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Cli.Courtesy;

/// <summary>Finds what is wrong in a country pack before it ships, each mistake as <c>file(line): what</c>. The reader inside the product trusts this.</summary>
internal sealed class PackCheck
{
    private static readonly string[] TopMembers =
    [
        "country", "version", "reviewedOn", "englishName", "spanishName", "timeZones", "sources", "exemptions", "hours", "caps", "forbiddenChannels",
        "hoursWaiver", "optOut", "customerWindow", "channelAuthorisation", "publicHolidaySource",
        "states", "rests", "noOffersInService", "roles", "settlement", "materiality", "limitDecrease", "limitIncrease", "block", "retention",
        .. CalendarCheck.Members,
    ];

    private static readonly string[] ScopeMembers = ["source", "validFrom", "validUntil", "purposes", "channels", "note"];

    private readonly string file;
    private readonly List<string> problems = [];
    private readonly HashSet<string> sources = new(StringComparer.Ordinal);

    private PackCheck(string file) => this.file = file;

    /// <returns>The mistakes in the order of the file's parts; none for a pack that may ship.</returns>
    public static IReadOnlyList<string> Problems(string file, string json)
    {
        var check = new PackCheck(file);
        try
        {
            check.Pack(LocatedJson.Parse(json));
        }
        catch (JsonException mistake)
        {
            var line = (mistake.LineNumber ?? 0) + 1;
            check.problems.Add(string.Create(CultureInfo.InvariantCulture, $"{file}({line}): this is not JSON."));
        }

        return check.problems;
    }

    private void Pack(LocatedJson pack)
    {
        Names(pack, TopMembers);
        Text(pack, "country", text => text.Length == 2 && text.All(char.IsAsciiLetterUpper), "is no ISO 3166-1 alpha-2 code");
        Text(pack, "version", text => text.Length is > 0 and <= 50, "must have 1 to 50 characters");
        Text(pack, "englishName", text => text.Length > 0, "is empty");
        Text(pack, "spanishName", text => text.Length > 0, "is empty");
        Text(pack, "reviewedOn", text => CalendarDate.TryParse(text, out _), "is no date");
        foreach (var source in List(pack, "sources")) Source(source);
        if (List(pack, "timeZones").Count == 0) Report(pack, "the pack names no time zone");
        foreach (var zone in List(pack, "timeZones").Where(zone => LocalClock.Find(zone.Text) is null)) Report(zone, $"unknown time zone '{zone.Text}'");
        foreach (var name in (string[])["optOut", "customerWindow", "channelAuthorisation", "publicHolidaySource"]) Known(pack, name);
        if (pack["hoursWaiver"] is { Kind: JsonTokenType.String }) Known(pack, "hoursWaiver");
        foreach (var exemption in List(pack, "exemptions"))
        {
            Names(exemption, ["purpose", "source", "note"]);
            Known(exemption, "source");
            Text(exemption, "purpose", text => Words.TryRead<Purpose>(text, out _), "is no purpose");
        }

        foreach (var hours in List(pack, "hours")) Hours(hours);
        foreach (var cap in List(pack, "caps")) Cap(cap);
        foreach (var forbidden in List(pack, "forbiddenChannels")) Scope(forbidden, ScopeMembers);
        new CalendarCheck(sources, Report).Check(pack);
    }

    private void Source(LocatedJson source)
    {
        Names(source, ["id", "text", "law", "verified", "note"]);
        Text(source, "text", text => text.Trim().Length > 0, "is empty: an authority must be named");
        if (source["id"] is { } id && !sources.Add(id.Text)) Report(id, $"source '{id.Text}' stands twice");
        foreach (var flag in (string[])["law", "verified"])
        {
            if (source[flag] is not { Kind: JsonTokenType.True or JsonTokenType.False }) Report(source[flag] ?? source, $"'{flag}' must be true or false");
        }
    }

    private void Hours(LocatedJson hours)
    {
        Scope(hours, [.. ScopeMembers, "open", "openOnHolidays"]);
        var days = new HashSet<int>();
        foreach (var open in List(hours, "open"))
        {
            Names(open, ["days", "windows"]);
            foreach (var day in List(open, "days"))
            {
                var index = WeekText.IndexOf(day.Text);
                if (index < 0) Report(day, $"unknown weekday '{day.Text}'");
                else if (!days.Add(index)) Report(day, $"{day.Text} stands twice");
            }

            Windows(List(open, "windows"));
        }
    }

    private void Windows(IReadOnlyList<LocatedJson> windows)
    {
        var read = new List<DayWindow>();
        foreach (var text in windows)
        {
            if (!DayWindow.TryParse(text.Text, out var window)) Report(text, $"'{text.Text}' is no window of hours such as 07:00-19:00");
            else if (DayWindow.Intersect(read, [window]).Count > 0) Report(text, $"the hours {window} overlap others of the same day");
            else read.Add(window);
        }
    }

    private void Cap(LocatedJson cap)
    {
        Scope(cap, [.. ScopeMembers, "rule", "max", "countsFrom", "counted"]);
        Text(cap, "rule", text => text is RuleIds.DailyCap or RuleIds.WeeklyCap or RuleIds.OneChannelPerWeek, "is no cap");
        Text(cap, "countsFrom", text => Words.TryRead<ContactReach>(text, out var reach) && reach >= ContactReach.Attempted, "is no way to count a contact");
        if (!int.TryParse(cap["max"]?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var max) || max < 1) Report(cap["max"] ?? cap, "'max' must be 1 or more");
        AllWords<Purpose>(cap, "counted");
    }

    private void Scope(LocatedJson value, IReadOnlyCollection<string> members)
    {
        Names(value, members);
        Known(value, "source");
        AllWords<Purpose>(value, "purposes");
        if (value["channels"] is not null) AllWords<Channel>(value, "channels");
        var ends = new[] { "validFrom", "validUntil" }.Select(name => value[name]).OfType<LocatedJson>().ToArray();
        foreach (var end in ends.Where(end => !CalendarDate.TryParse(end.Text, out _))) Report(end, $"'{end.Text}' is no date");
        if (ends.Length == 2 && string.CompareOrdinal(ends[0].Text, ends[1].Text) > 0) Report(ends[1], "the value ends before it begins");
    }

    private void AllWords<T>(LocatedJson value, string name)
        where T : struct, Enum
    {
        if (List(value, name).Count == 0) Report(value, $"'{name}' is missing or empty");
        foreach (var word in List(value, name).Where(word => !Words.TryRead<T>(word.Text, out _))) Report(word, $"unknown {typeof(T).Name} '{word.Text}'");
    }

    private void Known(LocatedJson value, string name)
    {
        if (value[name] is not { Kind: JsonTokenType.String } source) Report(value, $"no {name}: each value names its authority");
        else if (!sources.Contains(source.Text)) Report(source, $"unknown source '{source.Text}'");
    }

    private void Text(LocatedJson value, string name, Func<string, bool> isRight, string what)
    {
        if (value[name] is not { Kind: JsonTokenType.String } text) Report(value, $"'{name}' is missing");
        else if (!isRight(text.Text)) Report(text, $"{name} '{text.Text}' {what}");
    }

    private void Names(LocatedJson value, IReadOnlyCollection<string> known)
    {
        if (value.Kind != JsonTokenType.StartObject) Report(value, "an object is wanted here");
        foreach (var member in value.Members.Where(member => !known.Contains(member.Key))) Report(member.Value, $"unknown member '{member.Key}'");
        foreach (var twice in value.Members.GroupBy(member => member.Key).Where(group => group.Count() > 1)) Report(twice.Last().Value, $"'{twice.Key}' stands twice");
    }

    private static IReadOnlyList<LocatedJson> List(LocatedJson value, string name) => value[name]?.Items ?? [];

    private void Report(LocatedJson where, string what) => problems.Add(string.Create(CultureInfo.InvariantCulture, $"{file}({where.Line}): {what}."));
}
