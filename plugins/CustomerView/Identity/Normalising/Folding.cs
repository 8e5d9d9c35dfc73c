using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>A text as words that can be compared: lower case, without accents, without punctuation.</summary>
/// <remarks>
/// Ñ becomes n, so that Munoz is Muñoz; who shows names prefers the spelling that has it. Apostrophes join (O'Brien is obrien), everything else that is
/// neither letter nor digit separates. Letters that do not fall apart into a base and an accent are spelt out (ß, æ, ø, ł).
/// </remarks>
internal static class Folding
{
    private const int TableSize = 0x180;
    private const int FirstLatin = 0xC0;
    private const char Separator = ' ';
    private const char Nothing = '\0';

    // the base letters of U+00C0 to U+017F (Unicode, UnicodeData.txt, canonical decompositions): written out, so that it does not depend on how the host
    // process takes letters apart
    private const string Latin =
        "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggg" +
        "gggghhhhiiiiiiiiiiiijjkkkllllllŀŀllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    private static readonly char[] Table = Build();

    [System.ThreadStatic]
    private static char[]? buffer;

    /// <summary>The words, added to a list.</summary>
    public static void Words(string? text, List<string> into)
    {
        if (text is null) return;

        var letters = buffer ??= new char[64];
        var length = 0;
        foreach (var written in IsShortcut(text) ? text : Taken(text))
        {
            var letter = Of(written);
            if (letter == Nothing) continue;
            if (letter == Separator)
            {
                if (length > 0) into.Add(WordPool.Get(letters, length));
                length = 0;
                continue;
            }

            if (length + 2 > letters.Length)
            {
                System.Array.Resize(ref letters, 2 * letters.Length);
                buffer = letters;
            }

            letters[length++] = letter;
            if (Second(written) is var second and not Nothing) letters[length++] = second;
        }

        if (length > 0) into.Add(WordPool.Get(letters, length));
    }

    /// <summary>The words with one space between, or null when there is none.</summary>
    public static string? Phrase(string? text)
    {
        if (text is null) return null;

        var words = new List<string>();
        Words(text, words);
        return words.Count == 0 ? null : words.Count == 1 ? words[0] : string.Join(" ", words);
    }

    /// <summary>The text in small letters, accents and punctuation as they are.</summary>
    public static string Lower(string text)
    {
        var at = 0;
        while (at < text.Length && char.ToLowerInvariant(text[at]) == text[at])
        {
            at++;
        }

        if (at == text.Length) return text;

        var letters = text.ToCharArray();
        for (; at < letters.Length; at++)
        {
            letters[at] = char.ToLowerInvariant(letters[at]);
        }

        return new string(letters);
    }

    /// <summary>A letter or digit folded, a space for what separates, '\0' for what is passed over.</summary>
    public static char Of(char letter) => letter < TableSize ? Table[letter] : Other(letter);

    // what stands in the table needs no taking apart
    private static bool IsShortcut(string text)
    {
        foreach (var letter in text)
        {
            if (letter >= TableSize) return false;
        }

        return true;
    }

    // a text may hold code points that are no characters
    private static string Taken(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormD);
        }
        catch (System.ArgumentException)
        {
            return text;
        }
    }

    private static char Other(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => Nothing,
        _ when char.IsLetterOrDigit(letter) => char.ToLowerInvariant(letter),
        UnicodeCategory.Surrogate or UnicodeCategory.SpacingCombiningMark => letter,
        _ => Separator,
    };

    private static char Second(char letter) => letter switch
    {
        'ß' => 's',
        'æ' or 'Æ' or 'œ' or 'Œ' => 'e',
        'þ' or 'Þ' => 'h',
        _ => Nothing,
    };

    private static char[] Build()
    {
        var table = new char[TableSize];
        for (var at = 0; at < TableSize; at++)
        {
            table[at] = Fold((char)at);
        }

        return table;
    }

    private static char Fold(char letter) => letter switch
    {
        '\'' or '`' => Nothing,
        'ª' => 'a',
        'º' => 'o',
        _ when letter >= FirstLatin => Latin[letter - FirstLatin],
        >= '0' and <= '9' or >= 'a' and <= 'z' => letter,
        >= 'A' and <= 'Z' => (char)(letter | 0x20),
        _ => Separator,
    };
}
