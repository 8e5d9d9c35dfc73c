using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Collections.Wording;

/// <summary>
/// Words that follow one another. A star at a word's end stands for any ending (<c>adeud*</c>), two dots for up to six words in between
/// (<c>motivo .. atraso</c>), a bar for either word (<c>atraso|mora</c>).
/// </summary>
internal sealed class Phrase
{
    public const string Gap = "..";
    private const int LongestGap = 6;

    private readonly string[][] steps;

    private Phrase(string[][] steps) => this.steps = steps;

    /// <summary>The spellings of its first word, stars included.</summary>
    public IReadOnlyList<string> Beginnings => steps[0];

    /// <exception cref="FormatException">It is empty, begins or ends with a gap, or holds a word that no folded text has.</exception>
    public static Phrase Parse(string text)
    {
        var steps = text.Split([' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(step => step == Gap ? [] : step.Split('|'))
            .ToArray();
        if (steps.Length == 0 || steps[0].Length == 0 || steps[steps.Length - 1].Length == 0 || !steps.SelectMany(step => step).All(IsWord))
        {
            throw new FormatException("'" + text + "' is no phrase: words in lower case without accents, with * | and .. between words.");
        }

        return new Phrase(steps);
    }

    /// <summary>How many words of the text it takes from there, 0 where it does not stand there.</summary>
    public int LengthAt(IReadOnlyList<string> words, int at) => Match(words, at, 0) is { } end ? end - at : 0;

    private int? Match(IReadOnlyList<string> words, int at, int step)
    {
        if (step == steps.Length) return at;
        if (steps[step].Length > 0) return at < words.Count && Fits(steps[step], words[at]) ? Match(words, at + 1, step + 1) : null;

        for (var skipped = 0; skipped <= LongestGap && at + skipped < words.Count; skipped++)
        {
            if (Match(words, at + skipped, step + 1) is { } end) return end;
        }

        return null;
    }

    private static bool Fits(string[] spellings, string word) => spellings.Any(spelling =>
        spelling[spelling.Length - 1] == '*'
            ? string.CompareOrdinal(word, 0, spelling, 0, spelling.Length - 1) == 0
            : string.Equals(word, spelling, StringComparison.Ordinal));

    private static bool IsWord(string spelling)
    {
        var word = spelling.TrimEnd('*');
        return word.Length > 0 && spelling.Length - word.Length <= 1 && new FoldedText(word).Words is [var folded] && folded == word;
    }
}
