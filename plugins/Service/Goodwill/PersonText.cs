using System.Globalization;
using System.Linq;
using System.Text;

namespace Crm.Extensions.Service.Goodwill;

/// <summary>Names, addresses and numbers as they are compared: letters and digits alone, without case and accents.</summary>
internal static class PersonText
{
    public static string Fold(string? text) => new(
    [
        .. (text ?? "").Normalize(NormalizationForm.FormD)
            .Where(letter => char.IsLetterOrDigit(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            .Select(char.ToUpperInvariant),
    ]);
}
