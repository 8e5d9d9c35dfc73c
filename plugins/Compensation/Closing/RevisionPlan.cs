using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>A worker's statements of one period, oldest first, with their lines: what a new calculation is compared with.</summary>
internal sealed class Revisions
{
    public Revisions(IEnumerable<StatementRow> statements, IReadOnlyDictionary<Guid, List<StatementLine>> lines)
    {
        All = statements.OrderBy(statement => statement.Revision).ToList();
        Lines = lines;
    }

    public IReadOnlyList<StatementRow> All { get; }

    public IReadOnlyDictionary<Guid, List<StatementLine>> Lines { get; }

    /// <summary>The one that may still be written anew; null where there is none.</summary>
    public StatementRow? Open => All.LastOrDefault(statement => StatementStates.IsOpen(statement.State));

    /// <summary>Those that stay as they are, and count.</summary>
    public IReadOnlyList<StatementRow> Closed => All.Where(statement => StatementStates.Counts(statement.State) && !StatementStates.IsOpen(statement.State)).ToList();

    public IReadOnlyList<StatementLine> LinesOf(StatementRow? statement) => statement is not null && Lines.TryGetValue(statement.Id, out var lines) ? lines : [];

    /// <summary>The lines that no calculation changes.</summary>
    public IReadOnlyList<StatementLine> ClosedLines => Closed.SelectMany(LinesOf).ToList();

    /// <summary>The number of the revision that is written next.</summary>
    public int Next => Open?.Revision ?? (All.Count == 0 ? 1 : All[All.Count - 1].Revision + 1);
}

/// <summary>Changes of amounts that a revision brings. What turns out to be too much is never taken out of pay that was given: it is carried to the next period.</summary>
internal static class RevisionAmounts
{
    /// <summary>Fills the draft's amounts from its lines.</summary>
    public static void Fill(StatementDraft draft)
    {
        var sum = draft.Lines.Sum(line => line.Amount);
        draft.HeldBack = -draft.Lines.Where(line => line.Kind == LineKinds.HoldBack).Sum(line => line.Amount);
        draft.Gross = sum + draft.HeldBack;
        draft.Payable = Math.Max(0, sum);
        draft.Carried = Math.Max(0, -sum);
    }
}
