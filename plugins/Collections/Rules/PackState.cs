using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>A state, province or region of a country, with the clocks that its people live by.</summary>
/// <param name="Code">Second part of its ISO 3166-2 code.</param>
/// <param name="Names">Its names as people write them; accents, case and punctuation do not matter.</param>
internal sealed record PackState(string Code, IReadOnlyList<string> Names, IReadOnlyList<LocalClock> Clocks)
{
    /// <summary>What names are compared by: upper case, without accents and punctuation, one space between words.</summary>
    public static string Plain(string? name)
    {
        var plain = new StringBuilder();
        foreach (var letter in (name ?? "").Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter))
            {
                plain.Append(char.ToUpperInvariant(letter));
            }
            else if (char.IsWhiteSpace(letter) || letter is '-' or ',' or '/')
            {
                plain.Append(' ');
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && letter != '.')
            {
                plain.Append(' ');
            }
        }

        return string.Join(" ", plain.ToString().Split(' ').Where(word => word.Length > 0));
    }
}
