using System;
using System.Collections.Generic;
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
        "states", "rests", .. TermCheck.Members, .. CalendarCheck.Members,
    ];

    private static readonly string[] ScopeMembers = ["source", "validFrom", "validUntil", "states", "purposes", "channels", "note"];

    private readonly PackScrutiny at;

    private PackCheck(string file) => at = new PackScrutiny(file);

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
            check.at.Report((int)line, "this is not JSON");
        }

        return check.at.Problems;
    }

    private void Pack(LocatedJson pack)
    {
        at.Names(pack, TopMembers);
        at.Text(pack, "country", text => text.Length == 2 && text.All(char.IsAsciiLetterUpper), "is no ISO 3166-1 alpha-2 code");
        at.Text(pack, "version", text => text.Length is > 0 and <= 50, "must have 1 to 50 characters");
        at.Text(pack, "englishName", text => text.Length > 0, "is empty");
        at.Text(pack, "spanishName", text => text.Length > 0, "is empty");
        at.Text(pack, "reviewedOn", text => CalendarDate.TryParse(text, out _), "is no date");
        foreach (var source in PackScrutiny.List(pack, "sources")) at.Source(source);
        if (PackScrutiny.List(pack, "timeZones").Count == 0) at.Report(pack, "the pack names no time zone");
        at.Zones(pack);
        foreach (var state in PackScrutiny.List(pack, "states")) State(state, pack);
        foreach (var name in (string[])["optOut", "customerWindow", "channelAuthorisation", "publicHolidaySource"]) at.Known(pack, name);
        if (pack["hoursWaiver"] is { Kind: JsonTokenType.String }) at.Known(pack, "hoursWaiver");
        foreach (var exemption in PackScrutiny.List(pack, "exemptions"))
        {
            at.Names(exemption, ["purpose", "source", "note"]);
            at.Known(exemption, "source");
            at.Text(exemption, "purpose", text => Words.TryRead<Purpose>(text, out _), "is no purpose");
        }

        foreach (var hours in PackScrutiny.List(pack, "hours")) Hours(hours);
        foreach (var cap in PackScrutiny.List(pack, "caps")) Cap(cap);
        foreach (var rest in PackScrutiny.List(pack, "rests")) Rest(rest);
        foreach (var forbidden in PackScrutiny.List(pack, "forbiddenChannels")) Forbidden(forbidden);
        new TermCheck(at).Check(pack);
        new CalendarCheck(at.Sources, at.Report).Check(pack);
    }

    private void Hours(LocatedJson hours)
    {
        Scope(hours, [.. ScopeMembers, "open", "openOnHolidays"]);
        var days = new HashSet<int>();
        foreach (var open in PackScrutiny.List(hours, "open"))
        {
            at.Names(open, ["days", "windows"]);
            foreach (var day in PackScrutiny.List(open, "days"))
            {
                var index = WeekText.IndexOf(day.Text);
                if (index < 0) at.Report(day, $"unknown weekday '{day.Text}'");
                else if (!days.Add(index)) at.Report(day, $"{day.Text} stands twice");
            }

            Windows(PackScrutiny.List(open, "windows"));
        }
    }

    private void Windows(IReadOnlyList<LocatedJson> windows)
    {
        var read = new List<DayWindow>();
        foreach (var text in windows)
        {
            if (!DayWindow.TryParse(text.Text, out var window)) at.Report(text, $"'{text.Text}' is no window of hours such as 07:00-19:00");
            else if (DayWindow.Intersect(read, [window]).Count > 0) at.Report(text, $"the hours {window} overlap others of the same day");
            else read.Add(window);
        }
    }

    private void State(LocatedJson state, LocatedJson pack)
    {
        at.Names(state, ["code", "names", "timeZones", "note"]);
        at.Text(state, "code", text => text.Length is >= 1 and <= 3 && text.All(char.IsAsciiLetterOrDigit) && at.States.Add(text), "is no code of a state, or stands twice");
        if (PackScrutiny.List(state, "names").Count == 0) at.Report(state, "the state has no name");
        foreach (var name in PackScrutiny.List(state, "names").Where(name => PackState.Plain(name.Text) != state["code"]?.Text && !at.StateNames.Add(PackState.Plain(name.Text))))
        {
            at.Report(name, $"'{name.Text}' stands twice, or cannot be told from another name");
        }

        if (PackScrutiny.List(state, "timeZones").Count == 0) at.Report(state, "the state names no time zone");
        at.Zones(state);
        var known = PackScrutiny.List(pack, "timeZones").Select(zone => zone.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var zone in PackScrutiny.List(state, "timeZones").Where(zone => !known.Contains(zone.Text))) at.Report(zone, $"'{zone.Text}' is no zone of the country");
    }

    private void Cap(LocatedJson cap)
    {
        Scope(cap, [.. ScopeMembers, "rule", "max", "countsFrom", "counted", "countedChannels", "days", "perChannel", "perObligation"]);
        at.Text(cap, "rule", text => text is RuleIds.DailyCap or RuleIds.WeeklyCap or RuleIds.OneChannelPerWeek or RuleIds.RollingCap or RuleIds.Spacing, "is no cap");
        at.Text(cap, "countsFrom", text => Words.TryRead<ContactReach>(text, out var reach) && reach >= ContactReach.Attempted, "is no way to count a contact");
        at.Number(cap, "max", 1, 1000);
        at.AllWords<Purpose>(cap, "counted");
        if (cap["countedChannels"] is not null) at.AllWords<Channel>(cap, "countedChannels");
        at.Flag(cap, "perChannel", isOptional: true);
        at.Flag(cap, "perObligation", isOptional: true);
        if (cap["rule"]?.Text is RuleIds.RollingCap or RuleIds.Spacing) at.Number(cap, "days", 1, 366);
        else if (cap["days"] is { } days) at.Report(days, "only a rolling cap and a spacing name days");
    }

    private void Rest(LocatedJson rest)
    {
        Scope(rest, [.. ScopeMembers, "days", "afterInbound", "perObligation"]);
        at.Number(rest, "days", RestValue.RestOfWeek, 366);
        at.Flag(rest, "afterInbound", isOptional: true);
        at.Flag(rest, "perObligation", isOptional: true);
    }

    private void Forbidden(LocatedJson forbidden)
    {
        Scope(forbidden, [.. ScopeMembers, "liftedBy", "maxAgeMonths"]);
        if (forbidden["liftedBy"] is { } kind && !Words.TryRead<ConsentKind>(kind.Text, out _)) at.Report(kind, $"unknown consent '{kind.Text}'");
        if (forbidden["maxAgeMonths"] is not null) at.Number(forbidden, "maxAgeMonths", 1, 600);
    }

    private void Scope(LocatedJson value, IReadOnlyCollection<string> members)
    {
        at.Names(value, members);
        at.Known(value, "source");
        at.AllWords<Purpose>(value, "purposes");
        if (value["channels"] is not null) at.AllWords<Channel>(value, "channels");
        if (value["states"] is { Items.Count: 0 } none) at.Report(none, "'states' is empty");
        foreach (var state in PackScrutiny.List(value, "states").Where(state => !at.States.Contains(state.Text))) at.Report(state, $"unknown state '{state.Text}'");
        at.Validity(value);
    }
}
