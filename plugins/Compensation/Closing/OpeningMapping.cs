using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Compensation.Pay;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>What a worker's earlier statements left open: held-back pay, recoverable draw, and what is to be given back.</summary>
internal sealed class OpeningMapping
{
    private readonly ClosingFacts facts;
    private readonly IReadOnlyList<StatementRow> statements;

    public OpeningMapping(ClosingFacts facts, Guid worker)
    {
        this.facts = facts;
        statements = facts.Statements[worker].Where(statement => StatementStates.Counts(statement.State) && statement.Content.Length > 0).ToList();
    }

    /// <summary>How the statement before ended, by its latest revision.</summary>
    public PayBalance Balance()
    {
        if (Last() is not { } last) return PayBalance.None;

        var closing = StatementJson.Read<StatementFile>(last.Content).Closing;
        return new PayBalance
        {
            HeldBack = [.. closing.HeldBack.Select(Read)],
            DrawBalance = StatementJson.Amount(closing.Draw),
            ClawbackCarried = StatementJson.Amount(closing.Clawback),
        };
    }

    /// <summary>Whether the worker has agreed to the netting of all that is carried: of the statement before, and of each revision that is taken up now.</summary>
    public bool IsNettingAgreed(IEnumerable<StatementRow> unsettled) => (Last() is not { Carried: > 0 } last || last.IsNettingAgreed) && unsettled.All(revision => revision.IsNettingAgreed);

    /// <summary>
    /// Revisions of earlier periods by which the worker got too much, and that no closed statement of another period has taken up: so each is taken up
    /// once, by the first statement that is calculated after it, and by that one again when it is calculated again.
    /// </summary>
    public IReadOnlyList<StatementRow> Unsettled()
    {
        var taken = new HashSet<string>(
            statements.Where(statement => statement.Period != facts.Period).SelectMany(statement => StatementJson.Read<StatementFile>(statement.Content).Settles), StringComparer.Ordinal);
        return [.. statements.Where(statement => IsEarlier(statement) && statement.Revision > 1 && statement.Carried > 0 && !taken.Contains(PayIds.Text(statement.Id))).OrderBy(statement => statement.Id)];
    }

    /// <summary>Those revisions as the rules take them up: each as one amount to be given back.</summary>
    public static IReadOnlyList<PayAdjustment> Adjustments(IEnumerable<StatementRow> revisions) =>
        [.. revisions.Select(revision => new PayAdjustment("", "", -revision.Carried, revision.Name, CustomerMapping.Evidence(PayTables.Statement, revision.Id), revision.Name))];

    private StatementRow? Last() => statements.Where(IsEarlier).OrderBy(StartOf).ThenBy(statement => statement.Revision).LastOrDefault();

    private bool IsEarlier(StatementRow statement) => statement.Period != facts.Period && StartOf(statement) < facts.From;

    private CalendarDate StartOf(StatementRow statement) => facts.PeriodStarts[statement.Period];

    private static HeldBack Read(StatementFileHeldBack file)
    {
        CalendarDate.TryParse(file.VestsOn, out var vests);
        return new HeldBack(file.Component, file.CustomerId, StatementJson.Amount(file.Amount), vests, file.Evidence);
    }
}
