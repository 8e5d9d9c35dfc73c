using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Collections.Wording;

/// <summary>What an agent wrote: a text without what it quotes and without its signature.</summary>
internal sealed class OwnWords
{
    private const int MostSignatureLines = 6;
    private const int HeaderReach = 4;

    private static readonly string[] OriginalMarks = ["original message", "mensaje original", "mensagem original", "forwarded message", "mensaje reenviado"];
    private static readonly string[] SenderHeaders = ["from:", "de:"];

    private static readonly string[] FurtherHeaders =
        ["sent:", "to:", "date:", "subject:", "cc:", "enviado:", "enviado el:", "para:", "fecha:", "asunto:", "data:", "assunto:"];

    private static readonly string[] Closings =
    [
        "atentamente", "cordialmente", "saludos", "saludos cordiales", "un saludo", "un cordial saludo", "cordial saludo", "regards", "best regards", "kind regards", "sincerely", "yours sincerely",
    ];

    private OwnWords(string text, string textWithSignature)
    {
        Text = text;
        TextWithSignature = textWithSignature;
    }

    /// <summary>Without quotes and signature: what must not say certain things.</summary>
    public string Text { get; }

    /// <summary>Without quotes: what must say certain things, of which a name may stand in the signature.</summary>
    public string TextWithSignature { get; }

    /// <param name="text">Plain or HTML.</param>
    public static OwnWords Of(string? text)
    {
        var lines = PlainText.Of(text ?? "", withQuotes: false).Replace("\r\n", "\n").Replace('\r', '\n').Split('\n');
        var own = Unquoted(lines).ToList();
        var signature = SignatureOf(own);
        return new OwnWords(string.Join("\n", own.Take(signature)), string.Join("\n", own));
    }

    private static IEnumerable<string> Unquoted(string[] lines)
    {
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at].Trim();
            if (line.Length > 0 && line[0] == '>') continue;
            if (IsOriginalMark(line) || IsSenderHeader(lines, at)) yield break;

            var attribution = AttributionLines(lines, at);
            if (attribution == 0)
            {
                yield return lines[at];
                continue;
            }

            // answers between quoted lines are our own again; without marks the rest is the quote
            at += attribution - 1;
            var next = Array.FindIndex(lines, at + 1, other => other.Trim().Length > 0);
            if (next < 0 || lines[next].Trim()[0] != '>') yield break;
        }
    }

    private static bool IsOriginalMark(string line) =>
        line.StartsWith("-----", StringComparison.Ordinal) && OriginalMarks.Any(mark => line.IndexOf(mark, StringComparison.OrdinalIgnoreCase) >= 0);

    // "De: 3 cuotas" is no header; one that another header follows is
    private static bool IsSenderHeader(string[] lines, int at) =>
        Begins(lines[at], SenderHeaders) && lines.Skip(at + 1).Take(HeaderReach).Any(line => Begins(line, FurtherHeaders));

    // "El lun, 16 nov 2026 a las 10:00, Ana (<ana@example.com>) escribió:" may run over three lines
    private static int AttributionLines(string[] lines, int at)
    {
        var first = lines[at].TrimStart();
        if (!first.StartsWith("El ", StringComparison.Ordinal) && !first.StartsWith("On ", StringComparison.Ordinal)) return 0;

        for (var count = 1; count <= 3 && at + count <= lines.Length; count++)
        {
            var last = lines[at + count - 1].TrimEnd();
            if (last.EndsWith("escribió:", StringComparison.OrdinalIgnoreCase) || last.EndsWith("wrote:", StringComparison.OrdinalIgnoreCase)) return count;
            if (last.Length == 0) return 0;
        }

        return 0;
    }

    private static int SignatureOf(List<string> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at].Trim();
            if (line is "--" || Begins(line, ["enviado desde mi", "sent from my"])) return at;

            var isClosing = Closings.Contains(line.TrimEnd(',', '.', ':'), StringComparer.OrdinalIgnoreCase);
            var rest = lines.Skip(at + 1).Where(other => other.Trim().Length > 0).ToList();
            if (isClosing && rest.Count <= MostSignatureLines && !rest.Any(other => Begins(other, ["p.d", "pd:", "ps", "p.s", "posdata"]))) return at;
        }

        return lines.Count;
    }

    private static bool Begins(string line, string[] beginnings) =>
        beginnings.Any(beginning => line.TrimStart().StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
}
