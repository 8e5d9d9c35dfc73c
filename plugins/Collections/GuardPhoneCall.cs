using Crm.Extensions.Model;
using Crm.Extensions.Platform.Registration;

namespace Crm.Extensions.Collections;

/// <summary>Keeps phone calls within the law of the customer's country and the house's own manners.</summary>
[Step(Message.Create, Tables.PhoneCall, Stage.PreValidation)]
[Step(Message.Update, Tables.PhoneCall, Stage.PreValidation,
    Filter =
    [
        ContactColumns.Customer, ContactColumns.Purpose, ContactColumns.Obligation, ContactColumns.ScheduledStart, ContactColumns.ScheduledEnd, ContactColumns.ActualStart,
        ContactColumns.ActualEnd, ContactColumns.State, ContactColumns.Direction, ContactColumns.Outcome, ContactColumns.To, ContactColumns.LeftVoiceMail,
    ],
    Before =
    [
        ContactColumns.Customer, ContactColumns.Purpose, ContactColumns.ScheduledStart, ContactColumns.ScheduledEnd, ContactColumns.ActualStart,
        ContactColumns.ActualEnd, ContactColumns.State, ContactColumns.Direction, ContactColumns.Outcome, ContactColumns.Regarding,
        ContactColumns.Obligation, ContactColumns.Owner, ContactColumns.Subject, ContactColumns.Description, ContactColumns.LeftVoiceMail,
    ])]
public sealed class GuardPhoneCall : GuardContact<PhoneCall>
{
}
