using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Crm.Extensions.CustomerView.Identity.Operations;

/// <summary>
/// A journal as the operation's row keeps it: a line for each change that rows have in common, with their ids; 33 characters a row, so that the
/// column holds thirty thousand.
/// </summary>
/// <remarks>Columns of a line are separated by tabs. <c>=</c> a change, <c>&gt;</c> a part, <c>!</c> a row that stayed as it was.</remarks>
internal static class JournalText
{
    private const char Change = '=';
    private const char Part = '>';
    private const char Kept = '!';

    public static string Write(Journal journal)
    {
        var text = new StringBuilder();
        foreach (var part in journal.Parts) text.Append(Part).Append('\t').Append(Id(part)).Append('\n');
        JournalEntry? last = null;
        foreach (var entry in journal.Entries)
        {
            if (last is not null && IsAlike(last, entry))
            {
                text.Append(' ').Append(Id(entry.Row));
            }
            else
            {
                if (last is not null) text.Append('\n');
                text.Append(Change).Append('\t').Append(entry.Table).Append('\t').Append(entry.Column).Append('\t');
                text.Append(Escape(entry.Former)).Append('\t').Append(Escape(entry.After)).Append('\t').Append(Id(entry.Row));
            }

            last = entry;
        }

        if (last is not null) text.Append('\n');
        foreach (var row in journal.Kept) text.Append(Kept).Append('\t').Append(row.Table).Append('\t').Append(Id(row.Row)).Append('\t').Append(Escape(row.Reason)).Append('\n');
        return text.ToString();
    }

    /// <summary>The journal of a text; an empty one of none.</summary>
    /// <exception cref="FormatException">It was not written by <see cref="Write"/>.</exception>
    public static Journal Read(string? text)
    {
        var journal = new Journal();
        foreach (var line in (text ?? "").Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0))
        {
            var columns = line.Split('\t');
            if (columns[0].Length == 1 && columns[0][0] == Change && columns.Length == 6) journal.Add(Entries(columns));
            else if (columns[0].Length == 1 && columns[0][0] == Part && columns.Length == 2) journal.AddPart(Row(columns[1]));
            else if (columns[0].Length == 1 && columns[0][0] == Kept && columns.Length == 4) journal.Keep(new KeptRow(columns[1], Row(columns[2]), Unescape(columns[3])));
            else throw new FormatException("'" + line + "' is no line of a journal.");
        }

        return journal;
    }

    private static IEnumerable<JournalEntry> Entries(string[] columns)
    {
        var former = Unescape(columns[3]);
        var after = Unescape(columns[4]);
        return columns[5].Split(' ').Select(row => new JournalEntry(columns[1], Row(row), columns[2], former, after));
    }

    private static bool IsAlike(JournalEntry left, JournalEntry right) =>
        Same(left.Table, right.Table) && Same(left.Column, right.Column) && Same(left.Former, right.Former) && Same(left.After, right.After);

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);

    private static string Id(Guid row) => row.ToString("N", CultureInfo.InvariantCulture);

    private static Guid Row(string text) => Guid.ParseExact(text, "N");

    private static string Escape(string text) => text.Replace("\\", "\\\\").Replace("\t", "\\t").Replace("\n", "\\n").Replace("\r", "\\r");

    private static string Unescape(string text)
    {
        if (text.IndexOf('\\') < 0) return text;

        var plain = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] != '\\' || index + 1 == text.Length)
            {
                plain.Append(text[index]);
                continue;
            }

            index++;
            plain.Append(text[index] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', var other => other });
        }

        return plain.ToString();
    }
}
