using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Collections;

/// <summary>
/// What would have become of contacts that a tenant made before any rule was enforced: judged one after the other as they were made, each with the
/// earlier ones to the same person as its history.
/// </summary>
internal sealed class ObservedReport
{
    private readonly Func<PastContact, IReadOnlyList<ContactAttempt>, Verdict?> judge;
    private readonly Dictionary<ObservedKey, ObservedCount> counts = new();

    /// <param name="judge">The verdict on a contact with its history, as one still to be planned; null where there are no rules for it.</param>
    public ObservedReport(Func<PastContact, IReadOnlyList<ContactAttempt>, Verdict?> judge) => this.judge = judge;

    /// <summary>Contacts that could be judged.</summary>
    public int Judged { get; private set; }

    /// <summary>Contacts for which there are no rules: nobody of a country with a pack is concerned.</summary>
    public int NotJudged { get; private set; }

    public int Moved { get; private set; }

    public int Stopped { get; private set; }

    /// <summary>Of these, contacts that were made all the same: at a forbidden hour, or once too often.</summary>
    public int Breaches { get; private set; }

    /// <summary>One row for each rule, department and channel, the most frequent first. A contact to which two rules object counts under both.</summary>
    public IReadOnlyList<ObservedCount> Rows =>
    [
        .. counts.Values
            .OrderByDescending(count => count.Moved + count.Stopped)
            .ThenBy(count => count.Key.Rule, StringComparer.Ordinal)
            .ThenBy(count => count.Key.Department, StringComparer.Ordinal)
            .ThenBy(count => count.Key.Channel),
    ];

    /// <summary>Adds what one person was sent and told, in any order.</summary>
    public void Add(IEnumerable<PastContact> ofOnePerson)
    {
        var history = new List<ContactAttempt>();
        foreach (var contact in ofOnePerson.OrderBy(contact => contact.AtUtc))
        {
            // what lies too far back to matter would only make the next verdict slower
            history.RemoveAll(attempt => attempt.AtUtc < contact.AtUtc.AddDays(-HistoryDays));
            Add(contact, history);
            history.Add(new ContactAttempt(contact.AtUtc, contact.Channel, contact.Purpose, ContactReach.Attempted) { ActivityId = contact.ActivityId });
        }
    }

    /// <summary>No rule of hours and caps looks farther back.</summary>
    private const int HistoryDays = 31;

    private void Add(PastContact contact, IReadOnlyList<ContactAttempt> history)
    {
        if (judge(contact, history) is not { } verdict)
        {
            NotJudged++;
            return;
        }

        Judged++;
        if (verdict.Allowed)
        {
            return;
        }

        var moved = verdict.Decision == Decision.Moved;
        Moved += moved ? 1 : 0;
        Stopped += moved ? 0 : 1;
        Breaches += contact.WasMade ? 1 : 0;
        foreach (var rule in verdict.Findings.Where(finding => finding.Objects).Select(finding => finding.RuleId).Distinct())
        {
            var key = new ObservedKey(rule, contact.Department, contact.Channel);
            var count = counts.TryGetValue(key, out var known) ? known : new ObservedCount(key, 0, 0, 0);
            counts[key] = new ObservedCount(key, count.Moved + (moved ? 1 : 0), count.Stopped + (moved ? 0 : 1), count.Breach + (contact.WasMade ? 1 : 0));
        }
    }
}

/// <summary>An outgoing contact of the tenant's past.</summary>
/// <param name="Person">Whoever it was made to: two contacts with the same value count against one another.</param>
/// <param name="Country">ISO code.</param>
/// <param name="Department">The business unit that made it.</param>
internal sealed record PastContact(string ActivityId, Channel Channel, Purpose Purpose, DateTime AtUtc, string Person, string Country, string Department)
{
    /// <summary>It was made, not only planned.</summary>
    public bool WasMade { get; init; }
}

/// <summary>What a row of the report counts.</summary>
internal sealed record ObservedKey(string Rule, string Department, Channel Channel);

/// <summary>How many contacts the rule would have moved, how many it would have stopped, and how many of both were made all the same.</summary>
internal sealed record ObservedCount(ObservedKey Key, int Moved, int Stopped, int Breach);
