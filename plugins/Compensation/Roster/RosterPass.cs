using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Roster;

/// <summary>One look at rows that are right by themselves: do they fit each other and what is known? What does not is left out, and another look follows.</summary>
internal sealed class RosterPass
{
    private readonly List<RosterFinding> errors = [];
    private readonly List<RosterFinding> remarks = [];
    private readonly HashSet<RosterRow> wrong = [];
    private readonly Dictionary<string, RosterTimeline> timelines = new(StringComparer.OrdinalIgnoreCase);
    private readonly RosterState state;

    /// <param name="spoilt">Hrids of rows that were left out before.</param>
    public RosterPass(IReadOnlyList<RosterRow> rows, RosterState state, ISet<string> spoilt)
    {
        this.state = state;
        var present = new HashSet<string>(rows.Select(row => row.Hrid), StringComparer.OrdinalIgnoreCase);
        var managed = rows.Select(row => Managed(row, present, spoilt)).ToList();
        foreach (var person in managed.GroupBy(row => row.Hrid, StringComparer.OrdinalIgnoreCase))
        {
            var timeline = new RosterTimeline(state.Employments[person.Key], person);
            timelines[person.Key] = timeline;
            errors.AddRange(timeline.Findings);
            wrong.UnionWith(timeline.Wrong);
        }

        foreach (var row in managed.Where(row => Cycle(row) is not null)) Refuse(row, RosterColumn.Manager, "ManagerCycle", string.Join(" → ", Cycle(row)!));

        // a row is told apart by its line: its manager may have been exchanged above
        var lines = new HashSet<int>(wrong.Select(row => row.Line));
        Kept = [.. rows.Where(row => !lines.Contains(row.Line))];
    }

    public IReadOnlyList<RosterFinding> Errors => errors;

    public IReadOnlyList<RosterFinding> Remarks => remarks;

    /// <summary>The rows that are still right.</summary>
    public IReadOnlyList<RosterRow> Kept { get; }

    public IReadOnlyDictionary<string, RosterTimeline> Timelines => timelines;

    private RosterRow Managed(RosterRow row, HashSet<string> present, ISet<string> spoilt)
    {
        var manager = row.Employment.Manager;
        if (manager.Length == 0) return row;

        if (string.Equals(manager, row.Hrid, StringComparison.OrdinalIgnoreCase)) Refuse(row, RosterColumn.Manager, "ManagerSelf");
        else if (present.Contains(manager) || state.Workers.ContainsKey(manager)) return row;
        else if (!spoilt.Contains(manager)) Refuse(row, RosterColumn.Manager, "ManagerUnknown", manager);
        else remarks.Add(Finding(row, RosterColumn.Manager, "ManagerLeftOut", [manager]) with { IsRemark = true });

        var known = state.Employments[row.Hrid].FirstOrDefault(facts => facts.From == row.From)?.Manager ?? "";
        return row with { Employment = row.Employment with { Manager = known } };
    }

    // a circle begins on the first day of one of its rows, so it is enough to look at each row on that day
    private List<string>? Cycle(RosterRow row)
    {
        var path = new List<string> { row.Hrid };
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { row.Hrid };
        for (var above = ManagerOn(row.Hrid, row.From); above.Length > 0; above = ManagerOn(above, row.From))
        {
            path.Add(above);
            if (string.Equals(above, row.Hrid, StringComparison.OrdinalIgnoreCase)) return path;
            if (!seen.Add(above)) return null;
        }

        return null;
    }

    private string ManagerOn(string hrid, CalendarDate day) =>
        (timelines.TryGetValue(hrid, out var timeline) ? timeline.On(day) : state.Employments[hrid].FirstOrDefault(facts => facts.Covers(day)))?.Manager ?? "";

    private void Refuse(RosterRow row, string column, string code, params object[] facts)
    {
        errors.Add(Finding(row, column, code, facts));
        wrong.Add(row);
    }

    internal static RosterFinding Finding(RosterRow row, string column, string code, object[] facts) =>
        new(row.Line, column, row.Ordinals.TryGetValue(column, out var ordinal) ? ordinal : 0, code, facts);
}
