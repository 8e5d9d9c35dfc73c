using System;
using System.Collections.Generic;

namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>Phone numbers as E.164, by the numbering plan of the country.</summary>
internal static class PhoneNumber
{
    private const int ShortestE164 = 8;
    private const int LongestE164 = 15;
    private const int ShortestLocal = 6;

    private static readonly char[] Between = [';', ',', '/', '|', '\\'];
    private static readonly string[] Extensions = ["ext", "extension", "extensión", "anexo", "anx", "interno", "int", "ramal", "opc", "x", "#"];

    /// <summary>The numbers of a column, each once, in the order in which they stand; what is none is marked.</summary>
    public static string[] Read(string? column, string? country, MarkSet marks)
    {
        if (column is null) return NormalRecord.None;

        if (column.IndexOfAny(Between) < 0) return Canonical(column, country, marks) is { } single ? [single] : NormalRecord.None;

        var found = new List<string>(2);
        foreach (var part in column.Split(Between, StringSplitOptions.RemoveEmptyEntries))
        {
            if (found.Count < Limits.Values && Canonical(part, country, marks) is { } number && !found.Contains(number)) found.Add(number);
        }

        return [.. found];
    }

    /// <summary>The canonical form of one number, or null when it is none.</summary>
    public static string? Canonical(string text, string? country, MarkSet marks)
    {
        var isInternational = false;
        var digits = Digits(text, ref isInternational);
        if (digits.Length == 0)
        {
            if (text.Trim().Length > 0) marks.Add(Mark.PhoneInvalid);
            return null;
        }

        if (IsFiller(digits))
        {
            marks.Add(Mark.PhoneGeneric);
            return null;
        }

        if (!isInternational && digits.Length > 10 && digits[0] == '0' && digits[1] == '0')
        {
            isInternational = true;
            digits = digits.Substring(2);
        }

        var number = isInternational ? International(digits) : Local(digits, country);
        if (number is null) marks.Add(!isInternational && digits.Length is >= ShortestLocal and <= 8 ? Mark.PhoneIncomplete : Mark.PhoneInvalid);
        return number;
    }

    private static string? International(string digits)
    {
        if (PhonePlan.OfInternational(digits) is not { } plan) return digits.Length is >= ShortestE164 and <= LongestE164 && digits[0] != '0' ? "+" + digits : null;

        return plan.National(digits.Substring(plan.Code.Length)) is { } national ? "+" + plan.Code + national : null;
    }

    private static string? Local(string digits, string? country)
    {
        if (PhonePlan.Of(country) is not { } plan)
        {
            // of an unknown country: equal digits are still the same number
            var bare = digits.TrimStart('0');
            return bare.Length is >= ShortestLocal + 1 and <= LongestE164 ? bare : null;
        }

        if (plan.National(digits) is { } national) return "+" + plan.Code + national;

        // with the calling code but without its plus
        return digits.StartsWith(plan.Code, StringComparison.Ordinal) && plan.National(digits.Substring(plan.Code.Length)) is { } international
            ? "+" + plan.Code + international
            : null;
    }

    // stops at an extension; "+44 (0)20" loses the zero that is not dialled from abroad
    private static string Digits(string text, ref bool isInternational)
    {
        var digits = new char[Math.Min(text.Length, 24)];
        var length = 0;
        for (var at = 0; at < text.Length && length < digits.Length; at++)
        {
            var letter = text[at];
            if (letter == '+' && length == 0) isInternational = true;
            else if (letter is >= '0' and <= '9')
            {
                if (letter == '0' && isInternational && at > 0 && text[at - 1] == '(' && at + 1 < text.Length && text[at + 1] == ')') continue;
                digits[length++] = letter;
            }
            else if (length >= ShortestLocal && (letter == '#' || char.IsLetter(letter)) && IsExtension(text, at)) break;
        }

        return new string(digits, 0, length);
    }

    private static bool IsExtension(string text, int at)
    {
        foreach (var word in Extensions)
        {
            if (string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0) return true;
        }

        return false;
    }

    // 0000000000, 5551111111 has a run of seven, 1234567890
    private static bool IsFiller(string digits)
    {
        if (digits.Length < 6) return false;

        var run = 1;
        for (var at = 1; at < digits.Length; at++)
        {
            run = digits[at] == digits[at - 1] ? run + 1 : 1;
            if (run >= 7 || run == digits.Length) return true;
        }

        return digits.Length >= 7 && ("01234567890".Contains(digits) || "9876543210".Contains(digits));
    }
}
