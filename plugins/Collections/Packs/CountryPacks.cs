using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Crm.Extensions.Collections.Packs;

/// <summary>The country packs inside this assembly, each read once.</summary>
internal static class CountryPacks
{
    private static readonly Lazy<IReadOnlyDictionary<string, CountryPack>> All = new(Load);

    /// <summary>The countries that have a pack, in alphabetical order.</summary>
    public static IReadOnlyList<string> Countries => [.. All.Value.Keys.Where(code => !code.Contains("-")).OrderBy(code => code, StringComparer.Ordinal)];

    /// <summary>The pack of a country or of one of its states, or null where there is none (its contacts are then not judged).</summary>
    /// <param name="country">
    /// ISO 3166-1 alpha-2 in any case, with the state behind a hyphen as in ISO 3166-2 (<c>BR-SP</c>); of a state that the pack does not know, the
    /// country's.
    /// </param>
    public static CountryPack? Find(string? country)
    {
        var code = (country ?? "").Trim();
        var hyphen = code.IndexOf('-');
        return All.Value.TryGetValue(code, out var pack) ? pack : hyphen < 0 ? null : Find(code.Substring(0, hyphen), code.Substring(hyphen + 1));
    }

    /// <summary>The pack of the state that a customer's record names, in whatever spelling; the country's where it is empty or unknown.</summary>
    public static CountryPack? Find(string? country, string? state)
    {
        if (!All.Value.TryGetValue((country ?? "").Trim(), out var pack))
        {
            return null;
        }

        var name = PackState.Plain(state);
        return name.Length > 0 && pack.StateByName.TryGetValue(name, out var known) && All.Value.TryGetValue(pack.Country + "-" + known.Code, out var found) ? found : pack;
    }

    /// <summary>The pack of a country as people write it into an address: its code, or its English or Spanish name, in any case, with or without accents.</summary>
    public static CountryPack? Recognise(string? text)
    {
        var name = (text ?? "").Trim();
        return name.Length == 0 ? null : Find(name) ?? All.Value.Values.FirstOrDefault(pack => Is(pack.EnglishName, name) || Is(pack.SpanishName, name));
    }

    private static bool Is(string name, string text) =>
        CultureInfo.InvariantCulture.CompareInfo.Compare(name, text, CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreCase) == 0;

    private static Dictionary<string, CountryPack> Load()
    {
        var assembly = typeof(CountryPacks).Assembly;
        var packs = new Dictionary<string, CountryPack>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".json", StringComparison.Ordinal) && name.Contains(".Collections.Packs.")))
        {
            using var stream = assembly.GetManifestResourceStream(name);
            try
            {
                foreach (var pack in PackReader.Read(stream!))
                {
                    packs.Add(pack.State.Length == 0 ? pack.Country : pack.Country + "-" + pack.State, pack);
                }
            }
            catch (FormatException mistake)
            {
                throw new FormatException(string.Format(CultureInfo.InvariantCulture, "{0}: {1}", name, mistake.Message), mistake);
            }
        }

        return packs;
    }
}
