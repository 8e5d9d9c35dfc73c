using System;
using System.Collections.Generic;

namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>Towns, states and postcodes in one spelling.</summary>
internal static class Place
{
    private static readonly Dictionary<string, string> Towns = new(StringComparer.Ordinal)
    {
        ["cdmx"] = "ciudad mexico", ["df"] = "ciudad mexico", ["d f"] = "ciudad mexico", ["mexico df"] = "ciudad mexico", ["mexico d f"] = "ciudad mexico", ["mexico city"] = "ciudad mexico",
        ["distrito federal"] = "ciudad mexico", ["bogota d c"] = "bogota", ["bogota dc"] = "bogota", ["santafe bogota"] = "bogota", ["caba"] = "buenos aires", ["bs as"] = "buenos aires", ["bsas"] = "buenos aires",
        ["capital federal"] = "buenos aires", ["ciudad autonoma buenos aires"] = "buenos aires", ["nyc"] = "new york", ["new york city"] = "new york",
    };

    private static readonly Dictionary<string, string> Short = new(StringComparer.Ordinal)
    {
        ["sta"] = "santa", ["sto"] = "santo", ["st"] = "saint", ["cd"] = "ciudad", ["gral"] = "general", ["mt"] = "mount", ["pto"] = "puerto", ["pte"] = "presidente", ["cnel"] = "coronel", ["ft"] = "fort",
    };

    /// <summary>A town or state: folded, abbreviations written out, particles left out.</summary>
    public static string? Town(string? text, List<string> words)
    {
        if (text is null) return null;

        words.Clear();
        Folding.Words(text, words);
        if (words.Count > 1) Shorten(words);
        if (words.Count == 0) return null;

        var town = words.Count == 1 ? words[0] : string.Join(" ", words);
        return Towns.TryGetValue(town, out var known) ? known : town;
    }

    /// <summary>Letters and digits, small; a code of nothing but zeros is none.</summary>
    public static string? Postcode(string? text, List<string> words)
    {
        if (text is null) return null;

        words.Clear();
        Folding.Words(text, words);
        if (words.Count > 1 && words[0] is "cp" or "c" or "zip") words.RemoveAt(0);
        var code = words.Count == 1 ? words[0] : string.Concat(words);
        return code.Trim('0').Length == 0 ? null : code;
    }

    private static void Shorten(List<string> words)
    {
        var kept = 0;
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (Particles.IsSmall(word) && words.Count > 1 && word is not ("la" or "los" or "las" or "el")) continue;
            words[kept++] = at + 1 < words.Count && Short.TryGetValue(word, out var whole) ? whole : word;
        }

        if (kept > 0) words.RemoveRange(kept, words.Count - kept);
    }
}
