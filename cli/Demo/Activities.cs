using System;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Cli.Demo;

/// <summary>Writes a planned contact as the activity that people and systems make of it.</summary>
internal static class Activities
{
    /// <summary>The row to create; for an e-mail a draft.</summary>
    public static Entity ToActivity(PlannedContact contact, LoadedCustomer to, DateTime atUtc) => contact.Channel switch
    {
        "phonecall" => Address(new PhoneCall { DirectionCode = true, ScheduledEnd = atUtc }, contact, to),
        "email" => Address(new Email { DirectionCode = true }, contact, to),
        "letter" => Address(new Letter { DirectionCode = true, ScheduledEnd = atUtc }, contact, to),
        "sms" => Address(new TextMessage { Channel = ContactChannel.Sms, Outgoing = true, ScheduledEnd = atUtc }, contact, to),
        "whatsapp" => Address(new TextMessage { Channel = ContactChannel.WhatsApp, Outgoing = true, ScheduledEnd = atUtc }, contact, to),
        _ => throw new ArgumentOutOfRangeException(nameof(contact), contact.Channel, "No such channel."),
    };

    /// <summary>The update by which somebody dials, or a message is about to leave: what is still true then is judged again.</summary>
    public static Entity ToStart(EntityReference activity, DateTime atUtc) => new(activity.LogicalName, activity.Id) { [PhoneCall.Fields.ActualStart] = atUtc };

    /// <summary>The update by which a planned activity is given up.</summary>
    public static Entity ToCancellation(EntityReference activity) => new(activity.LogicalName, activity.Id)
    {
        [PhoneCall.Fields.StateCode] = new OptionSetValue((int)PhoneCall_StateCode.Canceled),
    };

    /// <summary>The update by which a planned activity becomes one that was made.</summary>
    public static Entity ToCompletion(EntityReference activity, DateTime atUtc) => new(activity.LogicalName, activity.Id)
    {
        [PhoneCall.Fields.StateCode] = new OptionSetValue((int)PhoneCall_StateCode.Completed),
        [PhoneCall.Fields.ActualEnd] = atUtc,
    };

    // The courtesy columns have the same names on every activity.
    private static Entity Address(Entity activity, PlannedContact contact, LoadedCustomer to)
    {
        var party = new ActivityParty { PartyId = new EntityReference(Tables.Contact, to.ContactId) };
        activity[PhoneCall.Fields.Subject] = $"{contact.Purpose} {to.Customer.Obligation.Number}";
        activity[PhoneCall.Fields.To] = new EntityCollection { EntityName = Tables.ActivityParty, Entities = { party } };
        activity[PhoneCall.Fields.CustomerId] = new EntityReference(Tables.Customer, to.CustomerId);
        activity[PhoneCall.Fields.ObligationId] = new EntityReference(Tables.Obligation, to.ObligationId);
        activity[PhoneCall.Fields.Purpose] = new OptionSetValue((int)Enum.Parse<ContactPurpose>(contact.Purpose, ignoreCase: true));
        return activity;
    }
}
