using System;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Collections;

/// <summary>
/// Guards an activity before it is saved. A planned contact is allowed, moved to the next permitted time, or stopped; one that has happened is saved as
/// it was and marked as a breach if it was one; what customers send us is never judged.
/// </summary>
/// <remarks>
/// It runs before the transaction, so that the proof of a stop outlives the refusal. Where the request is itself part of a transaction a refusal would
/// take its proof along: then the activity is saved, marked as stopped, and cancelled.
/// </remarks>
public abstract class GuardContact<TTable> : Plugin<TTable>
    where TTable : Entity, new()
{
    /// <inheritdoc/>
    protected sealed override void Execute(Execution<TTable> execution)
    {
        if (CourtesyConfiguration.Of(execution) is not { } configuration || execution.IsCausedByRememberer(ContactNotes.Cancelling)) return;

        // filed under another customer, or emptied: nobody is contacted by that
        if (execution.IsCausedByRememberer(Bookkeeping.Mark)) return;

        // what booking and rescheduling write was judged when they were asked for
        if (execution.Context.MessageName is Message.Create or Message.Update && (execution.IsWorkOf(Message.Book) || execution.IsWorkOf(Message.Reschedule))) return;

        var isNew = execution.Context.MessageName is Message.Create or Message.Book;
        if (execution.Context.MessageName == Message.Update && !execution.ChangesWatchedColumns) return;
        if (ContactFacts.Read(execution.Target, execution.Merged, isNew, execution.Clock.UtcNow) is not { } facts) return;

        var queries = new Queries(execution.AsSystem);
        if (facts.State == ActivityState.Canceled)
        {
            if (!isNew) ContactNotes.Leave(execution, AttemptRows.Released(queries.AttemptsOf(facts.ActivityId)));
            return;
        }

        Guard(execution, facts, new ContactJudge(queries, configuration, execution.Clock.UtcNow, execution.Trace), queries);
    }

    /// <summary>What becomes of a contact that is neither cancelled nor without purpose.</summary>
    private protected virtual void Guard(Execution<TTable> execution, ContactFacts facts, ContactJudge judge, Queries queries)
    {
        var rows = new AttemptRows(facts, execution.CallerId, execution.Context.UserId);
        if (!facts.Outgoing)
        {
            if (facts.Happened) Incoming(execution, facts, rows, judge, queries);
            return;
        }

        var explicitTime = !facts.IsNew && !facts.Happened && ContactFacts.ChangesTime(execution.Target, execution.Before);
        if (judge.Judge(facts, facts.Happened ? ContactPhase.Happened : ContactPhase.Planned, explicitTime) is not { } judgement) return;

        var explanation = judgement.Explain(execution.Language);
        execution.Trace(judgement.Decision + (judgement.Enforced ? " (enforced): " : ": ") + explanation);
        if (judgement.Enforced && judgement.PurposeInstead is { } purpose)
        {
            Change(execution, facts with { Purpose = purpose }, judgement, explanation);
            return;
        }

        if (judgement.Enforced && judgement.Decision is Decision.Stopped or Decision.Changed)
        {
            Stop(execution, judgement, explanation, rows);
            return;
        }

        if (!facts.Happened || rows.MoveBefore(judgement) is null) Mark(execution, judgement, explanation);
        if (judgement.Enforced && judgement.Decision == Decision.Moved) Move(execution, facts, judgement.AtUtc);
        ContactNotes.Leave(execution, rows.Live(judgement, explanation, facts.Happened));
    }

    /// <summary>Writes the decision into the activity itself, where people see it.</summary>
    private protected static void Mark(Execution<TTable> execution, ContactJudgement judgement, string explanation)
    {
        execution.Write(ContactColumns.Decision, Choice.Of(judgement.Decision));
        execution.Write(ContactColumns.Explanation, explanation);
        execution.Write(ContactColumns.NextAllowedAt, judgement.Decision == Decision.Allowed ? null : judgement.NextAllowedAtUtc);
    }

    // the customer is not asked for what he does not owe: the contact goes on as what it should have been
    private static void Change(Execution<TTable> execution, ContactFacts changed, ContactJudgement judgement, string explanation)
    {
        execution.Write(ContactColumns.Purpose, Choice.Of(changed.Purpose));
        Mark(execution, judgement, explanation);
        ContactNotes.Leave(execution, new AttemptRows(changed, execution.CallerId, execution.Context.UserId).Live(judgement, explanation, isMade: false));
    }

    private static void Stop(Execution<TTable> execution, ContactJudgement judgement, string explanation, AttemptRows rows)
    {
        if (execution.InTransaction)
        {
            Mark(execution, judgement, explanation);
            ContactNotes.Leave(execution, rows.StopLive(judgement, explanation), cancel: true);
            return;
        }

        foreach (var row in rows.Stop(judgement, explanation)) AttemptWriter.Write(execution, row);
        throw new InvalidPluginExecutionException(explanation);
    }

    // an appointment keeps its length, a call the time between its start and its due time
    private static void Move(Execution<TTable> execution, ContactFacts facts, DateTime at)
    {
        var shift = at - facts.AtUtc;
        var moved = false;
        foreach (var column in new[] { ContactColumns.ScheduledStart, ContactColumns.ScheduledEnd })
        {
            if (execution.Merged.GetAttributeValue<DateTime?>(column) is not { } time) continue;
            execution.Write(column, DateTime.SpecifyKind(time, DateTimeKind.Utc) + shift);
            moved = true;
        }

        if (!moved) execution.Write(ContactColumns.ScheduledEnd, at);
    }

    private static void Incoming(Execution<TTable> execution, ContactFacts facts, AttemptRows rows, ContactJudge judge, Queries queries)
    {
        var customers = judge.CustomersOf(facts);
        if (customers.Count == 0) return;

        var own = facts.IsNew ? [] : queries.AttemptsOf(facts.ActivityId);
        ContactNotes.Leave(execution, rows.Incoming(customers, own));
    }
}
