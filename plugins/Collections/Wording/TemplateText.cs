using System;
using System.Collections.Generic;
using System.Text;

namespace Crm.Extensions.Collections.Wording;

/// <summary>A token that a text needs and nobody has a value for, or that nobody knows.</summary>
internal sealed class TokenException(string token, bool isKnown) : Exception((isKnown ? "No value for {" : "Unknown token {") + token + "}.")
{
    public string Token { get; } = token;

    public bool IsKnown { get; } = isKnown;
}

/// <summary>
/// Fills in a text's tokens. <c>{name}</c> is replaced by its value, with a capital letter where the token has one. A part in double brackets is left out when a
/// value in it is missing, or when it begins with other countries' codes: <c>[[CL|PE: …]]</c>.
/// </summary>
internal static class TemplateText
{
    /// <param name="values">By token; null: known, but without a value here.</param>
    /// <param name="country">The customer's, ISO 3166-1 alpha-2.</param>
    /// <exception cref="TokenException">A token outside brackets has no value, or is unknown.</exception>
    public static string Render(string text, IReadOnlyDictionary<string, string?> values, string country)
    {
        var written = new StringBuilder();
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf("[[", at, StringComparison.Ordinal);
            var close = open < 0 ? -1 : text.IndexOf("]]", open, StringComparison.Ordinal);
            if (close < 0)
            {
                written.Append(Fill(text.Substring(at), values));
                break;
            }

            written.Append(Fill(text.Substring(at, open - at), values)).Append(Part(text.Substring(open + 2, close - open - 2), values, country));
            at = close + 2;
        }

        return written.ToString().Trim();
    }

    private static string Part(string part, IReadOnlyDictionary<string, string?> values, string country)
    {
        var end = part.IndexOf(':');
        if (end >= 2 && AreCountries(part.Substring(0, end)))
        {
            if (Array.IndexOf(part.Substring(0, end).Split('|'), country) < 0) return "";
            part = part.Substring(end + 1);
        }

        try
        {
            return Fill(part, values);
        }
        catch (TokenException missing) when (missing.IsKnown)
        {
            return "";
        }
    }

    private static bool AreCountries(string text)
    {
        foreach (var code in text.Split('|'))
        {
            if (code.Length != 2 || code[0] is < 'A' or > 'Z' || code[1] is < 'A' or > 'Z') return false;
        }

        return true;
    }

    private static string Fill(string text, IReadOnlyDictionary<string, string?> values)
    {
        var filled = new StringBuilder();
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('{', at);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0) break;

            filled.Append(text, at, open - at).Append(Value(text.Substring(open + 1, close - open - 1), values));
            at = close + 1;
        }

        return filled.Append(text, at, text.Length - at).ToString();
    }

    private static string Value(string token, IReadOnlyDictionary<string, string?> values)
    {
        if (values.TryGetValue(token, out var value)) return value ?? throw new TokenException(token, isKnown: true);

        var small = token.Length == 0 ? token : char.ToLowerInvariant(token[0]) + token.Substring(1);
        if (!values.TryGetValue(small, out value)) throw new TokenException(token, isKnown: false);
        if (string.IsNullOrEmpty(value)) throw new TokenException(token, isKnown: true);
        return char.ToUpperInvariant(value![0]) + value.Substring(1);
    }
}
