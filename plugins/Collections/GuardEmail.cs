using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using AttemptFields = Crm.Extensions.Model.ContactAttempt.Fields;

namespace Crm.Extensions.Collections;

/// <summary>
/// Keeps e-mails within the law of the customers' countries and the house's own manners. A draft may be written at any hour; what is judged is
/// sending, by the message Send or by a change to Pending Send. One that may not go out yet stays a draft and is sent by crmx_RunDue in its hour.
/// </summary>
/// <remarks>Sending inside another transaction is refused as well: nothing else keeps the e-mail from going out, and the transaction keeps it a draft.</remarks>
[Step(Message.Create, Tables.Email, Stage.PreValidation)]
[Step(Message.Update, Tables.Email, Stage.PreValidation,
    Filter =
    [
        ContactColumns.Customer, ContactColumns.Purpose, ContactColumns.Obligation, ContactColumns.To, ContactColumns.Cc, ContactColumns.Bcc, ContactColumns.State,
        ContactColumns.Status, ContactColumns.Outcome,
    ],
    Before =
    [
        ContactColumns.Customer, ContactColumns.Purpose, ContactColumns.ActualStart, ContactColumns.ActualEnd, ContactColumns.State, ContactColumns.Status,
        ContactColumns.Direction, ContactColumns.Outcome, ContactColumns.Decision, ContactColumns.Regarding, ContactColumns.Obligation, ContactColumns.Owner,
        ContactColumns.Subject, ContactColumns.Description,
    ])]
[Step(Message.Send, Tables.Email, Stage.PreValidation,
    Before =
    [
        ContactColumns.Customer, ContactColumns.Purpose, ContactColumns.State, ContactColumns.Status, ContactColumns.Direction, ContactColumns.Decision,
        ContactColumns.To, ContactColumns.Cc, ContactColumns.Bcc,
        ContactColumns.Regarding, ContactColumns.Obligation, ContactColumns.Owner, ContactColumns.Subject, ContactColumns.Description,
    ])]
public sealed class GuardEmail : GuardContact<Email>
{
    private protected override void Guard(Execution<Email> execution, ContactFacts facts, ContactJudge judge, Queries queries)
    {
        var isSend = execution.Context.MessageName == Message.Send;
        if (!isSend && execution.IsCausedBy(Message.Send, facts.ActivityId)) return;

        if (facts.Outgoing && (isSend || StartsSending(execution))) GuardSending(execution, facts, judge, isSend);
        else if (facts.Outgoing && !facts.Happened) Annotate(execution, facts, judge);
        else if (!WasOnItsWay(execution)) base.Guard(execution, facts, judge, queries);
    }

    private static void GuardSending(Execution<Email> execution, ContactFacts facts, ContactJudge judge, bool isSend)
    {
        // it leaves now, whatever times the e-mail carries
        var leaving = facts with { State = ActivityState.Open, AtUtc = execution.Clock.UtcNow };
        if (judge.Judge(leaving, ContactPhase.SendingNow, explicitTime: false) is not { } judgement) return;

        var explanation = judgement.Explain(execution.Language);
        var rows = new AttemptRows(leaving, execution.CallerId, execution.Context.UserId);
        execution.Trace(judgement.Decision + (judgement.Enforced ? " (enforced): " : ": ") + explanation);
        if (judgement.Enforced && judgement.Decision != Decision.Allowed)
        {
            Hold(execution, facts, judgement, explanation, rows, isSend);
            return;
        }

        if (rows.MoveBefore(judgement) is { } move) KeepMove(execution, facts.ActivityId, move, isSend);
        else if (isSend) Mark(execution.AsSystem, facts.ActivityId, judgement, explanation);
        else Mark(execution, judgement, explanation);
        ContactNotes.Leave(execution, rows.Live(judgement, explanation, isMade: true).Select(Sent));
    }

    private static void Hold(
        Execution<Email> execution, ContactFacts facts, ContactJudgement judgement, string explanation, AttemptRows rows, bool isSend)
    {
        var held = judgement.Decision == Decision.Moved;
        IEnumerable<Entity> proof = held ? rows.Live(judgement, explanation, isMade: false) : rows.StopLive(judgement, explanation);
        if (execution.InTransaction && !isSend)
        {
            // the e-mail is saved with all else that was written, but stays a draft
            execution.Target.Attributes.Remove(ContactColumns.State);
            execution.Target.Attributes.Remove(ContactColumns.Status);
            Mark(execution, judgement, explanation);
            ContactNotes.Leave(execution, proof);
            return;
        }

        if (!execution.InTransaction)
        {
            foreach (var row in proof) AttemptWriter.Write(execution, row);
            if (facts.ActivityId != Guid.Empty && !facts.IsNew) Mark(execution.AsSystem, facts.ActivityId, judgement, explanation);
        }

        throw new InvalidPluginExecutionException(held ? GuardTexts.Write(execution.Language, "EmailHeld", explanation) : explanation);
    }

    // A draft is told what would happen if it were sent now. It gets no decision: nobody has asked for it to be sent, and one that is held keeps its hold.
    private static void Annotate(Execution<Email> execution, ContactFacts facts, ContactJudge judge)
    {
        if (execution.Before.CourtesyDecision == CourtesyDecision.Moved) return;
        if (judge.Judge(facts with { AtUtc = execution.Clock.UtcNow }, ContactPhase.SendingNow, explicitTime: false) is not { } judgement) return;

        execution.Write(ContactColumns.Explanation, judgement.Explain(execution.Language));
        execution.Write(ContactColumns.NextAllowedAt, judgement.Decision == Decision.Allowed ? null : judgement.NextAllowedAtUtc);
    }

    private static void Mark(IOrganizationService system, Guid email, ContactJudgement judgement, string explanation) =>
        system.Update(new Entity(Tables.Email, email)
        {
            [ContactColumns.Decision] = Choice.Of(judgement.Decision),
            [ContactColumns.Explanation] = explanation,
            [ContactColumns.NextAllowedAt] = judgement.Decision == Decision.Allowed ? null : judgement.NextAllowedAtUtc,
        });

    // it was held and goes out in its hour: it stays "moved", and the end of its lease gives way to the hour that it was promised
    private static void KeepMove(Execution<Email> execution, Guid email, AttemptRecord move, bool isSend)
    {
        var decision = Choice.Of(move.Decision ?? Decision.Moved);
        if (isSend)
        {
            execution.AsSystem.Update(new Entity(Tables.Email, email)
            {
                [ContactColumns.Decision] = decision,
                [ContactColumns.NextAllowedAt] = move.NextAllowedAtUtc,
            });
            return;
        }

        execution.Write(ContactColumns.Decision, decision);
        execution.Write(ContactColumns.NextAllowedAt, move.NextAllowedAtUtc);
    }

    private static Entity Sent(Entity row)
    {
        row[AttemptFields.Attempted] = true;
        return row;
    }

    private static bool StartsSending(Execution<Email> execution) =>
        StatusOf(execution.Target) is ActivityState.PendingSend or ActivityState.Sending && !WasOnItsWay(execution);

    // the mail server's own steps: what was judged when it was sent is not judged again when it arrives
    private static bool WasOnItsWay(Execution<Email> execution) => StatusOf(execution.Before) is ActivityState.PendingSend or ActivityState.Sending;

    private static int? StatusOf(Entity row) => row.GetAttributeValue<OptionSetValue>(ContactColumns.Status)?.Value;
}
