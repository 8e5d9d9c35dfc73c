using System;
using System.Collections.Generic;

namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>E-mail addresses in the form in which two spellings of one mailbox are equal.</summary>
/// <remarks>
/// Case says nothing. Google Mail passes over dots and what follows a plus, and googlemail.com is gmail.com (Gmail Help, "Dots don't matter in Gmail
/// addresses"); Outlook passes over what follows a plus. Elsewhere dots and plus are part of the name.
/// </remarks>
internal static class EmailAddress
{
    private static readonly char[] Between = [';', ',', ' ', '|', '/', '<', '>', '(', ')', '[', ']', '"'];

    /// <summary>The valid addresses of a column, each once, in the order in which they stand.</summary>
    public static string[] Read(string? column, MarkSet marks)
    {
        if (column is null) return NormalRecord.None;

        if (column.IndexOfAny(Between) < 0)
        {
            return Canonical(column) is { } single ? [single] : Invalid(marks);
        }

        var found = new List<string>(2);
        var tried = false;
        foreach (var part in column.Split(Between, StringSplitOptions.RemoveEmptyEntries))
        {
            // a display name before the address is no address
            if (part.IndexOf('@') < 0) continue;
            tried = true;
            if (Canonical(part) is not { } address) marks.Add(Mark.EmailInvalid);
            else if (found.Count < Limits.Values && !found.Contains(address)) found.Add(address);
        }

        return tried ? [.. found] : Invalid(marks);
    }

    /// <summary>The canonical form, or null when it is no address.</summary>
    public static string? Canonical(string text)
    {
        text = text.Trim().Trim('.', '\'');
        text = Folding.Lower(text);
        if (text.StartsWith("mailto:", StringComparison.Ordinal)) text = text.Substring(7);

        var at = text.IndexOf('@');
        if (at <= 0 || at > 64 || text.LastIndexOf('@') != at || !IsLocal(text, at) || !IsDomain(text, at + 1)) return null;

        var domain = text.Substring(at + 1);
        var local = text.Substring(0, at);
        if (domain is "gmail.com" or "googlemail.com")
        {
            local = WithoutTag(local).Replace(".", "");
            domain = "gmail.com";
        }
        else if (domain is "outlook.com" or "hotmail.com" or "live.com")
        {
            local = WithoutTag(local);
        }

        return local.Length == 0 ? null : local + "@" + domain;
    }

    private static string[] Invalid(MarkSet marks)
    {
        marks.Add(Mark.EmailInvalid);
        return NormalRecord.None;
    }

    private static string WithoutTag(string local)
    {
        var plus = local.IndexOf('+');
        return plus < 0 ? local : local.Substring(0, plus);
    }

    // RFC 5321, 4.1.2, without quoted strings; letters of all scripts (RFC 6531)
    private static bool IsLocal(string text, int end)
    {
        for (var at = 0; at < end; at++)
        {
            var letter = text[at];
            if (letter == '.' ? at == 0 || at == end - 1 || text[at - 1] == '.' : !char.IsLetterOrDigit(letter) && "!#$%&'*+-=?^_`{|}~".IndexOf(letter) < 0) return false;
        }

        return true;
    }

    private static bool IsDomain(string text, int start)
    {
        var dots = 0;
        var label = 0;
        for (var at = start; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '.')
            {
                if (label == 0 || text[at - 1] == '-') return false;
                dots++;
                label = 0;
            }
            else if (char.IsLetterOrDigit(letter) || (letter == '-' && label > 0))
            {
                if (++label > 63) return false;
            }
            else
            {
                return false;
            }
        }

        return dots > 0 && label >= 2 && text[text.Length - 1] != '-' && text.Length - start <= 253;
    }
}
