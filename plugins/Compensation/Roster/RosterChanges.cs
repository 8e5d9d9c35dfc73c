using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Compensation.Roster;

/// <summary>What differs between what is known and what the file says.</summary>
internal static class RosterChanges
{
    public static IReadOnlyList<RosterChange> Of(
        IReadOnlyList<WorkerFacts> people, IReadOnlyList<EmploymentFacts> employments, IReadOnlyList<AbsenceFacts> absences, RosterState state) =>
    [
        .. ManagersFirst(people).Select(person => Person(person, state)).OfType<RosterChange>(),
        .. employments.Select(employment => Employment(employment, state)).OfType<RosterChange>(),
        .. absences.Select(absence => Absence(absence, state)).OfType<RosterChange>(),
    ];

    private static RosterChange? Person(WorkerFacts now, RosterState state)
    {
        var before = state.Workers.TryGetValue(now.Hrid, out var known) ? known : null;
        var columns = new Difference(before is null)
            .Add(RosterColumn.Name, before?.Name, now.Name)
            .Add(RosterColumn.Email, before?.Email, now.Email)
            .Add(RosterColumn.User, before?.User, now.User, StringComparison.OrdinalIgnoreCase)
            .Add(RosterColumn.Job, before?.Job, now.Job)
            .Add(RosterColumn.Manager, before?.Manager, now.Manager, StringComparison.OrdinalIgnoreCase)
            .Add(RosterColumn.Salary, before?.Salary, now.Salary)
            .Add(RosterColumn.Currency, before?.Currency, now.Currency)
            .Add(RosterColumn.Country, before?.Country, now.Country)
            .Add(RosterColumn.From, before?.From, now.From)
            .Add(RosterColumn.Until, before?.Until, now.Until).Columns;
        return columns.Count == 0 ? null : new RosterChange(RosterSubject.Person, now.Hrid, "", before is null, columns) { Worker = now };
    }

    private static RosterChange? Employment(EmploymentFacts now, RosterState state)
    {
        var before = state.Employments[now.Hrid].FirstOrDefault(row => row.From == now.From);
        var columns = new Difference(before is null)
            .Add(RosterColumn.Until, before?.Until, now.Until)
            .Add(RosterColumn.Job, before?.Job, now.Job)
            .Add(RosterColumn.Manager, before?.Manager, now.Manager, StringComparison.OrdinalIgnoreCase)
            .Add(RosterColumn.Salary, before?.Salary, now.Salary)
            .Add(RosterColumn.Currency, before?.Currency, now.Currency).Columns;
        return columns.Count == 0 && before is not null
            ? null
            : new RosterChange(RosterSubject.Employment, now.Hrid, now.From.ToString(), before is null, columns) { Employment = now };
    }

    private static RosterChange? Absence(AbsenceFacts now, RosterState state)
    {
        var before = state.Absences[now.Hrid].FirstOrDefault(row => row.From == now.From && row.Kind == now.Kind);
        var columns = new Difference(before is null).Add(RosterColumn.Until, before?.Until, now.Until).Add(RosterColumn.Share, before?.Share, now.Share).Columns;
        return columns.Count == 0 && before is not null
            ? null
            : new RosterChange(RosterSubject.Absence, now.Hrid, Collections.Words.Of(now.Kind) + " " + now.From, before is null, columns) { Absence = now };
    }

    // a look-up can only point at a row that is there
    private static List<WorkerFacts> ManagersFirst(IReadOnlyList<WorkerFacts> people)
    {
        var byHrid = people.ToDictionary(person => person.Hrid, StringComparer.OrdinalIgnoreCase);
        var placed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var ordered = new List<WorkerFacts>();
        foreach (var person in people.OrderBy(person => person.Hrid, StringComparer.OrdinalIgnoreCase))
        {
            var chain = new Stack<WorkerFacts>();
            for (var next = person; next is not null && placed.Add(next.Hrid); next = byHrid.TryGetValue(next.Manager, out var manager) ? manager : null) chain.Push(next);
            ordered.AddRange(chain);
        }

        return ordered;
    }

    /// <summary>Gathers the columns whose values differ; of a new row those that have a value.</summary>
    private sealed class Difference
    {
        private readonly bool isNew;
        private readonly List<string> columns = [];

        public Difference(bool isNew) => this.isNew = isNew;

        public IReadOnlyList<string> Columns => columns;

        public Difference Add(string column, string? before, string now, StringComparison comparison = StringComparison.Ordinal)
        {
            if (isNew ? now.Length > 0 : !string.Equals(before, now, comparison)) columns.Add(column);
            return this;
        }

        public Difference Add<TValue>(string column, TValue? before, TValue? now)
            where TValue : struct
        {
            if (isNew ? now is not null : !Equals(before, now)) columns.Add(column);
            return this;
        }
    }
}
