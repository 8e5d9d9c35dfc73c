using System;
using System.Collections.Generic;

namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>What is known of given names: which words are given names, and what pet names stand for.</summary>
internal static class GivenNames
{
    private static readonly Dictionary<string, string[]> Hypocorisms = ReadHypocorisms();
    private static readonly HashSet<string> Known = ReadKnown();

    /// <summary>The names that a folded word may stand for; a word that is no pet name stands for itself.</summary>
    /// <returns>A list that is not to be changed; null: the word itself.</returns>
    public static string[]? Meanings(string word) => Hypocorisms.TryGetValue(word, out var meanings) ? meanings : null;

    /// <summary>Whether a folded word is commonly a given name, pet names included.</summary>
    public static bool Contains(string word) => Known.Contains(word);

    /// <summary>Each word, or what it stands for, each once and in order.</summary>
    public static string[] Resolve(string[] words)
    {
        var changes = false;
        foreach (var word in words)
        {
            changes |= Hypocorisms.ContainsKey(word);
        }

        if (!changes) return words;

        var resolved = new List<string>(words.Length + 2);
        foreach (var word in words)
        {
            foreach (var meaning in Meanings(word) ?? [word])
            {
                if (!resolved.Contains(meaning)) resolved.Add(meaning);
            }
        }

        return [.. resolved];
    }

    private static Dictionary<string, string[]> ReadHypocorisms()
    {
        var read = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var line in DataFile.Lines("Hypocorisms.txt"))
        {
            if (!read.TryGetValue(line[0], out var meanings)) read.Add(line[0], meanings = []);
            for (var at = 1; at < line.Length; at++)
            {
                foreach (var part in line[at].Split('+'))
                {
                    if (!meanings.Contains(part)) meanings.Add(part);
                }
            }
        }

        var final = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var pair in read)
        {
            var meanings = Final(pair.Key, read);
            if (meanings.Count > 1 || (meanings.Count == 1 && meanings[0] != pair.Key)) final.Add(pair.Key, [.. meanings]);
        }

        return final;
    }

    // joaozinho is joao is juan: meanings are followed to their end, so that resolving twice changes nothing
    private static List<string> Final(string word, Dictionary<string, List<string>> read)
    {
        var final = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { word };
        var open = new Queue<string>();
        open.Enqueue(word);
        while (open.Count > 0)
        {
            var next = open.Dequeue();
            var ends = !read.TryGetValue(next, out var meanings) || meanings.Count == 0 || meanings.Contains(next);
            if (ends && !final.Contains(next)) final.Add(next);
            foreach (var meaning in meanings ?? [])
            {
                if (seen.Add(meaning)) open.Enqueue(meaning);
            }
        }

        return final;
    }

    private static HashSet<string> ReadKnown()
    {
        var known = new HashSet<string>(Hypocorisms.Keys, StringComparer.Ordinal);
        foreach (var line in DataFile.Lines("GivenNames.txt"))
        {
            known.UnionWith(line);
        }

        return known;
    }
}
