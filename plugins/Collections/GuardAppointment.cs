using Crm.Extensions.Model;
using Crm.Extensions.Platform.Registration;

namespace Crm.Extensions.Collections;

/// <summary>Keeps visits within the law of the customer's country and the house's own manners. Every attendee is heard.</summary>
[Step(Message.Create, Tables.Appointment, Stage.PreValidation)]
[Step(Message.Update, Tables.Appointment, Stage.PreValidation,
    Filter =
    [
        ContactColumns.Customer, ContactColumns.Purpose, ContactColumns.Obligation, ContactColumns.ScheduledStart, ContactColumns.ScheduledEnd, ContactColumns.ActualStart,
        ContactColumns.ActualEnd, ContactColumns.State, ContactColumns.Outcome, ContactColumns.RequiredAttendees, ContactColumns.OptionalAttendees,
    ],
    Before =
    [
        ContactColumns.Customer, ContactColumns.Purpose, ContactColumns.ScheduledStart, ContactColumns.ScheduledEnd, ContactColumns.ActualStart,
        ContactColumns.ActualEnd, ContactColumns.State, ContactColumns.Outcome, ContactColumns.Regarding, ContactColumns.Obligation,
        ContactColumns.Owner, ContactColumns.Subject, ContactColumns.Description,
    ])]
[Step(Message.Book, Tables.Appointment, Stage.PreValidation)]
[Step(Message.Reschedule, Tables.Appointment, Stage.PreValidation,
    Before =
    [
        ContactColumns.Customer, ContactColumns.Purpose, ContactColumns.ScheduledStart, ContactColumns.ScheduledEnd, ContactColumns.ActualStart,
        ContactColumns.ActualEnd, ContactColumns.State, ContactColumns.Outcome, ContactColumns.Regarding, ContactColumns.Obligation,
        ContactColumns.Owner, ContactColumns.Subject, ContactColumns.Description,
    ])]
public sealed class GuardAppointment : GuardContact<Appointment>
{
}
