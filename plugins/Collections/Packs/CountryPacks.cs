using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;

namespace Crm.Extensions.Collections.Packs;

/// <summary>The country packs inside this assembly, each read once and not before somebody lives there: a tenant deals with few countries.</summary>
internal static class CountryPacks
{
    private const string Folder = ".Collections.Packs.";
    private const string Ending = ".json";

    private static readonly Dictionary<string, Lazy<IReadOnlyDictionary<string, CountryPack>>> Files = Names();

    /// <summary>The countries that have a pack, in alphabetical order.</summary>
    public static IReadOnlyList<string> Countries => [.. Files.Keys.OrderBy(code => code, StringComparer.Ordinal)];

    /// <summary>The pack of a country or of one of its states, or null where there is none (its contacts are then not judged).</summary>
    /// <param name="country">
    /// ISO 3166-1 alpha-2 in any case, with the state behind a hyphen as in ISO 3166-2 (<c>BR-SP</c>); of a state that the pack does not know, the
    /// country's.
    /// </param>
    public static CountryPack? Find(string? country)
    {
        var code = (country ?? "").Trim();
        var hyphen = code.IndexOf('-');
        return hyphen < 0 ? National(code) : Find(code.Substring(0, hyphen), code.Substring(hyphen + 1));
    }

    /// <summary>The pack of the state that a customer's record names, in whatever spelling; the country's where it is empty or unknown.</summary>
    public static CountryPack? Find(string? country, string? state)
    {
        var code = (country ?? "").Trim();
        if (National(code) is not { } pack)
        {
            return null;
        }

        var packs = Files[code].Value;
        if (packs.TryGetValue((state ?? "").Trim(), out var byCode) && byCode.State.Length > 0)
        {
            return byCode;
        }

        var name = PackState.Plain(state);
        return name.Length > 0 && pack.StateByName.TryGetValue(name, out var known) && packs.TryGetValue(known.Code, out var found) ? found : pack;
    }

    /// <summary>The pack of a country as people write it into an address: its code, or its English or Spanish name, in any case, with or without accents.</summary>
    public static CountryPack? Recognise(string? text)
    {
        var name = (text ?? "").Trim();
        return name.Length == 0 ? null : Find(name) ?? Countries.Select(National).OfType<CountryPack>().FirstOrDefault(pack => Is(pack.EnglishName, name) || Is(pack.SpanishName, name));
    }

    private static CountryPack? National(string code) => Files.TryGetValue(code, out var file) ? file.Value[""] : null;

    private static bool Is(string name, string text) =>
        CultureInfo.InvariantCulture.CompareInfo.Compare(name, text, CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreCase) == 0;

    // a pack's file is named for its country
    private static Dictionary<string, Lazy<IReadOnlyDictionary<string, CountryPack>>> Names()
    {
        var assembly = typeof(CountryPacks).Assembly;
        var files = new Dictionary<string, Lazy<IReadOnlyDictionary<string, CountryPack>>>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(Ending, StringComparison.Ordinal) && name.Contains(Folder)))
        {
            var code = name.Substring(0, name.Length - Ending.Length).Split('.').Last();
            files.Add(code, new Lazy<IReadOnlyDictionary<string, CountryPack>>(() => Load(assembly, name)));
        }

        return files;
    }

    /// <summary>The national pack under the empty key, those of states under their codes.</summary>
    private static Dictionary<string, CountryPack> Load(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name);
        try
        {
            return PackReader.Read(stream!).ToDictionary(pack => pack.State, StringComparer.OrdinalIgnoreCase);
        }
        catch (FormatException mistake)
        {
            throw new FormatException(string.Format(CultureInfo.InvariantCulture, "{0}: {1}", name, mistake.Message), mistake);
        }
    }
}
