using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Roster;

/// <summary>One person's employments in the order of time: those that are known, and over them those of the file.</summary>
/// <remarks>An employment without a last day ends the day before the next one begins; so does a known one that a new row cuts short.</remarks>
internal sealed class RosterTimeline
{
    private readonly List<RosterFinding> findings = [];
    private readonly HashSet<RosterRow> wrong = [];

    public RosterTimeline(IEnumerable<EmploymentFacts> known, IEnumerable<RosterRow> rows)
    {
        var byDay = known.ToDictionary(facts => facts.From, facts => new Stretch(facts, null));
        foreach (var row in rows) byDay[row.From] = new Stretch(Over(byDay.TryGetValue(row.From, out var before) ? before.Facts : null, row), row);

        var stretches = byDay.Values.OrderBy(stretch => stretch.Facts.From).ToList();
        for (var index = 0; index + 1 < stretches.Count; index++) stretches[index] = Until(stretches[index], stretches[index + 1]);
        Employments = [.. stretches.Select(stretch => stretch.Facts)];
    }

    public IReadOnlyList<EmploymentFacts> Employments { get; }

    public IReadOnlyList<RosterFinding> Findings => findings;

    /// <summary>Rows of the file that overlap with another.</summary>
    public IReadOnlyCollection<RosterRow> Wrong => wrong;

    public EmploymentFacts? On(CalendarDate day) => Employments.FirstOrDefault(facts => facts.Covers(day));

    /// <summary>What is to be shown today: the employment in force, else the last one before, else the first.</summary>
    public EmploymentFacts Shown(CalendarDate today) => On(today) ?? Employments.LastOrDefault(facts => facts.From <= today) ?? Employments[0];

    // what the file has no column for stays as it was
    private static EmploymentFacts Over(EmploymentFacts? before, RosterRow row) => before is null ? row.Employment : row.Employment with
    {
        Manager = row.Has(RosterColumn.Manager) ? row.Employment.Manager : before.Manager,
        Salary = row.Has(RosterColumn.Salary) ? row.Employment.Salary : before.Salary,
        Currency = row.Has(RosterColumn.Salary) ? row.Employment.Currency : before.Currency,
        Until = row.Has(RosterColumn.Until) ? row.Employment.Until : before.Until,
    };

    private Stretch Until(Stretch stretch, Stretch next)
    {
        if (stretch.Facts.Until is { } until && until < next.Facts.From) return stretch;

        if (stretch.Row is { Employment.Until: not null } said)
        {
            var blamed = next.Row ?? said;
            var column = next.Row is null ? RosterColumn.Until : RosterColumn.From;
            findings.Add(new RosterFinding(
                blamed.Line, column, blamed.Ordinals.TryGetValue(column, out var ordinal) ? ordinal : 0, next.Row is null ? "OverlapsKnown" : "Overlaps", [next.Facts.From, said.Line]));
            wrong.Add(blamed);
        }

        return stretch with { Facts = stretch.Facts with { Until = next.Facts.From.AddDays(-1) } };
    }

    private sealed record Stretch(EmploymentFacts Facts, RosterRow? Row);
}
