using System;
using System.Collections.Generic;

namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>Small words that tie names together: written or left out, glued or apart, the name is the same.</summary>
internal static class Particles
{
    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "de", "del", "la", "las", "los", "lo", "el", "y", "van", "von", "den", "der", "ter", "ten", "vande", "vander", "da", "das", "do", "dos", "di", "du", "des", "le", "della", "dello", "zu", "zum", "vant",
    };

    // a saint or a clan is half a name: it is joined to what follows
    private static readonly HashSet<string> Joined = new(StringComparer.Ordinal) { "san", "santa", "saint", "sainte", "sant", "mac", "mc", "fitz", "o" };

    public static bool IsSmall(string word) => Small.Contains(word);

    /// <summary>Surnames without particles: de la Cruz, Delacruz and Cruz are one; San Martín and Sanmartin are one.</summary>
    public static void Drop(List<string> words)
    {
        var kept = 0;
        for (var at = 0; at < words.Count; at++)
        {
            if (!Small.Contains(words[at]) || (at + 1 == words.Count && kept == 0)) words[kept++] = words[at];
        }

        words.RemoveRange(kept, words.Count - kept);
        kept = 0;
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (at + 1 < words.Count && Joined.Contains(word)) word += words[++at];
            words[kept++] = Unglued(word);
        }

        words.RemoveRange(kept, words.Count - kept);
    }

    private static string Unglued(string word)
    {
        if (word.Length < 6 || word[0] != 'd' || word[1] != 'e' || word[2] != 'l') return word;
        if (word is "deleon" or "delrio" or "delvalle" or "delcampo" or "delpozo" or "deltoro" or "delangel") return word.Substring(word == "deleon" ? 2 : 3);
        if (word.Length >= 8 && word.StartsWith("dela", StringComparison.Ordinal)) return word.Substring(4);
        return word.Length >= 9 && word.StartsWith("delos", StringComparison.Ordinal) ? word.Substring(5) : word;
    }
}
