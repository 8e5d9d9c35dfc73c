using System;
using System.Collections.Generic;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>What is known of a customer when a contact is judged. What is left empty is taken to be in order.</summary>
internal sealed record CustomerContext
{
    /// <summary>Identifies the customer in slot keys: the id in "D" format.</summary>
    public string Key { get; init; } = "";

    /// <summary>State or province as the customer's record has it; may be empty.</summary>
    public string? State { get; init; }

    /// <summary>Windows ids of the zones the customer may be in. Empty or unknown to this machine: all zones of the country at once.</summary>
    public IReadOnlyList<string> TimeZoneIds { get; init; } = [];

    /// <summary>Contacts made and planned, <see cref="CountryPack.HistoryDays"/> days back from the judged time and as many ahead, in any order.</summary>
    public IReadOnlyList<ContactAttempt> History { get; init; } = [];

    public IReadOnlyList<Consent> Consents { get; init; } = [];

    /// <summary>The obligations that this customer is party to; null where no ledger is known here: rules that look at it are then silent.</summary>
    public IReadOnlyList<ObligationLedger>? Obligations { get; init; }

    public IReadOnlyList<ContactHold> Holds { get; init; } = [];

    public IReadOnlyList<TravelNotice> Travels { get; init; } = [];

    /// <summary>Whose the e-mail address is.</summary>
    public AddressKind EmailKind { get; init; }

    /// <summary>Whose the telephone number is.</summary>
    public AddressKind PhoneKind { get; init; }
}

/// <summary>A contact of the customer's history.</summary>
/// <param name="Reach">How far it got; an attempt that was stopped is <see cref="ContactReach.NotMade"/>.</param>
internal sealed record ContactAttempt(DateTime AtUtc, Channel Channel, Purpose Purpose, ContactReach Reach)
{
    public bool Outgoing { get; init; } = true;

    /// <summary>The activity's id ("D" format), empty where it has none.</summary>
    public string ActivityId { get; init; } = "";

    /// <summary>The obligation that it was about ("D" format); null: it named none.</summary>
    public string? ObligationKey { get; init; }

    /// <summary>The day slot it holds (crmx_slot), empty where it holds none.</summary>
    public string Slot { get; init; } = "";

    /// <summary>The week slot it holds (crmx_weekslot), empty where it holds none.</summary>
    public string WeekSlot { get; init; } = "";

    /// <summary>Whether it may have been about the obligation: who names none may have spoken of any.</summary>
    public bool IsAbout(string? obligation) =>
        obligation is null || ObligationKey is null || string.Equals(ObligationKey, obligation, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Something the customer allowed, asked for or forbade.</summary>
/// <param name="Channel">Null: every channel.</param>
/// <param name="Purpose">Null: every purpose.</param>
internal sealed record Consent(ConsentKind Kind, Channel? Channel, Purpose? Purpose)
{
    /// <summary>The hours asked for, local; null where the consent names none.</summary>
    public DayWindow? Window { get; init; }

    /// <summary>When it was signed; of a request, when it was made.</summary>
    public CalendarDate? SignedOn { get; init; }

    /// <summary>When the contract was signed that the consent must be later than.</summary>
    public CalendarDate? ContractSignedOn { get; init; }

    /// <summary>Where it is recorded: the document, the call, the message. Empty where nobody said.</summary>
    public string Proof { get; init; } = "";

    /// <summary>First day on which it holds; null: from ever.</summary>
    public CalendarDate? From { get; init; }

    /// <summary>Last day on which it holds; null: for ever.</summary>
    public CalendarDate? Until { get; init; }

    /// <summary>Whether it speaks of this contact on this day.</summary>
    public bool Covers(Channel channel, Purpose purpose, CalendarDate day) =>
        (Channel is null || Channel == channel)
        && (Purpose is null || Purpose == purpose)
        && (From is null || From.Value <= day)
        && (Until is null || day <= Until.Value);
}
