using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Roster;

/// <summary>Compares HR's file with what is known: what is wrong is left out and named, of the rest what differs is to be written.</summary>
internal static class RosterReconciliation
{
    public static RosterPlan Make(RosterFile file, RosterState state, CalendarDate today)
    {
        var findings = new List<RosterFinding>(file.Findings);
        if (!file.IsReadable) return new RosterPlan { Findings = findings };

        var spoilt = new HashSet<string>(file.Spoilt, StringComparer.OrdinalIgnoreCase);
        var rows = new RosterEntry(state, findings, spoilt).Enter(file.People);
        var pass = new RosterPass(rows, state, spoilt);
        while (pass.Errors.Count > 0)
        {
            findings.AddRange(pass.Errors);
            spoilt.UnionWith(rows.Except(pass.Kept).Select(row => row.Hrid));
            rows = pass.Kept;
            pass = new RosterPass(rows, state, spoilt);
        }

        findings.AddRange(pass.Remarks);
        var people = People(rows, pass, state, today);
        var absences = Absences(file.Absences, people, state, spoilt, findings);
        var employments = pass.Timelines.Values.SelectMany(timeline => timeline.Employments).OrderBy(facts => facts.Hrid, StringComparer.OrdinalIgnoreCase).ThenBy(facts => facts.From).ToList();
        return new RosterPlan
        {
            Findings = [.. findings.OrderBy(finding => finding.Line).ThenBy(finding => finding.Ordinal)],
            Workers = people,
            Employments = employments,
            Absences = absences,
            Changes = RosterChanges.Of(people, employments, absences, state),
            Rows = file.Rows,
            Accepted = rows.Count + absences.Count,
        };
    }

    // who somebody is has no history: the file's latest row says it
    private static List<WorkerFacts> People(IReadOnlyList<RosterRow> rows, RosterPass pass, RosterState state, CalendarDate today)
    {
        var people = new List<WorkerFacts>();
        foreach (var person in rows.GroupBy(row => row.Hrid, StringComparer.OrdinalIgnoreCase))
        {
            var latest = person.OrderByDescending(row => row.From).First();
            var timeline = pass.Timelines[person.Key];
            var shown = timeline.Shown(today);
            var known = state.Workers.TryGetValue(person.Key, out var before) ? before : null;
            people.Add(new WorkerFacts(known?.Hrid ?? latest.Hrid)
            {
                Name = latest.Name,
                Email = latest.Has(RosterColumn.Email) ? latest.Email : known?.Email ?? "",
                User = latest.Has(RosterColumn.User) ? latest.User : known?.User ?? "",
                Country = latest.Has(RosterColumn.Country) ? latest.Country : known?.Country ?? "",
                Job = shown.Job,
                Manager = shown.Manager,
                Salary = shown.Salary,
                Currency = shown.Currency,
                From = timeline.Employments[0].From,
                Until = timeline.Employments[timeline.Employments.Count - 1].Until,
            });
        }

        return people;
    }

    private static List<AbsenceFacts> Absences(
        IReadOnlyList<AbsenceRow> rows, IReadOnlyList<WorkerFacts> people, RosterState state, HashSet<string> spoilt, List<RosterFinding> findings)
    {
        var here = new HashSet<string>(people.Select(person => person.Hrid), StringComparer.OrdinalIgnoreCase);
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var kept = new List<AbsenceFacts>();
        foreach (var row in rows)
        {
            void Find(string column, string code, params object[] facts) =>
                findings.Add(new RosterFinding(row.Line, column, row.Ordinals.TryGetValue(column, out var ordinal) ? ordinal : 0, code, facts));
            var absence = row.Absence;
            var key = string.Join("|", absence.Hrid, absence.Kind, absence.From);
            if (!here.Contains(absence.Hrid) && !state.Workers.ContainsKey(absence.Hrid)) Find(RosterColumn.Hrid, spoilt.Contains(absence.Hrid) ? "PersonLeftOut" : "PersonUnknown", absence.Hrid);
            else if (seen.TryGetValue(key, out var line)) Find(RosterColumn.From, "RowTwice", line);
            else
            {
                seen[key] = row.Line;
                kept.Add(absence);
            }
        }

        return kept;
    }
}
