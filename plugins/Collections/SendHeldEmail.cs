using System.ServiceModel;
using Crm.Extensions.Compensation.Portfolios;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Collections;

/// <summary>
/// Sends an e-mail that <see cref="RunDue"/> has released, each in a job of its own so that one that fails keeps no other back. The guard judges it
/// again. Repeatable: what was sent, deleted or leased anew in the meantime is left alone.
/// </summary>
[Step(Message.Update, Tables.Email, Stage.PostOperation,
    Mode = StepMode.Asynchronous,
    Filter = [ContactColumns.NextAllowedAt],
    Before = [ContactColumns.NextAllowedAt, ContactColumns.Decision, ContactColumns.Status])]
public sealed class SendHeldEmail : Plugin<Email>
{
    /// <inheritdoc/>
    protected override void Execute(Execution<Email> execution)
    {
        if (!IsRelease(execution)) return;

        var email = HeldEmails.Find(execution.AsSystem, execution.RowId);
        if (email is null || !HeldEmails.IsHeld(email) || HeldEmails.Until(email) != HeldEmails.Until(execution.Target))
        {
            execution.Trace("already sent, deleted, or another job's");
            return;
        }

        var owner = email.GetAttributeValue<EntityReference>(ContactColumns.Owner);
        var sender = owner?.LogicalName == Tables.SystemUser ? execution.As(owner.Id) : execution.AsSystem;
        try
        {
            sender.Execute(new SendEmailRequest { EmailId = email.Id, IssueSend = true, TrackingToken = "" });
            if (HeldEmails.ServiceTo(email) is { } customer) HandoverNotice.Sent(execution.AsSystem, email.Id, customer, execution.Clock.UtcNow);
        }
        catch (FaultException<OrganizationServiceFault> fault) when (Fault.Refusal(fault) is { } refusal)
        {
            // not yet after all; the guard has written down when
            execution.Trace("held again: " + refusal);
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            execution.AsSystem.Update(new Entity(Tables.Email, email.Id)
            {
                [ContactColumns.Explanation] = GuardTexts.Write(execution.Language, "EmailFailed", fault.Message),
            });
            throw;
        }
    }

    // the guard writes the decision along with the time; a release moves the time alone, from one that has come to the end of the lease
    private static bool IsRelease(Execution<Email> execution) =>
        !execution.Writes(ContactColumns.Decision)
        && HeldEmails.IsHeld(execution.Before)
        && HeldEmails.Until(execution.Before) is { } due
        && HeldEmails.Until(execution.Target) is { } lease
        && due <= lease - HeldEmails.Lease;
}
