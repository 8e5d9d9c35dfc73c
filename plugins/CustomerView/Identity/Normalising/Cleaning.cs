using System;
using System.Text;

namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>Takes out of a text what nobody typed on purpose, and says so.</summary>
/// <remarks>Linear, and a text of ordinary letters is returned as it is, without a copy.</remarks>
internal static class Cleaning
{
    /// <summary>A trimmed text of at most that many characters, or null when nothing is left.</summary>
    public static string? Clean(string? text, int longest, MarkSet marks)
    {
        if (text is null || text.Length == 0) return null;

        if (text.Length > longest)
        {
            // a little more than is kept, so that leading rubbish does not eat the text
            text = text.Substring(0, Math.Min(text.Length, 2 * longest));
            marks.Add(Mark.TooLong);
        }

        if (!IsPlain(text))
        {
            text = Mojibake.Repair(text, marks);
            text = Scrub(text, marks);
        }

        text = text.Trim();
        if (text.Length > longest)
        {
            text = text.Substring(0, char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest).TrimEnd();
            marks.Add(Mark.TooLong);
        }

        return text.Length == 0 ? null : text;
    }

    private static bool IsPlain(string text)
    {
        foreach (var letter in text)
        {
            if (letter is < ' ' or > '~') return false;
        }

        return true;
    }

    private static string Scrub(string text, MarkSet marks)
    {
        StringBuilder? clean = null;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (char.IsHighSurrogate(letter) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                clean?.Append(letter).Append(text[at + 1]);
                at++;
                continue;
            }

            var instead = Instead(letter, marks);
            if (instead == letter && letter != '\0')
            {
                clean?.Append(letter);
                continue;
            }

            clean ??= new StringBuilder(text, 0, at, text.Length);
            if (instead != '\0') clean.Append(instead);
        }

        return clean?.ToString() ?? text;
    }

    // the letter itself, a space, or nothing ('\0')
    private static char Instead(char letter, MarkSet marks)
    {
        switch (letter)
        {
            case '\t' or '\r' or '\n' or '\u00A0' or '\u2007' or '\u202F' or '\u2028' or '\u2029' or '\u3000':
                return ' ';
            case '\u2018' or '\u2019' or '\u02BC' or '\u00B4':
                return '\'';
            case '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212':
                return '-';
            case '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u061C':
            case >= '\u200E' and <= '\u200F' or >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069':
                marks.Add(Mark.InvisibleCharacters);
                return '\0';
            case '\uFFFD' or >= '\uD800' and <= '\uDFFF' or '\uFFFE' or '\uFFFF':
                marks.Add(Mark.BrokenCharacters);
                return '\0';
            case < ' ' or >= '\u007F' and <= '\u009F':
                marks.Add(Mark.ControlCharacters);
                return '\0';
            default:
                return letter;
        }
    }
}
