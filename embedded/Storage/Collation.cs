using System;
using System.Globalization;
using System.Text;

namespace Crm.Extensions.Embedded.Storage;

/// <summary>Text as the platform's database compares it: without regard to case, accents and trailing blanks (a CI_AI collation).</summary>
/// <remarks>Folding is done once per value; folded texts compare ordinally.</remarks>
internal static class Collation
{
    public static string Fold(string text)
    {
        var trimmed = text.TrimEnd(' ');
        if (Ascii.IsValid(trimmed)) return trimmed.ToUpperInvariant();
        var folded = new StringBuilder(trimmed.Length);
        foreach (var character in trimmed.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark) folded.Append(char.ToUpperInvariant(character));
        }
        return folded.ToString();
    }

    public static bool Same(string left, string right) =>
        string.Equals(left, right, StringComparison.Ordinal) || string.Equals(Fold(left), Fold(right), StringComparison.Ordinal);

    public static int Compare(string left, string right) => string.CompareOrdinal(Fold(left), Fold(right));
}
