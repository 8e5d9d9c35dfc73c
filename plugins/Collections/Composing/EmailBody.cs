using System;
using System.Linq;

namespace Crm.Extensions.Collections;

/// <summary>A plain text as the HTML of an e-mail.</summary>
internal static class EmailBody
{
    public static string Of(string text) => string.Concat(
        text.Split(["\n\n"], StringSplitOptions.None).Select(paragraph => "<p>" + Escape(paragraph).Replace("\n", "<br>") + "</p>"));

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
