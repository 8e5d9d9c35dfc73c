using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Wording;

namespace Crm.Extensions.Cli.Courtesy;

/// <summary>Finds what is wrong in a file of Wording/Templates before it ships, each mistake as <c>file(line): what</c>. The reader inside the product trusts this.</summary>
internal sealed partial class TemplateCheck
{
    private readonly PackScrutiny at;
    private readonly HashSet<string> tokens = new(ContactWording.Tokens, StringComparer.Ordinal);
    private readonly HashSet<string> given = new(StringComparer.Ordinal);

    private TemplateCheck(string file) => at = new PackScrutiny(file);

    /// <returns>The mistakes in the order of the file's parts; none for a file that may ship.</returns>
    public static IReadOnlyList<string> Problems(string file, string json)
    {
        var check = new TemplateCheck(file);
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

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Token();

    private void File(LocatedJson file)
    {
        at.Names(file, ["language", "forms", "words", "templates"]);
        if (file["language"] is not { Text: "1033" or "3082" }) at.Report(file["language"] ?? file, "'language' must be 1033 or 3082");
        foreach (var form in PackScrutiny.List(file, "forms")) Form(form);
        var words = PackScrutiny.List(file, "words");
        foreach (var word in words) Word(word, words);
        if (PackScrutiny.List(file, "templates").Count == 0) at.Report(file, "the file has no template");
        foreach (var template in PackScrutiny.List(file, "templates")) Template(template);
    }

    private void Form(LocatedJson form)
    {
        at.Names(form, ["token", "usted", "tu", "vos"]);
        foreach (var name in (string[])["token", "usted", "tu", "vos"]) at.Text(form, name, text => text.Trim().Length > 0, "is empty");
        if (form["token"] is { } token && !tokens.Add(token.Text)) at.Report(token, $"'{token.Text}' stands twice");
    }

    private void Word(LocatedJson word, IReadOnlyList<LocatedJson> all)
    {
        at.Names(word, ["token", "country", "word"]);
        at.Text(word, "token", text => text.Length > 0 && !ContactWording.Tokens.Contains(text), "is empty, or means something else");
        at.Text(word, "country", text => text.Length == 0 || (text.Length == 2 && text.All(char.IsAsciiLetterUpper)), "is no ISO 3166-1 alpha-2 code");
        at.Text(word, "word", text => text.Trim().Length > 0, "is empty");
        if (word["token"] is not { } token) return;

        tokens.Add(token.Text);
        var same = all.Where(other => other["token"]?.Text == token.Text).ToList();
        if (same.FindAll(other => other["country"]?.Text == word["country"]?.Text).Count > 1) at.Report(token, $"'{token.Text}' stands twice for the same country");
        if (same[0] == word && same.TrueForAll(other => other["country"]?.Text.Length > 0)) at.Report(token, $"'{token.Text}' has no word for other countries");
    }

    private void Template(LocatedJson template)
    {
        at.Names(template, ["occasion", "purpose", "level", "subject", "body"]);
        at.Text(template, "occasion", text => Words.TryRead<Occasion>(text, out _), "is no occasion");
        at.Text(template, "purpose", text => Words.TryRead<Purpose>(text, out _), "is no purpose");
        at.Number(template, "level", 0, 9);
        var key = template["occasion"]?.Text + "/" + template["purpose"]?.Text + "/" + template["level"]?.Text;
        if (!given.Add(key)) at.Report(template, $"the text {key} stands twice");
        foreach (var name in (string[])["subject", "body"])
        {
            at.Text(template, name, text => text.Trim().Length > 0, "is empty");
            if (template[name] is { } text) Tokens(text);
        }
    }

    private void Tokens(LocatedJson text)
    {
        var rest = Token().Replace(text.Text, "");
        if (rest.Contains('{', StringComparison.Ordinal) || rest.Contains('}', StringComparison.Ordinal)) at.Report(text, "a brace is not closed, or never opened");
        foreach (var name in Token().Matches(text.Text).Select(found => found.Groups[1].Value).Distinct(StringComparer.Ordinal).Where(name => !IsKnown(name)))
        {
            at.Report(text, $"unknown token '{name}'");
        }

        var open = 0;
        foreach (var bracket in BracketsOf(text.Text))
        {
            open += bracket == "[[" ? 1 : -1;
            if (open is < 0 or > 1) break;
        }

        if (open != 0) at.Report(text, "a part in double brackets is not closed, never opened, or stands inside another");
    }

    [GeneratedRegex(@"\[\[|\]\]")]
    private static partial Regex Brackets();

    private static IEnumerable<string> BracketsOf(string text) => Brackets().Matches(text).Select(found => found.Value);

    // a capital letter asks for one
    private bool IsKnown(string name) => tokens.Contains(name) || (name.Length > 0 && tokens.Contains(char.ToLowerInvariant(name[0]) + name[1..]));
}
