using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.CustomerView.Identity.Operations;

/// <summary>
/// Takes an operation back, done or half done: each column that still has the value the operation gave it gets its former value. What somebody has
/// changed since stays as they want it, and is listed.
/// </summary>
internal sealed class UndoRun
{
    private readonly OperationDesk desk;

    public UndoRun(OperationDesk desk) => this.desk = desk;

    public void Advance(Operation undo, Guid undone)
    {
        if (desk.Store.Find(undone) is not { } original)
        {
            desk.End(undo, OperationColumns.Failed, desk.Write("OperationMissing"));
            return;
        }

        if (undo.Status == OperationColumns.Intended)
        {
            if (Begin(undo, original) is not { } begun) return;
            undo = begun;
        }

        // from now on what is still at work on it stops, and puts back what it did last
        original = Stopped(original);
        var kept = desk.Changes.Back(original.Journal.Entries);
        var isNew = false;
        foreach (var row in kept) isNew |= undo.Journal.Keep(row);
        if (isNew) undo = desk.Store.Save(undo);
        if (undo.Journal.Parts.Count == 0 && original.Journal.Parts.Count > 0)
        {
            Divide(undo, original);
            return;
        }

        Finish(undo, undone);
    }

    /// <summary>Takes a part back, then sees whether it was the last.</summary>
    public void AdvancePart(Operation part, Guid undone, Guid whole)
    {
        if (desk.Store.Find(undone) is { } original)
        {
            original = Stopped(original);
            foreach (var row in desk.Changes.Back(original.Journal.Entries)) part.Journal.Keep(row);
        }

        desk.End(part, OperationColumns.Done, desk.SayKept(part));
        if (desk.Store.Find(whole) is { IsOpen: true, Undoes: { } all } undo) Finish(undo, all);
    }

    private Operation? Begin(Operation undo, Operation original)
    {
        var why = UndoRule.WhyNot(original, desk.Store);
        if (why is null) return desk.Store.Save(undo, OperationStore.Status(OperationColumns.UnderWay));

        var done = original.Status == OperationColumns.Undone;
        desk.End(undo, done ? OperationColumns.Done : OperationColumns.Failed, desk.Write(why));
        return null;
    }

    private void Divide(Operation undo, Operation original)
    {
        var parts = new List<KeyValuePair<Guid, Func<Operation, int, Entity>>>();
        foreach (var part in original.Journal.Parts)
        {
            var id = Guid.NewGuid();
            parts.Add(new KeyValuePair<Guid, Func<Operation, int, Entity>>(id, (whole, number) => whole.Part(id, number, new Journal(), part)));
        }

        desk.FanOut(undo, parts);
    }

    private void Finish(Operation undo, Guid undone)
    {
        if (desk.Store.Open(undo.Journal.Parts) > 0) return;

        // an execution that died between writing its parts down and making them left some unmade
        var made = desk.Store.Find(undo.Journal.Parts);
        var covered = new HashSet<Guid>(made.Select(part => part.Undoes ?? Guid.Empty));
        if (desk.Store.Find(undone) is not { } original) return;

        foreach (var part in desk.Store.Find(original.Journal.Parts.Where(part => !covered.Contains(part)).ToList()))
        {
            foreach (var row in desk.Changes.Back(Stopped(part).Journal.Entries)) undo.Journal.Keep(row);
        }

        foreach (var row in made.SelectMany(part => part.Journal.Kept)) undo.Journal.Keep(row);
        if (original.Status != OperationColumns.Undone) End(original);
        desk.End(undo, OperationColumns.Done, desk.SayKept(undo));
    }

    // read anew afterwards: what was written down until then is in its journal, and nothing can be any more
    private Operation Stopped(Operation original)
    {
        if (!original.IsOpen) return original;

        End(original);
        return desk.Store.Find(original.Id) ?? original;
    }

    private void End(Operation original) => desk.Store.Write(new Entity(OperationColumns.Table, original.Id)
    {
        [OperationColumns.State] = new OptionSetValue(OperationColumns.Inactive),
        [OperationColumns.Status] = new OptionSetValue(OperationColumns.Undone),
    });
}

/// <summary>When an operation can be taken back.</summary>
internal static class UndoRule
{
    /// <summary>The name of the text that says why not; null where it can.</summary>
    public static string? WhyNot(Operation operation, OperationStore store)
    {
        if (operation.Undoes is not null || operation.PartOf is not null) return "NotToBeUndone";
        if (operation.Kind == OperationColumns.Forget) return "ForgottenForGood";
        if (operation.Status == OperationColumns.Undone) return "UndoneAlready";
        if (operation.Status == OperationColumns.Failed) return "NothingToUndo";

        // its rows went on with the survivor: that join comes first
        var later = store.Of(OperationColumns.From, operation.To).Any(other =>
            other.Kind == OperationColumns.Join && other.Id != operation.Id && other.Status is OperationColumns.Done or OperationColumns.UnderWay
            && other.Row.GetAttributeValue<DateTime>("createdon") >= operation.Row.GetAttributeValue<DateTime>("createdon"));
        return later ? "LaterFirst" : null;
    }
}
