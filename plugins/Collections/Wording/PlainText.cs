using System;
using System.Collections.Generic;
using System.Net;
using System.Text;

namespace Crm.Extensions.Collections.Wording;

/// <summary>The text of an e-mail's HTML, line by line. One pass over the letters, whatever nonsense the tags are: it neither hangs nor throws.</summary>
internal sealed class PlainText
{
    private static readonly HashSet<string> LineBreaks = new(StringComparer.OrdinalIgnoreCase)
    {
        "br", "p", "div", "tr", "li", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "blockquote", "ul", "ol",
    };

    private static readonly HashSet<string> Hidden = new(StringComparer.OrdinalIgnoreCase) { "style", "script", "head", "title" };

    private readonly string html;
    private readonly bool withQuotes;
    private readonly StringBuilder plain = new();
    private int quoteDepth;
    private int quotedDivs;
    private bool restIsQuoted;

    private PlainText(string html, bool withQuotes)
    {
        this.html = html;
        this.withQuotes = withQuotes;
    }

    /// <summary>The text without its tags; what is no HTML is given back as it is.</summary>
    /// <param name="withQuotes">Whether what the e-mail quotes (blockquote, gmail_quote, Outlook's reply header) is kept.</param>
    public static string Of(string text, bool withQuotes) => LooksLikeHtml(text) ? new PlainText(text, withQuotes).Read() : text;

    private static bool LooksLikeHtml(string text)
    {
        for (var at = text.IndexOf('<'); at >= 0 && at + 1 < text.Length; at = text.IndexOf('<', at + 1))
        {
            // "<ana@example.com>" is an address
            var end = at + 1;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '/' or '!' or '-')) end++;
            if (end > at + 1 && end < text.Length && (text[end] == '>' || char.IsWhiteSpace(text[end]))) return text.IndexOf('>', at) > 0;
        }

        return false;
    }

    private string Read()
    {
        var at = 0;
        while (at < html.Length && !restIsQuoted)
        {
            var tag = html.IndexOf('<', at);
            if (tag < 0) tag = html.Length;
            Write(html.Substring(at, tag - at));
            at = tag < html.Length ? Tag(tag) : html.Length;
        }

        return plain.ToString();
    }

    // returns where the text goes on
    private int Tag(int at)
    {
        if (StartsWith(at, "<!--"))
        {
            var close = html.IndexOf("-->", at + 4, StringComparison.Ordinal);
            return close < 0 ? html.Length : close + 3;
        }

        var end = html.IndexOf('>', at);
        if (end < 0 || !(char.IsLetter(Letter(at + 1)) || Letter(at + 1) is '/' or '!'))
        {
            Write("<");
            return at + 1;
        }

        var isEnd = Letter(at + 1) == '/';
        var name = NameAt(at + (isEnd ? 2 : 1));
        var content = html.Substring(at, end - at);
        if (LineBreaks.Contains(name) && IsShown) plain.Append('\n');
        Quote(name, isEnd, content);
        if (isEnd || !Hidden.Contains(name)) return end + 1;

        var until = html.IndexOf("</" + name, end, StringComparison.OrdinalIgnoreCase);
        return until < 0 ? html.Length : until;
    }

    private void Quote(string name, bool isEnd, string tag)
    {
        if (withQuotes) return;

        if (Is(name, "blockquote")) quoteDepth = Math.Max(0, quoteDepth + (isEnd ? -1 : 1));
        if (!Is(name, "div")) return;

        if (quotedDivs > 0) quotedDivs += isEnd ? -1 : 1;
        else if (!isEnd && (Has(tag, "gmail_quote") || Has(tag, "moz-cite-prefix") || Has(tag, "yahoo_quoted"))) quotedDivs = 1;
        else if (!isEnd && (Has(tag, "divRplyFwdMsg") || Has(tag, "appendonsend"))) restIsQuoted = true;
    }

    private bool IsShown => quoteDepth == 0 && quotedDivs == 0;

    private void Write(string text)
    {
        // in HTML a line's end is a space
        if (IsShown) plain.Append(WebUtility.HtmlDecode(text.Replace('\r', ' ').Replace('\n', ' ')).Replace('\u00A0', ' '));
    }

    private string NameAt(int at)
    {
        var end = at;
        while (end < html.Length && char.IsLetterOrDigit(html[end])) end++;
        return html.Substring(at, end - at);
    }

    private char Letter(int at) => at < html.Length ? html[at] : '\0';

    private bool StartsWith(int at, string text) => string.CompareOrdinal(html, at, text, 0, text.Length) == 0;

    private static bool Is(string name, string tag) => string.Equals(name, tag, StringComparison.OrdinalIgnoreCase);

    private static bool Has(string tag, string text) => tag.IndexOf(text, StringComparison.OrdinalIgnoreCase) >= 0;
}
