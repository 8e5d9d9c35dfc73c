using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization.Json;

namespace Crm.Extensions.Collections.Wording;

/// <summary>Reads a file of Checks/. It trusts what <c>crmx pack</c> has checked.</summary>
internal static class TextRuleReader
{
    public const string Anywhere = "any";
    public const string House = "{house}";
    public const string MustSay = "mustSay";
    public const string MustNotSay = "mustNotSay";

    /// <exception cref="FormatException">A value cannot be understood; the message names it.</exception>
    public static TextRules Read(Stream json)
    {
        var file = (TextRuleFile)new DataContractJsonSerializer(typeof(TextRuleFile)).ReadObject(json)!;
        var sources = file.Sources.ToDictionary(source => source.Id, source => new RuleSource(source.Text, source.Law, source.Verified), StringComparer.Ordinal);
        return new TextRules(
            file.Country == Anywhere ? "" : file.Country,
            [.. file.Rules.Select(rule => Rule(rule, sources))],
            Phrases(file.DebtWords, file.Harmless));
    }

    private static TextRule Rule(TextRuleEntry rule, Dictionary<string, RuleSource> sources) => new(
        rule.Id,
        rule.Kind == MustSay,
        Words<Purpose>(rule.Purposes),
        Words<Channel>(rule.Channels),
        Phrases(rule.Phrases.Where(phrase => phrase != House), rule.Unless),
        rule.Phrases.Contains(House),
        sources.TryGetValue(rule.Source, out var source) ? source : throw new FormatException("Unknown source '" + rule.Source + "'."),
        rule.English,
        rule.Spanish);

    private static PhraseList Phrases(IEnumerable<string>? phrases, IEnumerable<string>? unless) =>
        new((phrases ?? []).Select(Phrase.Parse), (unless ?? []).Select(Phrase.Parse));

    private static IReadOnlyList<T> Words<T>(List<string>? words)
        where T : struct, Enum =>
        words is null
            ? (T[])Enum.GetValues(typeof(T))
            : [.. words.Select(word => Collections.Words.TryRead<T>(word, out var value) ? value : throw new FormatException("Unknown " + typeof(T).Name + " '" + word + "'."))];
}
