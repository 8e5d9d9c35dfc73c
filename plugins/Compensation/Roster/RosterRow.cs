using System.Collections.Generic;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Roster;

/// <summary>A row of HR's file that could be read: one person from one day on.</summary>
internal sealed record RosterRow(int Line, EmploymentFacts Employment, IReadOnlyDictionary<string, int> Ordinals)
{
    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    /// <summary>The user as the file has it.</summary>
    public string User { get; init; } = "";

    public string Country { get; init; } = "";

    public string Hrid => Employment.Hrid;

    public CalendarDate From => Employment.From;

    /// <summary>Whether the file has that column: what it does not have is left as it is.</summary>
    public bool Has(string column) => Ordinals.ContainsKey(column);
}

/// <summary>A row of HR's file that could be read: one leave.</summary>
internal sealed record AbsenceRow(int Line, AbsenceFacts Absence, IReadOnlyDictionary<string, int> Ordinals);

/// <summary>Something in the file that is wrong, or that HR should know.</summary>
/// <param name="Line">Counted from 1, the heading included.</param>
/// <param name="Column">The column's heading; empty: the whole line.</param>
/// <param name="Ordinal">Which column of the file it is, counted from 1; 0: the whole line.</param>
/// <param name="Code">Name of the text that says it.</param>
/// <param name="IsRemark">The row goes in all the same.</param>
internal sealed record RosterFinding(int Line, string Column, int Ordinal, string Code, object[] Facts, bool IsRemark = false);
