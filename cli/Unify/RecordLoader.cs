using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Crm.Extensions.CustomerView.Identity.Normalising;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Cli.Unify;

/// <summary>Reads the inputs batch by batch; while one batch is normalised on all cores the next is read. What a source wrote is let go at once.</summary>
internal sealed class RecordLoader(string country, CalendarDate today, RowNotes notes, ProgressLine progress)
{
    private const int BatchSize = 8192;

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>Appends a file's records to the set.</summary>
    /// <param name="source">The number of its source.</param>
    public void Load(InputFile file, byte source, RecordSet into)
    {
        seen.Clear();
        using var rows = file.Rows().GetEnumerator();
        var batch = Read(rows);
        while (batch.Count > 0)
        {
            var current = batch;
            var next = Task.Run(() => Read(rows));
            var normal = new NormalRecord?[current.Count];
            Parallel.For(0, current.Count, at => normal[at] = current[at].Problem is null ? Normaliser.Normalise(current[at].Identity, country, today, keepsWritten: false) : null);
            for (var at = 0; at < current.Count; at++) Add(file.Name, current[at], source, normal[at], into);
            progress.Tell($"{file.Name}: {into.Count:N0} records read");
            batch = next.GetAwaiter().GetResult();
        }
    }

    private static List<InputRow> Read(IEnumerator<InputRow> rows)
    {
        var batch = new List<InputRow>(BatchSize);
        while (batch.Count < BatchSize && rows.MoveNext()) batch.Add(rows.Current);
        return batch;
    }

    private void Add(string file, InputRow row, byte source, NormalRecord? normal, RecordSet into)
    {
        var problem = row.Problem;
        var id = Unique(row.RecordId);
        if (!ReferenceEquals(id, row.RecordId)) problem ??= $"column recordid: '{row.RecordId}' is there already; this one is named '{id}'";
        if (problem is not null) notes.Problem(file, row.Line, problem);
        if (normal is not null)
        {
            foreach (var mark in normal.Marks) notes.Marked(file, row.Line, mark);
        }

        into.Add(source, id, problem is null ? normal : null, row.Truth);
    }

    private string Unique(string id)
    {
        if (seen.Add(id)) return id;
        return Enumerable.Range(2, int.MaxValue - 2).Select(number => FormattableString.Invariant($"{id}#{number}")).First(seen.Add);
    }
}
