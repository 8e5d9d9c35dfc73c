using System;
using System.Collections.Generic;
using System.IO;
using CsvHelper;
using Crm.Extensions.Cli.Courtesy;

namespace Crm.Extensions.Cli.Unify;

/// <summary>Which records truly are one customer: a label for each. A record of which nothing is said is somebody of their own.</summary>
internal static class Truth
{
    /// <summary>Labels from the truth column; an empty one is a customer of its own.</summary>
    public static int[] OfColumn(RecordSet records)
    {
        var labels = new int[records.Count];
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var record = 0; record < labels.Length; record++)
        {
            var truth = records.TruthOf(record);
            labels[record] = string.IsNullOrEmpty(truth) ? record
                : known.TryGetValue(truth, out var first) ? first
                : known[truth] = record;
        }

        return labels;
    }

    /// <summary>Labels from a file of pairs, <c>left,right</c>; who is one with one who is one with another is one with both.</summary>
    /// <exception cref="InvalidDataException">The file lacks a column or names a record that is in no input.</exception>
    public static int[] OfPairs(string path, RecordSet records)
    {
        using var text = TextFile.Open(path);
        var name = Path.GetFileName(path);
        using var csv = CsvColumns.Open(text, name, ["left", "right"]);
        var names = new RecordNames(records);
        var parts = new UnionFind(records.Count);
        while (csv.Read()) parts.Join(Record(csv, name, "left", names), Record(csv, name, "right", names));
        return parts.Roots();
    }

    private static int Record(CsvReader csv, string name, string column, RecordNames names) =>
        names.Find(CsvColumns.Text(csv, column), out var problem) ?? throw new InvalidDataException(CsvColumns.Problem(csv, name, column, problem!));
}
