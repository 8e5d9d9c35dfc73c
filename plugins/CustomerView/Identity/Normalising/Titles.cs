using System;
using System.Collections.Generic;

namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>Words around a name that are no part of it, folded.</summary>
internal static class Titles
{
    private static readonly HashSet<string> Before = new(StringComparer.Ordinal)
    {
        "sr", "sra", "srta", "sres", "senor", "senora", "senorita", "don", "dona", "dn", "dr", "dra", "drs", "doctor", "doctora", "lic", "licda", "licdo",
        "licenciado", "licenciada", "ing", "ingeniero", "ingeniera", "inga", "arq", "arqa", "arquitecto", "arquitecta", "mtro", "mtra", "maestro", "maestra", "prof", "profa",
        "profesor", "profesora", "abog", "abogado", "abogada", "econ", "tec", "cdor", "cdora", "contador", "contadora", "ctdor", "psic", "odont", "enf", "cap", "gral", "cnel",
        "sgto", "tte", "mayor", "hno", "hna", "sor", "fray", "pbro", "mons", "excmo", "excma", "ilmo", "ilma", "exmo", "exma", "eng", "engenheiro", "senhor", "senhora", "mr", "mrs", "ms",
        "miss", "mx", "sir", "lady", "lord", "rev", "hon", "capt", "col", "madam", "mister", "viuda", "vda", "att", "atn",
    };

    private static readonly HashSet<string> After = new(StringComparer.Ordinal) { "phd", "md", "mba", "msc", "esq", "dds", "cpa", "bsc", "qepd", "vda", "viuda" };

    // of namesakes, father and son for the most part
    private static readonly Dictionary<string, string> Suffixes = new(StringComparer.Ordinal)
    {
        ["jr"] = "jr", ["junior"] = "jr", ["jnr"] = "jr", ["hijo"] = "jr", ["filho"] = "jr", ["neto"] = "iii", ["sr"] = "sr", ["snr"] = "sr", ["senior"] = "sr", ["padre"] = "sr",
        ["ii"] = "ii", ["iii"] = "iii", ["iv"] = "iv", ["2nd"] = "ii", ["3rd"] = "iii",
    };

    /// <summary>How many words at the start are titles; at least one word is left.</summary>
    public static int CountBefore(List<string> words)
    {
        var count = 0;
        while (count < words.Count - 1 && Before.Contains(words[count]))
        {
            count++;
        }

        return count;
    }

    /// <summary>The titles before a name as they were written ("Dra."), or null.</summary>
    public static string? Written(string? name)
    {
        if (name is null) return null;

        var end = 0;
        for (var at = 0; at < name.Length;)
        {
            var space = name.IndexOf(' ', at);
            if (space < 0 || Folding.Phrase(name.Substring(at, space - at)) is not { } word || !Before.Contains(word)) break;
            end = space;
            at = space + 1;
        }

        return end == 0 ? null : name.Substring(0, end);
    }

    /// <summary>Takes titles and suffixes off the end.</summary>
    /// <param name="least">How many words are left at least.</param>
    public static string? TakeAfter(List<string> words, int least)
    {
        string? suffix = null;
        while (words.Count > least)
        {
            var last = words[words.Count - 1];
            if (suffix is null && Suffixes.TryGetValue(last, out var found)) suffix = found;
            else if (!After.Contains(last)) break;

            words.RemoveAt(words.Count - 1);
        }

        return suffix;
    }

    /// <summary>Whether the word after a comma is such an ending, so that the comma does not turn the name round.</summary>
    public static bool IsEnding(string word) => Suffixes.ContainsKey(word) || After.Contains(word);

    /// <summary>Whether it tells namesakes apart; the word for it, or null.</summary>
    public static string? Suffix(string? word) => word is not null && Suffixes.TryGetValue(word, out var suffix) ? suffix : null;
}
