using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;

namespace Crm.Extensions.Compensation.Roster;

/// <summary>HR's file as read: its rows of people and of leaves, and what could not be read, by line and column.</summary>
/// <remarks>
/// One file may hold both: a row whose column <c>absence</c> is filled is a leave and needs no more than hrid, from and the kind. A second file with
/// these columns alone does as well.
/// </remarks>
internal sealed class RosterFile
{
    private static readonly string[] OfPeople = [RosterColumn.Hrid, RosterColumn.Name, RosterColumn.Job, RosterColumn.From];
    private static readonly string[] OfAbsences = [RosterColumn.Hrid, RosterColumn.Absence, RosterColumn.From];

    private readonly List<RosterFinding> findings = [];
    private readonly HashSet<string> spoilt = new(StringComparer.OrdinalIgnoreCase);

    private RosterFile(string text)
    {
        var csv = CsvText.Read(text);
        findings.AddRange(csv.Faults.Select(fault => new RosterFinding(fault.Line, "", fault.Ordinal, fault.Code, fault.Facts)));
        if (csv.Rows.Count == 0 || Heading(csv.Rows[0]) is not { } columns)
        {
            if (csv.Rows.Count == 0) findings.Add(new RosterFinding(1, "", 0, "Empty", []));
            IsReadable = false;
            return;
        }

        IsReadable = true;
        var reader = new RosterRowReader(columns, csv.Separator == ';', findings, spoilt);
        var people = new List<RosterRow>();
        var absences = new List<AbsenceRow>();
        foreach (var row in csv.Rows.Skip(1))
        {
            if (row.Fields.Count > csv.Rows[0].Fields.Count) findings.Add(new RosterFinding(row.Line, "", 0, "TooManyFields", [row.Fields.Count, csv.Rows[0].Fields.Count]));
            else if (!reader.IsAbsence(row)) Add(people, reader.Person(row));
            else Add(absences, reader.Absence(row));
        }

        People = people;
        Absences = absences;
        Rows = csv.Rows.Count - 1 + csv.Faults.Count;
    }

    /// <summary>False: not even the heading could be understood.</summary>
    public bool IsReadable { get; }

    /// <summary>Rows below the heading, those that could not be read included.</summary>
    public int Rows { get; }

    public IReadOnlyList<RosterRow> People { get; } = [];

    public IReadOnlyList<AbsenceRow> Absences { get; } = [];

    public IReadOnlyList<RosterFinding> Findings => findings;

    /// <summary>The hrids of rows that were left out.</summary>
    public IReadOnlyCollection<string> Spoilt => spoilt;

    public static RosterFile Read(string text) => new(text);

    private static void Add<TRow>(List<TRow> rows, TRow? row)
        where TRow : class
    {
        if (row is not null) rows.Add(row);
    }

    private Dictionary<string, int>? Heading(CsvRow heading)
    {
        var before = findings.Count;
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var field in heading.Fields)
        {
            var name = RosterColumn.All.FirstOrDefault(known => string.Equals(known, field.Text, StringComparison.OrdinalIgnoreCase));
            if (name is null) findings.Add(new RosterFinding(heading.Line, field.Text.Shortened(40), field.Ordinal, "ColumnUnknown", [string.Join(", ", RosterColumn.All)], IsRemark: true));
            else if (columns.ContainsKey(name)) findings.Add(new RosterFinding(heading.Line, name, field.Ordinal, "ColumnTwice", []));
            else columns[name] = field.Ordinal;
        }

        var needed = columns.ContainsKey(RosterColumn.Job) || columns.ContainsKey(RosterColumn.Name) || !columns.ContainsKey(RosterColumn.Absence) ? OfPeople : OfAbsences;
        findings.AddRange(needed.Where(name => !columns.ContainsKey(name)).Select(name => new RosterFinding(heading.Line, name, 0, "ColumnMissing", [])));
        return findings.Skip(before).Any(finding => !finding.IsRemark) ? null : columns;
    }
}
