using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Serialization.Json;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Collections.Wording;

/// <summary>The texts, forms of address and country words inside this assembly, each file read once.</summary>
internal static class TemplateBook
{
    private static readonly Lazy<TemplateFile> English = new(() => Load("English"));
    private static readonly Lazy<TemplateFile> Spanish = new(() => Load("Spanish"));

    /// <summary>The texts that ship in a language.</summary>
    public static IEnumerable<TextTemplate> Texts(Language language) => File(language).Templates.Select(entry => new TextTemplate(
        entry.Occasion + "/" + entry.Purpose + "/" + entry.Level + "/" + (int)language,
        Word<Occasion>(entry.Occasion), Word<Purpose>(entry.Purpose), entry.Level, null, null, null, (int)language, entry.Subject, entry.Body));

    /// <summary>The words that change with the form of address, by token.</summary>
    public static IReadOnlyDictionary<string, string> Forms(Language language, AddressForm form) => File(language).Forms.ToDictionary(
        entry => entry.Token,
        entry => form switch { AddressForm.Tu => entry.Tu, AddressForm.Vos => entry.Vos, _ => entry.Usted },
        StringComparer.Ordinal);

    /// <summary>What things are called in a country, by token.</summary>
    public static IReadOnlyDictionary<string, string> CountryWords(Language language, string country) => File(language).Words
        .Where(entry => entry.Country.Length == 0 || string.Equals(entry.Country, country, StringComparison.OrdinalIgnoreCase))
        .GroupBy(entry => entry.Token, StringComparer.Ordinal)
        .ToDictionary(words => words.Key, words => words.OrderByDescending(entry => entry.Country.Length).First().Word, StringComparer.Ordinal);

    private static TemplateFile File(Language language) => language == Language.Spanish ? Spanish.Value : English.Value;

    private static T Word<T>(string text)
        where T : struct, Enum => Words.TryRead<T>(text, out var value) ? value : throw new FormatException("Unknown " + typeof(T).Name + " '" + text + "'.");

    private static TemplateFile Load(string name)
    {
        using var stream = typeof(TemplateBook).Assembly.GetManifestResourceStream("Crm.Extensions.Collections.Wording.Templates." + name + ".json");
        return (TemplateFile)new DataContractJsonSerializer(typeof(TemplateFile)).ReadObject(stream!)!;
    }
}
