namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>Writes what a word sounds like, roughly and for Spanish and English ears alike; only for finding candidates.</summary>
/// <remarks>
/// A first vowel is kept as such, others fall; b and v, s and z and soft c, k and q and hard c, g and j and x before e and i, ll and y are one; h is silent; doubled sounds count once.
/// In the manner of Soundex (Russell 1918) and Metaphone (Philips 1990); the mapping is our own.
/// </remarks>
internal static class PhoneticCode
{
    private const int Longest = 6;

    /// <summary>Writes at most six letters behind what is there.</summary>
    /// <param name="word">Folded: lower case, no accents.</param>
    public static void Write(string word, KeyText key)
    {
        var written = 0;
        var last = '\0';
        for (var at = 0; at < word.Length && written < Longest; at++)
        {
            var sound = Sound(word, at);
            if (sound == '\0') continue;
            if (sound == 'a' && written > 0)
            {
                last = sound;
                continue;
            }

            if (sound != last)
            {
                key.Add(sound);
                written++;
            }

            last = sound;
        }
    }

    private static char Sound(string word, int at)
    {
        var letter = word[at];
        var next = at + 1 < word.Length ? word[at + 1] : '\0';
        var soft = next is 'e' or 'i' or 'y';
        return letter switch
        {
            'a' or 'e' or 'i' or 'o' or 'u' => 'a',
            'b' or 'v' or 'w' => 'b',
            'c' => next == 'h' ? 'x' : soft ? 's' : 'k',
            'k' or 'q' => 'k',
            's' => next == 'h' ? 'x' : 's',
            'z' => 's',
            'g' => soft ? 'j' : 'g',
            'j' => 'j',
            'x' => soft ? 'j' : 's',
            'p' => next == 'h' ? 'f' : 'p',
            'l' => next == 'l' && at + 2 < word.Length ? 'y' : 'l',
            'y' => at + 1 < word.Length ? 'y' : 'a',
            'd' or 't' => letter,
            'm' or 'n' => 'n',
            'h' or ' ' or '-' or '\'' => '\0',
            _ => letter,
        };
    }
}
