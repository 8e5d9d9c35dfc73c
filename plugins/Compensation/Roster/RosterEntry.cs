using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Compensation.Roster;

/// <summary>Looks up what each row names (job, currency, user) and finds rows that say the same thing twice.</summary>
internal sealed class RosterEntry
{
    private readonly RosterState state;
    private readonly List<RosterFinding> findings;
    private readonly HashSet<string> spoilt;
    private readonly Dictionary<string, int> lines = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> users = new(StringComparer.OrdinalIgnoreCase);

    public RosterEntry(RosterState state, List<RosterFinding> findings, HashSet<string> spoilt)
    {
        this.state = state;
        this.findings = findings;
        this.spoilt = spoilt;
        foreach (var worker in state.Workers.Values.Where(worker => worker.User.Length > 0)) users[worker.User] = worker.Hrid;
    }

    /// <summary>The rows that are right by themselves, with codes in place of names.</summary>
    public IReadOnlyList<RosterRow> Enter(IReadOnlyList<RosterRow> rows)
    {
        // who gets another user in this file sets the present one free
        foreach (var row in rows.Where(row => row.Has(RosterColumn.User)))
        {
            foreach (var freed in users.Where(user => Is(user.Value, row.Hrid)).Select(user => user.Key).ToList()) users.Remove(freed);
        }

        return [.. rows.Select(Entered).OfType<RosterRow>()];
    }

    private RosterRow? Entered(RosterRow row)
    {
        var before = findings.Count;
        var job = state.Job(row.Employment.Job);
        if (job is null) Find(row, RosterColumn.Job, "JobUnknown", row.Employment.Job);
        if (row.Employment.Currency.Length > 0 && state.Currencies?.Contains(row.Employment.Currency) == false) Find(row, RosterColumn.Currency, "CurrencyUnknown", row.Employment.Currency);
        var key = row.Hrid + "|" + row.From;
        if (lines.TryGetValue(key, out var line)) Find(row, RosterColumn.From, "RowTwice", line);
        else lines[key] = row.Line;

        var user = row.User.Length == 0 ? "" : state.User(row.User);
        if (user is { Length: > 0 } && users.TryGetValue(user, out var other) && !Is(other, row.Hrid)) Find(row, RosterColumn.User, "UserTwice", row.User, other);
        if (findings.Count > before)
        {
            spoilt.Add(row.Hrid);
            return null;
        }

        if (user is null) findings.Add(RosterPass.Finding(row, RosterColumn.User, "UserUnknown", [row.User]) with { IsRemark = true });
        else if (user.Length > 0) users[user] = row.Hrid;
        var known = state.Workers.TryGetValue(row.Hrid, out var worker) ? worker.User : "";
        return row with { User = user ?? known, Employment = row.Employment with { Job = job! } };
    }

    private void Find(RosterRow row, string column, string code, params object[] facts) => findings.Add(RosterPass.Finding(row, column, code, facts));

    private static bool Is(string hrid, string other) => string.Equals(hrid, other, StringComparison.OrdinalIgnoreCase);
}
