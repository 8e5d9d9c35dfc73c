using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Collections.Wording;

/// <summary>The rules for texts inside this assembly, each file read once.</summary>
internal static class TextRuleBook
{
    private const string Folder = ".Collections.Wording.Checks.";

    private static readonly Lazy<IReadOnlyDictionary<string, TextRules>> Files = new(Load);

    /// <summary>The countries that have a file, in alphabetical order.</summary>
    public static IReadOnlyList<string> Countries => [.. Files.Value.Keys.Where(country => country.Length > 0).OrderBy(country => country, StringComparer.Ordinal)];

    /// <summary>
    /// The rules for a text to that country. A country's own rule replaces the one of the same name that holds everywhere. Where the country is
    /// not known: what holds everywhere, and what any country forbids to say.
    /// </summary>
    public static IEnumerable<TextRule> RulesFor(string? country)
    {
        var everywhere = Files.Value[""].Rules;
        var code = Code(country);
        var own = code.Length == 0 ? Everybody().SelectMany(file => file.Rules).Where(rule => !rule.MustSay)
            : Files.Value.TryGetValue(code, out var file) ? file.Rules : [];
        var first = code.Length == 0 ? everywhere.Concat(own) : own.Concat(everywhere);
        return first.GroupBy(rule => rule.Id, StringComparer.Ordinal).SelectMany(rules => rules.Take(1));
    }

    /// <summary>The words that tell of a debt in that country; of every country where it is not known.</summary>
    public static IEnumerable<PhraseList> DebtWordsFor(string? country)
    {
        yield return Files.Value[""].DebtWords;
        var code = Code(country);
        foreach (var file in Everybody().Where(file => code.Length == 0 || string.Equals(file.Country, code, StringComparison.OrdinalIgnoreCase)))
        {
            yield return file.DebtWords;
        }
    }

    private static IEnumerable<TextRules> Everybody() => Files.Value.Values.Where(file => file.Country.Length > 0);

    private static string Code(string? country) => (country ?? "").Split('-')[0].Trim();

    private static Dictionary<string, TextRules> Load()
    {
        var assembly = typeof(TextRuleBook).Assembly;
        var files = new Dictionary<string, TextRules>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.Contains(Folder)).OrderBy(name => name, StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name);
            try
            {
                var rules = TextRuleReader.Read(stream!);
                files.Add(rules.Country, rules);
            }
            catch (FormatException mistake)
            {
                throw new FormatException(name + ": " + mistake.Message, mistake);
            }
        }

        return files;
    }
}
