using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Collections.Wording;

/// <summary>Phrases of which any one is looked for, and harmless ones that hold the same words ("sin embargo" beside "embargo").</summary>
internal sealed class PhraseList
{
    private readonly Dictionary<string, List<Phrase>> byWord = new(StringComparer.Ordinal);
    private readonly List<Phrase> byBeginning = [];
    private readonly IReadOnlyList<Phrase> harmless;

    public PhraseList(IEnumerable<Phrase> phrases, IEnumerable<Phrase> unless)
    {
        harmless = [.. unless];
        foreach (var phrase in phrases)
        {
            if (phrase.Beginnings.Any(word => word[word.Length - 1] == '*'))
            {
                byBeginning.Add(phrase);
                continue;
            }

            foreach (var word in phrase.Beginnings)
            {
                if (!byWord.TryGetValue(word, out var list)) byWord[word] = list = [];
                list.Add(phrase);
            }
        }
    }

    /// <summary>Whether any of the phrases stands in the text, outside the harmless ones.</summary>
    public bool StandsIn(FoldedText text)
    {
        var words = text.Words;
        var spared = 0;
        for (var at = 0; at < words.Count; at++)
        {
            spared = Math.Max(spared, at + harmless.Select(phrase => phrase.LengthAt(words, at)).DefaultIfEmpty(0).Max());
            if (at >= spared && BeginsAt(words, at)) return true;
        }

        return false;
    }

    private bool BeginsAt(IReadOnlyList<string> words, int at) =>
        (byWord.TryGetValue(words[at], out var list) && list.Any(phrase => phrase.LengthAt(words, at) > 0))
        || byBeginning.Any(phrase => phrase.LengthAt(words, at) > 0);
}
