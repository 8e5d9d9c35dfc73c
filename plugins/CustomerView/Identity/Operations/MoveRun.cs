using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.CustomerView.Identity.Operations;

/// <summary>
/// Carries out an operation that files rows under another customer. Whatever it is about to change it writes down first; what is left to do it finds
/// by asking what still names the former customer. So it may be interrupted anywhere, carried on by anybody, and begun twice.
/// </summary>
internal abstract class MoveRun
{
    /// <summary>Up to so many rows are moved in the operation's own execution; more are divided.</summary>
    private const int MostInline = 400;

    /// <summary>The rows of one part.</summary>
    private const int RowsOfPart = 400;

    /// <summary>How often rows that appear during the work are looked for.</summary>
    private const int MostPasses = 6;

    protected MoveRun(OperationDesk desk) => Desk = desk;

    protected OperationDesk Desk { get; }

    /// <summary>Carries the operation on as far as it goes in this execution.</summary>
    public void Advance(Operation operation)
    {
        if (operation.Status == OperationColumns.Intended)
        {
            if (Begin(operation) is not { } begun) return;
            operation = begun;
        }

        Desk.Changes.Forward(operation.Journal.Entries);
        for (var pass = 0; pass < MostPasses && !Desk.IsLate; pass++)
        {
            // the last part to end comes back here
            if (Desk.Store.Open(operation.Journal.Parts) > 0) return;

            var found = Find(operation);
            var moves = found.Moves.Where(move => !operation.Journal.Keeps(move.Row)).ToList();
            foreach (var row in found.Kept) operation.Journal.Keep(row);
            var hasChanges = operation.Journal.Add(found.Changes);
            if (moves.Count == 0 && !hasChanges)
            {
                Finish(operation);
                return;
            }

            if (moves.Count > MostInline && Desk.MayFanOut)
            {
                Divide(operation, moves);
                return;
            }

            operation.Journal.Add(moves);
            operation = Desk.Store.Save(operation);
            Desk.Changes.Forward(found.Changes);
            if (Carry(operation, operation.Id, moves) is not { } carried) return;
            operation = carried;
        }

        Desk.Trace("left for later");
    }

    /// <summary>Moves the rows of a part, then sees whether it was the last.</summary>
    public void AdvancePart(Operation part, Guid whole)
    {
        if (Desk.Store.IsUndone(whole))
        {
            Desk.Changes.Back(part.Journal.Entries);
            Desk.End(part, OperationColumns.Undone);
            return;
        }

        if (Carry(part, whole, part.Journal.Entries) is not { } carried) return;
        Desk.End(carried, OperationColumns.Done);
        if (Desk.Store.Find(whole) is { IsOpen: true } operation) Advance(operation);
    }

    /// <summary>Decides who is who and writes it down with what happens to the customers' own rows. Null where nothing is to be done.</summary>
    protected abstract Operation? Begin(Operation operation);

    /// <summary>What is left to be moved.</summary>
    protected abstract FoundMoves Find(Operation operation);

    protected abstract void Finish(Operation operation);

    // returns the operation as it is afterwards; null where it was taken back in the meantime, or time is up
    private Operation? Carry(Operation operation, Guid whole, IReadOnlyList<JournalEntry> moves)
    {
        for (var start = 0; start < moves.Count; start += RowChanges.MostRows)
        {
            if (Desk.IsLate) return null;

            var batch = moves.Skip(start).Take(RowChanges.MostRows).ToList();
            var kept = Desk.Changes.Forward(batch).Where(row => row.Reason is not (KeptRow.Changed or KeptRow.Gone)).ToList();
            if (kept.Count > 0) operation = Keep(operation, kept, batch);
            if (!Desk.Store.IsUndone(whole)) continue;

            // whoever finds out last puts it back
            Desk.Changes.Back(operation.Journal.Entries);
            return null;
        }

        return operation;
    }

    // what the survivor has already stays with the merged customer and counts no more; what it says more goes into the survivor's
    private Operation Keep(Operation operation, List<KeptRow> kept, List<JournalEntry> batch)
    {
        var changes = new List<JournalEntry>();
        foreach (var row in kept)
        {
            operation.Journal.Keep(row);
            if (row.Reason == KeptRow.Same && row.Table == Model.Tables.ObligationParty) changes.AddRange(PartyCollision.Of(Desk.Service, row.Row, batch.First(move => move.Row == row.Row)));
        }

        operation.Journal.Add(changes);
        var saved = Desk.Store.Save(operation);
        Desk.Changes.Forward(changes);
        return saved;
    }

    private void Divide(Operation operation, List<JournalEntry> moves)
    {
        var parts = new List<KeyValuePair<Guid, Func<Operation, int, Entity>>>();
        for (var start = 0; start < moves.Count; start += RowsOfPart)
        {
            var journal = new Journal();
            journal.Add(moves.Skip(start).Take(RowsOfPart));
            var id = Guid.NewGuid();
            parts.Add(new KeyValuePair<Guid, Func<Operation, int, Entity>>(id, (whole, number) => whole.Part(id, number, journal, null)));
        }

        Desk.Trace(moves.Count + " rows in " + parts.Count + " parts");
        Desk.FanOut(operation, parts);
    }
}

/// <summary>What an operation has still to do.</summary>
internal sealed class FoundMoves
{
    /// <summary>Look-ups that are to name the other customer.</summary>
    public List<JournalEntry> Moves { get; } = new();

    /// <summary>Other changes that go with it.</summary>
    public List<JournalEntry> Changes { get; } = new();

    /// <summary>Rows that stay, with the reason.</summary>
    public List<KeptRow> Kept { get; } = new();
}
