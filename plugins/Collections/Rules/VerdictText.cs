using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>Says a verdict to people: why, on what authority, and when the contact may be made. Amounts are named only where they are the reason.</summary>
internal static class VerdictText
{
    private static readonly Texts Texts = new("Crm.Extensions.Collections.Rules.Messages");

    /// <summary>The whole verdict as one short paragraph.</summary>
    public static string Explain(Verdict verdict, Language language)
    {
        var sentences = verdict.Findings.Select(finding => Explain(finding, language)).ToList();
        if (verdict.Decision == Decision.Breach)
        {
            sentences.Add(Texts.Write(language, "Recorded"));
        }
        else if (!verdict.Allowed)
        {
            sentences.Add(verdict.ChangeTo?.Purpose is { } purpose ? Texts.Write(language, "ChangeTo", Texts.Write(language, "Purpose." + purpose))
                : verdict.NextAllowedLocal is { } next ? Texts.Write(language, "NextAllowed", Moment(next, language))
                : Texts.Write(language, verdict.ChangeTo?.Channel == Channel.Letter ? "NeverAllowed" : "NotAllowed"));
        }

        return string.Join(" ", sentences);
    }

    /// <summary>One finding with its source in brackets.</summary>
    public static string Explain(Finding finding, Language language) => Texts.Write(
        language,
        "Reason",
        Capital(Texts.Write(language, finding.MessageKey, [.. finding.Facts.Select(fact => Say(fact, language))])),
        Source(finding.Source, language));

    /// <summary>The authority, said to be unverified where it is.</summary>
    public static string Source(RuleSource source, Language language)
    {
        if (!source.IsLaw)
        {
            return Texts.Write(language, "HouseSource");
        }

        return source.Verified ? source.Text : Texts.Write(language, "Unverified", source.Text);
    }

    /// <summary>"by phone", "by e-mail".</summary>
    public static string Name(Channel channel, Language language) => Texts.Write(language, "Channel." + channel);

    public static string Name(Decision decision, Language language) => Texts.Write(language, "Decision." + decision);

    /// <summary>A day and an hour in words, "viernes 20 de noviembre, 07:00", whatever the machine's culture.</summary>
    public static string Moment(DateTime local, Language language) => Texts.Write(
        language,
        "MomentFormat",
        Pick("Days", (int)local.DayOfWeek, language),
        local.Day.ToString(CultureInfo.InvariantCulture),
        Pick("Months", local.Month - 1, language),
        local.ToString(local.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture));

    private static object Say(object fact, Language language) => fact switch
    {
        DateTime local => Moment(local, language),
        CalendarDate day => Texts.Write(
            language,
            "DateFormat",
            Pick("Days", (int)day.DayOfWeek, language),
            day.Day.ToString(CultureInfo.InvariantCulture),
            Pick("Months", day.Month - 1, language),
            day.Year.ToString(CultureInfo.InvariantCulture)),
        DayOfWeek day => Pick("DaysPlural", (int)day, language),
        IEnumerable<DayWindow> windows => string.Join(Texts.Write(language, "And"), windows.Select(window => window.ToString().Replace('-', '–'))),
        Channel channel => Texts.Write(language, "Channel." + channel),
        Purpose purpose => Texts.Write(language, "Purpose." + purpose),
        HoldKind kind => Texts.Write(language, "HoldKind." + kind),
        PartyRole role => Texts.Write(language, "PartyRole." + role),
        _ => Convert.ToString(fact, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Pick(string list, int index, Language language) => Texts.Write(language, list).Split('|')[index];

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text.Substring(1);
}
