using System;

namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>Gives words that were met before as the same string, so that a million records do not hold a million "garcia".</summary>
/// <remarks>A small table for each thread; a newcomer takes the place of the word that had it. No lock, no growth.</remarks>
internal static class WordPool
{
    private const int Size = 1 << 14;
    private const int LongestPooled = 20;

    [ThreadStatic]
    private static string[]? words;

    public static string Get(char[] letters, int length)
    {
        if (length > LongestPooled) return new string(letters, 0, length);

        // FNV-1a
        var hash = 2166136261u;
        for (var at = 0; at < length; at++)
        {
            hash = unchecked((hash ^ letters[at]) * 16777619u);
        }

        var table = words ??= new string[Size];
        var slot = (int)((hash ^ (hash >> 15)) & (Size - 1));
        var known = table[slot];
        if (known is not null && known.Length == length && IsSame(known, letters)) return known;

        return table[slot] = new string(letters, 0, length);
    }

    private static bool IsSame(string word, char[] letters)
    {
        for (var at = 0; at < word.Length; at++)
        {
            if (word[at] != letters[at]) return false;
        }

        return true;
    }
}
