using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Wording;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Cli.Courtesy;

/// <summary>Finds what is wrong in a file of Wording/Checks before it ships, each mistake as <c>file(line): what</c>. The reader inside the product trusts this.</summary>
internal sealed class TextRuleCheck
{
    private readonly PackScrutiny at;
    private readonly string stem;
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    private TextRuleCheck(string file)
    {
        at = new PackScrutiny(file);
        stem = Path.GetFileNameWithoutExtension(file);
    }

    /// <returns>The mistakes in the order of the file's parts; none for a file that may ship.</returns>
    public static IReadOnlyList<string> Problems(string file, string json)
    {
        var check = new TextRuleCheck(file);
        try
        {
            check.File(LocatedJson.Parse(json));
        }
        catch (JsonException mistake)
        {
            check.at.Report((int)(mistake.LineNumber ?? 0) + 1, "this is not JSON");
        }

        return check.at.Problems;
    }

    private void File(LocatedJson file)
    {
        at.Names(file, ["country", "reviewedOn", "sources", "debtWords", "harmless", "rules"]);
        at.Text(file, "country", text => text == stem && (text == TextRuleReader.Anywhere || (text.Length == 2 && text.All(char.IsAsciiLetterUpper))), "is not the country that the file is named by");
        at.Text(file, "reviewedOn", text => CalendarDate.TryParse(text, out _), "is no date");
        foreach (var source in PackScrutiny.List(file, "sources")) at.Source(source);
        Phrases(file, "debtWords");
        Phrases(file, "harmless");
        if (file["harmless"] is { } harmless && file["debtWords"] is null) at.Report(harmless, "nothing is harmless where there are no debt words");
        foreach (var rule in PackScrutiny.List(file, "rules")) Rule(rule);
    }

    private void Rule(LocatedJson rule)
    {
        at.Names(rule, ["id", "kind", "source", "purposes", "channels", "phrases", "unless", "english", "spanish"]);
        at.Text(rule, "id", IsId, "is no id: small letters and hyphens");
        if (rule["id"] is { } id && !ids.Add(id.Text)) at.Report(id, $"rule '{id.Text}' stands twice");
        at.Text(rule, "kind", text => text is TextRuleReader.MustSay or TextRuleReader.MustNotSay, "is neither mustSay nor mustNotSay");
        at.Known(rule, "source");
        if (rule["purposes"] is not null) at.AllWords<Purpose>(rule, "purposes");
        if (rule["channels"] is not null) at.AllWords<Channel>(rule, "channels");
        if (PackScrutiny.List(rule, "phrases").Count == 0) at.Report(rule, "'phrases' is missing or empty");
        Phrases(rule, "phrases");
        Phrases(rule, "unless");
        at.Text(rule, "english", text => text.Trim().Length > 0, "is empty: the agent must be told");
        at.Text(rule, "spanish", text => text.Trim().Length > 0, "is empty: the agent must be told");
    }

    private void Phrases(LocatedJson value, string name)
    {
        foreach (var phrase in PackScrutiny.List(value, name))
        {
            if (phrase.Text == TextRuleReader.House)
            {
                if (name != "phrases" || value["kind"]?.Text != TextRuleReader.MustSay) at.Report(phrase, "only what must be said may ask for the house's name");
                continue;
            }

            try
            {
                Phrase.Parse(phrase.Text);
            }
            catch (FormatException mistake)
            {
                at.Report(phrase, mistake.Message.TrimEnd('.'));
            }
        }
    }

    private static bool IsId(string text) => text.Length > 0 && text.All(letter => char.IsAsciiLetterLower(letter) || letter == '-');
}
