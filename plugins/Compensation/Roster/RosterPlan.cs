using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Compensation.Roster;

/// <summary>What a change is about.</summary>
internal enum RosterSubject
{
    Person,
    Employment,
    Absence,
}

/// <summary>A row that is to be written.</summary>
/// <param name="Key">What tells it apart from the person's other rows: the first day, or kind and first day; empty for the person.</param>
/// <param name="Columns">The columns that get another value, by the names of HR's file.</param>
internal sealed record RosterChange(RosterSubject Subject, string Hrid, string Key, bool IsNew, IReadOnlyList<string> Columns)
{
    public WorkerFacts? Worker { get; init; }

    public EmploymentFacts? Employment { get; init; }

    public AbsenceFacts? Absence { get; init; }
}

/// <summary>What a file comes to: what is wrong in it, and what would have to be written.</summary>
internal sealed record RosterPlan
{
    public required IReadOnlyList<RosterFinding> Findings { get; init; }

    /// <summary>In the order in which they can be written: managers before those whom they manage, people before their employments and absences.</summary>
    public IReadOnlyList<RosterChange> Changes { get; init; } = [];

    /// <summary>The people in the file as they are to be, changed or not.</summary>
    public IReadOnlyList<WorkerFacts> Workers { get; init; } = [];

    public IReadOnlyList<EmploymentFacts> Employments { get; init; } = [];

    public IReadOnlyList<AbsenceFacts> Absences { get; init; } = [];

    /// <summary>Rows of the file, those left out included.</summary>
    public int Rows { get; init; }

    /// <summary>Rows that go in, or are in already.</summary>
    public int Accepted { get; init; }

    public IEnumerable<RosterFinding> Errors => Findings.Where(finding => !finding.IsRemark);
}
