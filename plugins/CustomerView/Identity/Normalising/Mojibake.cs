using System.Text;

namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>Repairs UTF-8 that was read as Windows-1252: "MuÃ±oz" is Muñoz, "PEÃ‘A" is PEÑA.</summary>
/// <remarks>
/// Only pairs of Â or Ã with a character that can only be the second half are touched; no Spanish, Portuguese or English word has such a pair
/// ("SÃO" has not: O is no second half). Text that went wrong twice is repaired twice. Source of the table: Unicode, Mappings, CP1252.TXT.
/// </remarks>
internal static class Mojibake
{
    // what Windows-1252 shows for the bytes 80 to 9F; a byte without a character is shown as the control character of its number
    private const string Upper =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    public static string Repair(string text, MarkSet marks)
    {
        for (var round = 0; round < 2; round++)
        {
            var repaired = Once(text);
            if (repaired is null) break;

            marks.Add(Mark.EncodingRepaired);
            text = repaired;
        }

        return text;
    }

    private static string? Once(string text)
    {
        StringBuilder? repaired = null;
        for (var at = 0; at < text.Length; at++)
        {
            var first = text[at];
            var second = first is '\u00C2' or '\u00C3' && at + 1 < text.Length ? SecondByte(text[at + 1]) : -1;
            if (second < 0)
            {
                repaired?.Append(first);
                continue;
            }

            repaired ??= new StringBuilder(text, 0, at, text.Length);
            repaired.Append((char)(((first & 0x1F) << 6) | (second & 0x3F)));
            at++;
        }

        return repaired?.ToString();
    }

    private static int SecondByte(char letter)
    {
        if (letter is >= '\u00A0' and <= '\u00BF') return letter;

        var at = Upper.IndexOf(letter);
        return at < 0 ? -1 : 0x80 + at;
    }
}
