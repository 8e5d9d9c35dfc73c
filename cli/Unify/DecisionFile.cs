using System;
using System.Collections.Generic;
using System.IO;
using Crm.Extensions.Cli.Courtesy;
using Crm.Extensions.CustomerView.Identity.Clustering;

namespace Crm.Extensions.Cli.Unify;

/// <summary>Reads what stewards said: <c>left,right,decision</c>, the decision <c>same</c> or <c>different</c>.</summary>
internal static class DecisionFile
{
    /// <summary>Decisions about records of the inputs; those about others are told and left aside, since they wait for their record.</summary>
    /// <exception cref="InvalidDataException">The file lacks a column, or a row can't be understood.</exception>
    public static IReadOnlyList<StewardDecision> Read(string path, RecordSet records, RowNotes notes)
    {
        using var text = TextFile.Open(path);
        var name = Path.GetFileName(path);
        using var csv = CsvColumns.Open(text, name, ["left", "right", "decision"]);
        var names = new RecordNames(records);
        var decisions = new List<StewardDecision>();
        while (csv.Read())
        {
            var word = CsvColumns.Text(csv, "decision");
            var same = string.Equals(word, "same", StringComparison.OrdinalIgnoreCase);
            if (!same && !string.Equals(word, "different", StringComparison.OrdinalIgnoreCase))
                throw new InvalidDataException(CsvColumns.Problem(csv, name, "decision", "is no decision; write same or different"));
            var left = names.Find(CsvColumns.Text(csv, "left"), out var leftProblem);
            var right = names.Find(CsvColumns.Text(csv, "right"), out var rightProblem);
            if (leftProblem is not null) notes.Notice(CsvColumns.Problem(csv, name, "left", leftProblem));
            if (rightProblem is not null) notes.Notice(CsvColumns.Problem(csv, name, "right", rightProblem));
            if (left is null || right is null) continue;
            if (left == right) throw new InvalidDataException(CsvColumns.Problem(csv, name, "right", "is the same record as its left"));
            decisions.Add(new StewardDecision(records.KeyOf(left.Value), records.KeyOf(right.Value), same));
        }

        return decisions;
    }
}
