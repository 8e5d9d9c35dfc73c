namespace Crm.Extensions.Collections;

/// <summary>By what a customer is reached. The numbers are those of option set crmx_contactchannel, less its base 574840000.</summary>
internal enum Channel
{
    PhoneCall = 0,
    Email = 1,
    Letter = 2,
    Sms = 3,
    WhatsApp = 4,
    Visit = 5,
    Chat = 6,
}

/// <summary>What a contact is for. The numbers are those of option set crmx_contactpurpose, less its base 574840000.</summary>
internal enum Purpose
{
    ThankYou = 0,
    Reminder = 1,
    Collection = 2,
    Promise = 3,
    Sales = 4,
    Survey = 5,
    Service = 6,
    FraudAlert = 7,
    Otp = 8,
    Requested = 9,
    Notice = 10,
    Outage = 11,
}

/// <summary>What becomes of a contact. The numbers are those of option set crmx_courtesydecision, less its base 574840000.</summary>
internal enum Decision
{
    Allowed = 0,
    Moved = 1,
    Changed = 2,
    Stopped = 3,
    Breach = 4,
}

/// <summary>How seriously a rule is taken. The numbers are those of option set crmx_mode, less its base 574840000.</summary>
internal enum RuleMode
{
    Off = 0,
    Observe = 1,
    Enforce = 2,
}

/// <summary>Where a contact stands when it is judged.</summary>
internal enum ContactPhase
{
    /// <summary>Somebody means to make it; it may be moved.</summary>
    Planned,

    /// <summary>It was made; it can only be recorded, as a breach if it was one.</summary>
    Happened,

    /// <summary>It is about to leave this very moment; it may be held back until it is permitted.</summary>
    SendingNow,
}

/// <summary>How far a contact got, each including the one before.</summary>
internal enum ContactReach
{
    /// <summary>Stopped before it was made: uses up nothing.</summary>
    NotMade,

    /// <summary>Still to come: holds its day and its week.</summary>
    Planned,

    /// <summary>Dialled, sent or posted.</summary>
    Attempted,

    /// <summary>Arrived at the address or at the answering machine.</summary>
    Delivered,

    /// <summary>Somebody took it.</summary>
    Answered,

    /// <summary>The customer and we spoke.</summary>
    Conversation,
}

/// <summary>The kinds of consent. The numbers are those of option set crmx_consentkind, less its base 574840000.</summary>
internal enum ConsentKind
{
    ChannelAuthorisation = 0,
    MarketingConsent = 1,
    Preference = 2,
    OptOut = 3,
    HoursWaiver = 4,

    /// <summary>The customer asked to be contacted: made whatever the hour.</summary>
    Request = 5,

    /// <summary>The customer agreed to one increase of a limit.</summary>
    LimitIncrease = 6,
}
