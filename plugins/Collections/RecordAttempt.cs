using System;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Collections;

/// <summary>
/// Writes, in the transaction that saves an activity, the attempts that its guard prepared: their unique slots keep two people from contacting one
/// customer at once. Cancels the activity when the guard could not refuse it.
/// </summary>
[Step(Message.Create, Tables.PhoneCall, Stage.PostOperation)]
[Step(Message.Create, Tables.Letter, Stage.PostOperation)]
[Step(Message.Create, Tables.Appointment, Stage.PostOperation)]
[Step(Message.Create, Tables.TextMessage, Stage.PostOperation)]
[Step(Message.Create, Tables.Email, Stage.PostOperation)]
[Step(Message.Update, Tables.PhoneCall, Stage.PostOperation,
    Filter =
    [
        ContactColumns.Customer, ContactColumns.Purpose, ContactColumns.Obligation, ContactColumns.ScheduledStart, ContactColumns.ScheduledEnd, ContactColumns.ActualStart,
        ContactColumns.ActualEnd, ContactColumns.State, ContactColumns.Direction, ContactColumns.Outcome, ContactColumns.To, ContactColumns.LeftVoiceMail,
    ])]
[Step(Message.Update, Tables.Letter, Stage.PostOperation,
    Filter =
    [
        ContactColumns.Customer, ContactColumns.Purpose, ContactColumns.Obligation, ContactColumns.ScheduledStart, ContactColumns.ScheduledEnd, ContactColumns.ActualStart,
        ContactColumns.ActualEnd, ContactColumns.State, ContactColumns.Direction, ContactColumns.Outcome, ContactColumns.To,
    ])]
[Step(Message.Update, Tables.Appointment, Stage.PostOperation,
    Filter =
    [
        ContactColumns.Customer, ContactColumns.Purpose, ContactColumns.Obligation, ContactColumns.ScheduledStart, ContactColumns.ScheduledEnd, ContactColumns.ActualStart,
        ContactColumns.ActualEnd, ContactColumns.State, ContactColumns.Outcome, ContactColumns.RequiredAttendees, ContactColumns.OptionalAttendees,
    ])]
[Step(Message.Update, Tables.TextMessage, Stage.PostOperation,
    Filter =
    [
        ContactColumns.Customer, ContactColumns.Purpose, ContactColumns.Obligation, ContactColumns.Channel, ContactColumns.ScheduledStart, ContactColumns.ScheduledEnd,
        ContactColumns.ActualStart, ContactColumns.ActualEnd, ContactColumns.State, ContactColumns.Outgoing, ContactColumns.Outcome, ContactColumns.To,
    ])]
[Step(Message.Update, Tables.Email, Stage.PostOperation, Filter = [ContactColumns.State, ContactColumns.Status, ContactColumns.Outcome])]
[Step(Message.Send, Tables.Email, Stage.PostOperation)]
[Step(Message.Book, Tables.Appointment, Stage.PostOperation)]
[Step(Message.Reschedule, Tables.Appointment, Stage.PostOperation)]
public sealed class RecordAttempt : Plugin<Entity>
{
    /// <inheritdoc/>
    protected override void Execute(Execution<Entity> execution)
    {
        var rows = ContactNotes.RowsOf(execution);
        if (rows.Count == 0) return;

        var activity = ActivityOf(execution);
        if (activity == Guid.Empty) return;

        foreach (var row in rows) AttemptWriter.Write(execution, activity, row);
        if (ContactNotes.IsToCancel(execution)) Cancel(execution, activity);
    }

    // booking answers the new appointment's id in its result; none where a calendar stood against it
    private static Guid ActivityOf(Execution<Entity> execution) =>
        execution.RowId != Guid.Empty ? execution.RowId
        : execution.Context.OutputParameters.TryGetValue("ValidationResult", out var result) && result is ValidationResult booked ? booked.ActivityId
        : throw new InvalidOperationException("The operation names no activity.");

    private static void Cancel(Execution<Entity> execution, Guid activity)
    {
        execution.Remember(ContactNotes.Cancelling, true);
        var table = execution.Context.PrimaryEntityName;
        execution.AsSystem.Update(new Entity(table, activity)
        {
            [ContactColumns.State] = new OptionSetValue(ActivityState.Canceled),
            [ContactColumns.Status] = new OptionSetValue(ActivityState.CanceledStatus(table)),
        });
    }
}
