using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Collections;

/// <summary>What an activity says of a contact: by what channel, what for, when, planned or done.</summary>
internal sealed record ContactFacts
{
    private static readonly string[] Times =
        [ContactColumns.ScheduledStart, ContactColumns.ScheduledEnd, ContactColumns.ActualStart, ContactColumns.ActualEnd];

    public required string Table { get; init; }

    /// <summary>The activity's id; empty while it has none yet.</summary>
    public required Guid ActivityId { get; init; }

    /// <summary>The activity is only now created: its parties are known from the request alone.</summary>
    public required bool IsNew { get; init; }

    public required Channel Channel { get; init; }

    public required Purpose Purpose { get; init; }

    /// <summary>From us to the customer. What customers send us is never judged.</summary>
    public required bool Outgoing { get; init; }

    public required int State { get; init; }

    /// <summary>When it is planned or was made, UTC.</summary>
    public required DateTime AtUtc { get; init; }

    public Guid? Customer { get; init; }

    /// <summary>Whom it is addressed to: contacts, accounts, leads, and colleagues.</summary>
    public IReadOnlyList<EntityReference> Parties { get; init; } = [];

    /// <summary>It goes to an address that belongs to no row as well.</summary>
    public bool HasUnknownAddress { get; init; }

    /// <summary>What was said or is written, as far as the activity has it; null: nothing.</summary>
    public string? Text { get; init; }

    public EntityReference? Regarding { get; init; }

    public EntityReference? Obligation { get; init; }

    public EntityReference? Owner { get; init; }

    public ContactOutcome? Outcome { get; init; }

    public bool LeftVoiceMail { get; init; }

    /// <summary>An answering machine took it.</summary>
    public bool ReachedMachine => Happened && (Outcome == ContactOutcome.AnsweringMachine || (Outcome is null && LeftVoiceMail));

    /// <summary>Somebody other than the customer took it.</summary>
    public bool ReachedThirdParty => Happened && Outcome == ContactOutcome.ThirdParty;

    public bool Happened => State == ActivityState.Completed;

    /// <summary>It may have several customers at once, each of whom is judged.</summary>
    public bool HasManyRecipients => Table is Tables.Email or Tables.Appointment;

    /// <summary>Reads an activity; null where it has no purpose (or a message no channel): then it is not ours to judge.</summary>
    /// <param name="target">What is written now.</param>
    /// <param name="merged">The activity as it will be.</param>
    public static ContactFacts? Read(Entity target, Entity merged, bool isNew, DateTime now)
    {
        var channel = ChannelOf(merged);
        if (Choice.Read<Purpose>(Value(merged, ContactColumns.Purpose)) is not { } purpose || channel is null) return null;

        var state = merged.GetAttributeValue<OptionSetValue>(ContactColumns.State)?.Value ?? ActivityState.Open;
        return new ContactFacts
        {
            Table = merged.LogicalName,
            ActivityId = merged.Id,
            IsNew = isNew,
            Channel = channel.Value,
            Purpose = purpose,
            Outgoing = (Value(merged, ContactColumns.Direction) ?? Value(merged, ContactColumns.Outgoing)) as bool? ?? true,
            State = state,
            AtUtc = state == ActivityState.Completed ? MadeAt(target, merged, now) : Utc(target, ContactColumns.ActualStart) ?? PlannedFor(merged) ?? now,
            Customer = merged.GetAttributeValue<EntityReference>(ContactColumns.Customer)?.Id,
            Parties = References(PartiesOf(merged)),
            HasUnknownAddress = PartiesOf(merged).Any(IsUnknownAddress),
            Text = TextOf(merged),
            Regarding = merged.GetAttributeValue<EntityReference>(ContactColumns.Regarding),
            Obligation = merged.GetAttributeValue<EntityReference>(ContactColumns.Obligation),
            Owner = merged.GetAttributeValue<EntityReference>(ContactColumns.Owner),
            Outcome = Choice.Read<ContactOutcome>(Value(merged, ContactColumns.Outcome)),
            LeftVoiceMail = Value(merged, ContactColumns.LeftVoiceMail) as bool? ?? false,
        };
    }

    /// <summary>Whether the request gives the contact another time than it had.</summary>
    public static bool ChangesTime(Entity target, Entity before) =>
        Times.Any(column => target.Attributes.ContainsKey(column) && !Equals(Utc(target, column), Utc(before, column)));

    // visits begin at a time; of calls and letters the form shows the due time, which the platform keeps as the scheduled end
    private static DateTime? PlannedFor(Entity row) => row.LogicalName == Tables.Appointment
        ? Utc(row, ContactColumns.ScheduledStart) ?? Utc(row, ContactColumns.ScheduledEnd)
        : Utc(row, ContactColumns.ScheduledEnd) ?? Utc(row, ContactColumns.ScheduledStart);

    // without actual times: the due time if the very request that logs the contact states it and it is past, else now, as the platform will record it
    private static DateTime MadeAt(Entity target, Entity merged, DateTime now) =>
        Utc(merged, ContactColumns.ActualStart) ?? Utc(merged, ContactColumns.ActualEnd)
        ?? (PlannedFor(target) is { } due && due <= now ? due : now);

    private static Channel? ChannelOf(Entity row) => row.LogicalName switch
    {
        Tables.PhoneCall => Channel.PhoneCall,
        Tables.Email => Channel.Email,
        Tables.Letter => Channel.Letter,
        Tables.Appointment => Channel.Visit,
        _ => Choice.Read<Channel>(Value(row, ContactColumns.Channel)),
    };

    /// <summary>Whom parties stand for.</summary>
    public static EntityReference[] References(IEnumerable<Entity> parties) =>
        [.. parties.Select(party => party.GetAttributeValue<EntityReference>(ActivityParty.Fields.PartyId)).OfType<EntityReference>()];

    /// <summary>A party that is an address and nobody's row.</summary>
    public static bool IsUnknownAddress(Entity party) =>
        party.GetAttributeValue<EntityReference>(ActivityParty.Fields.PartyId) is null && party.GetAttributeValue<string>(ActivityParty.Fields.AddressUsed) is { Length: > 0 };

    private static Entity[] PartiesOf(Entity row)
    {
        string[] columns = row.LogicalName switch
        {
            Tables.Email => [ContactColumns.To, ContactColumns.Cc, ContactColumns.Bcc],
            Tables.Appointment => [ContactColumns.RequiredAttendees, ContactColumns.OptionalAttendees],
            _ => [ContactColumns.To],
        };
        return columns
            .Select(column => Value(row, column) as EntityCollection)
            .OfType<EntityCollection>()
            .SelectMany(list => list.Entities)
            .ToArray();
    }

    // the subject of a call or a visit is the agent's own note; that of what is sent is read by who gets it
    private static string? TextOf(Entity row)
    {
        var subject = row.LogicalName is Tables.Email or Tables.Letter ? Value(row, ContactColumns.Subject) as string : null;
        var text = (subject + "\n" + (Value(row, ContactColumns.Description) as string)).Trim();
        return text.Length > 0 ? text : null;
    }

    private static object? Value(Entity row, string column) => row.Attributes.TryGetValue(column, out var value) ? value : null;

    private static DateTime? Utc(Entity row, string column) =>
        Value(row, column) is DateTime time ? time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc) : null;
}
