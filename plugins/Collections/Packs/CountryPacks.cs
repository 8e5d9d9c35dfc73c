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
    public static IReadOnlyList<string> Countries => [.. All.Value.Keys.OrderBy(code => code, StringComparer.Ordinal)];

    /// <summary>The pack of a country, or null where there is none (its contacts are then not judged).</summary>
    /// <param name="country">ISO 3166-1 alpha-2, in any case; what follows a hyphen (a state) is left aside.</param>
    public static CountryPack? Find(string? country)
    {
        var code = (country ?? "").Split('-')[0].Trim();
        return All.Value.TryGetValue(code, out var pack) ? pack : null;
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
                var pack = PackReader.Read(stream!);
                packs.Add(pack.Country, pack);
            }
            catch (FormatException mistake)
            {
                throw new FormatException(string.Format(CultureInfo.InvariantCulture, "{0}: {1}", name, mistake.Message), mistake);
            }
        }

        return packs;
    }
}
