using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Crm.Extensions.Collections.Wording;

/// <summary>A text as words that can be compared: lower case, without accents, without punctuation.</summary>
/// <remarks>"¿Por qué no ha pagado?" becomes por, que, no, ha, pagado.</remarks>
internal sealed class FoldedText
{
    public FoldedText(string text) => Words = Split(text);

    public IReadOnlyList<string> Words { get; }

    private static List<string> Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0) words.Add(word.ToString());
        return words;
    }
}
