using Crm.Extensions.Model;
using Crm.Extensions.Platform.Registration;

namespace Crm.Extensions.Collections;

/// <summary>Keeps text messages and chats within the law of the customer's country and the house's own manners.</summary>
[Step(Message.Create, Tables.TextMessage, Stage.PreValidation)]
[Step(Message.Update, Tables.TextMessage, Stage.PreValidation,
    Filter =
    [
        ContactColumns.Customer, ContactColumns.Purpose, ContactColumns.Obligation, ContactColumns.Channel, ContactColumns.ScheduledStart, ContactColumns.ScheduledEnd,
        ContactColumns.ActualStart, ContactColumns.ActualEnd, ContactColumns.State, ContactColumns.Outgoing, ContactColumns.Outcome, ContactColumns.To,
    ],
    Before =
    [
        ContactColumns.Customer, ContactColumns.Purpose, ContactColumns.Channel, ContactColumns.ScheduledStart, ContactColumns.ScheduledEnd,
        ContactColumns.ActualStart, ContactColumns.ActualEnd, ContactColumns.State, ContactColumns.Outgoing, ContactColumns.Outcome,
        ContactColumns.Regarding, ContactColumns.Obligation, ContactColumns.Owner, ContactColumns.Subject, ContactColumns.Description,
    ])]
public sealed class GuardMessage : GuardContact<TextMessage>
{
}
