using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Crm.Extensions.Compensation.Roster;

/// <summary>A field of a CSV file and where it begins.</summary>
/// <param name="Line">The line in the file, counted from 1.</param>
/// <param name="Ordinal">Which field of its row it is, counted from 1.</param>
internal sealed record CsvField(string Text, int Line, int Ordinal);

/// <summary>A row of a CSV file; it may span lines where a quoted field does.</summary>
internal sealed record CsvRow(int Line, IReadOnlyList<CsvField> Fields);

/// <summary>A row that is no CSV.</summary>
/// <param name="Code">Name of the text that says why.</param>
internal sealed record CsvFault(int Line, int Ordinal, string Code, object[] Facts);

/// <summary>
/// Reads CSV as RFC 4180 has it, with commas, semicolons or tabs. What is malformed spoils its own line: reading goes on with the next one, so that a
/// quote that is never closed does not swallow the rest of the file.
/// </summary>
/// <remarks>Written here because a plug-in assembly brings no other assembly along.</remarks>
internal sealed class CsvText
{
    /// <summary>No column of ours holds so much; a longer field is a mistake.</summary>
    public const int LongestField = 1000;

    private const char Quote = '"';
    private static readonly char[] Separators = [',', ';', '\t'];

    private readonly string text;
    private readonly List<CsvRow> rows = [];
    private readonly List<CsvFault> faults = [];
    private int at;
    private int line = 1;

    private CsvText(string text)
    {
        // a byte order mark that came along as a character
        this.text = text.Length > 0 && text[0] == '\uFEFF' ? text.Substring(1) : text;
        Separator = SeparatorOf(FirstLine());
        while (at < this.text.Length) ReadRow();
    }

    public char Separator { get; }

    /// <summary>Rows that hold anything, the heading first.</summary>
    public IReadOnlyList<CsvRow> Rows => rows;

    public IReadOnlyList<CsvFault> Faults => faults;

    public static CsvText Read(string text) => new(text);

    private void ReadRow()
    {
        var start = at;
        var startLine = line;
        var fields = new List<CsvField>();
        while (true)
        {
            var fieldLine = line;
            var isQuoted = at < text.Length && text[at] == Quote;
            var value = isQuoted ? Quoted() : Bare();
            if (value is null || (isQuoted && !IsAtEndOfField()))
            {
                Spoil(start, startLine, new CsvFault(fieldLine, fields.Count + 1, value is null ? "QuoteOpen" : "QuoteInside", []));
                return;
            }

            if (value.Length > LongestField)
            {
                // with line breaks inside it is rather a quote that somebody forgot to close
                faults.Add(new CsvFault(fieldLine, fields.Count + 1, "FieldTooLong", [value.Length, LongestField]));
                if (value.IndexOf('\n') >= 0) Resume(start, startLine);
                else SkipLine();
                return;
            }

            fields.Add(new CsvField(value.Trim(), fieldLine, fields.Count + 1));
            if (at >= text.Length || text[at] != Separator) break;
            at++;
        }

        SkipLine();
        if (fields.Any(field => field.Text.Length > 0)) rows.Add(new CsvRow(startLine, fields));
    }

    private string? Quoted()
    {
        var value = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '\n') line++;
            if (text[at] != Quote)
            {
                value.Append(text[at]);
                continue;
            }

            if (at + 1 < text.Length && text[at + 1] == Quote) at++;
            else
            {
                at++;
                return value.ToString();
            }

            value.Append(Quote);
        }

        return null;
    }

    private string Bare()
    {
        var start = at;
        while (!IsAtEndOfField()) at++;
        return text.Substring(start, at - start);
    }

    private bool IsAtEndOfField() => at >= text.Length || text[at] == Separator || text[at] is '\n' or '\r';

    private void Spoil(int start, int startLine, CsvFault fault)
    {
        faults.Add(fault);
        Resume(start, startLine);
    }

    private void Resume(int start, int startLine)
    {
        at = start;
        line = startLine;
        SkipLine();
    }

    private void SkipLine()
    {
        while (at < text.Length && text[at] != '\n' && text[at] != '\r') at++;
        if (at < text.Length && text[at] == '\r') at++;
        if (at < text.Length && text[at] == '\n') at++;
        line++;
    }

    private string FirstLine()
    {
        var end = text.IndexOfAny(['\r', '\n']);
        return end < 0 ? text : text.Substring(0, end);
    }

    private static char SeparatorOf(string heading) => Separators.OrderByDescending(separator => heading.Count(letter => letter == separator)).First();
}
