using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Crm.Extensions.Cli.Unify;

/// <summary>What people are told of rows: those that could not be judged, and what was odd in those that were.</summary>
internal sealed class RowNotes(TextWriter error)
{
    private const int MostTold = 50;

    private readonly SortedDictionary<string, (int Count, string File, int Line)> marks = new(StringComparer.Ordinal);

    /// <summary>Rows that could not be judged; they came out as customers of their own.</summary>
    public int LeftOut { get; private set; }

    /// <summary>How many rows have each mark.</summary>
    public IEnumerable<KeyValuePair<string, int>> Marks => marks.Select(mark => KeyValuePair.Create(mark.Key, mark.Value.Count));

    public void Notice(string text) => error.WriteLine(text);

    public void Problem(string file, int line, string what)
    {
        if (++LeftOut <= MostTold) error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}, line {line}, {what}. It is kept as a customer of its own."));
    }

    public void Marked(string file, int line, string mark) =>
        marks[mark] = marks.TryGetValue(mark, out var seen) ? seen with { Count = seen.Count + 1 } : (1, file, line);

    /// <summary>What was too much to tell row by row.</summary>
    public void Close()
    {
        if (LeftOut > MostTold) error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"And {LeftOut - MostTold} rows more that could not be judged."));
        foreach (var (mark, (count, file, line)) in marks)
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mark}: {count:N0} record{(count == 1 ? "" : "s")}, the first in {file}, line {line}."));
    }
}
