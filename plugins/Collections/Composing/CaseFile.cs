using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Collections;

/// <summary>One thing that was done or that holds.</summary>
/// <param name="Local">When, by the customer's clock; null where it has no time.</param>
/// <param name="HasHour">Whether the hour counts, or only the day.</param>
internal sealed record CaseEntry(DateTime? Local, bool HasHour, string Text);

/// <summary>A part of a case file, in the order of time.</summary>
/// <param name="Name">Name of its heading among the texts.</param>
/// <param name="HasMore">More rows exist than are shown.</param>
internal sealed record CaseSection(string Name, IReadOnlyList<CaseEntry> Entries, bool HasMore);

/// <summary>A case file as a clerk of an authority reads it: plain text, by sections, each in the order of time.</summary>
internal static class CaseFile
{
    /// <summary>The most rows of a section.</summary>
    public const int MostRows = 200;

    private static readonly Texts Texts = new("Crm.Extensions.Collections.Composing.CaseFileMessages");

    public static string Say(Language language, string name, params object[] facts) => Texts.Write(language, name, facts);

    public static string Write(Language language, string customer, string authority, string obligation, DateTime madeLocal, IEnumerable<CaseSection> sections)
    {
        var text = new StringBuilder();
        text.AppendLine(Say(language, "Title", customer));
        if (authority.Length > 0) text.AppendLine(Say(language, "For", authority));
        text.AppendLine(obligation.Length > 0 ? Say(language, "Obligation", obligation) : Say(language, "AllObligations"));
        text.AppendLine(Say(language, "Made", Time(language, madeLocal, hasHour: true)));
        foreach (var section in sections)
        {
            text.AppendLine().AppendLine(Say(language, section.Name));
            if (section.Entries.Count == 0) text.AppendLine(Say(language, "None"));
            foreach (var entry in section.Entries.OrderBy(entry => entry.Local ?? DateTime.MinValue))
            {
                text.Append("  ").Append(entry.Local is { } local ? Time(language, local, entry.HasHour) + "  " : "").AppendLine(entry.Text.Trim());
            }

            if (section.HasMore) text.AppendLine(Say(language, "More", MostRows.ToString(CultureInfo.InvariantCulture)));
        }

        return text.ToString();
    }

    /// <summary>"23/11/2026", as people write it in Spanish; "2026-11-23" in English, which has two orders.</summary>
    public static string Day(Language language, DateTime day) => day.ToString(language == Language.Spanish ? "dd'/'MM'/'yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(Language language, DateTime local, bool hasHour) =>
        Day(language, local) + (hasHour ? local.ToString(" HH:mm", CultureInfo.InvariantCulture) : "");
}
