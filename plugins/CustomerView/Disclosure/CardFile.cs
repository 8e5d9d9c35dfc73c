using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Crm.Extensions.CustomerView.Disclosure;

/// <summary>The customer's card as JSON: only what this purpose, this worker and this verification may see. Days are yyyy-MM-dd on the customer's calendar.</summary>
/// <remarks>Public only because the serializer may have to run in partial trust. A list that is null was not for this purpose; an empty one is empty.</remarks>
[DataContract]
public sealed class CardFile
{
    [DataMember(Name = "customerId", Order = 0)] public string CustomerId { get; set; } = "";

    [DataMember(Name = "purpose", Order = 1)] public string Purpose { get; set; } = "";

    [DataMember(Name = "channel", Order = 2)] public string Channel { get; set; } = "";

    [DataMember(Name = "address", Order = 3)] public CardAddress Address { get; set; } = new();

    [DataMember(Name = "identification", Order = 4)] public CardIdentification Identification { get; set; } = new();

    /// <summary>Whether anything on the card may be read out to whoever is there.</summary>
    [DataMember(Name = "readOut", Order = 5)] public bool ReadOut { get; set; }

    /// <summary>At most three things that serve him now.</summary>
    [DataMember(Name = "know", Order = 6)] public List<CardThing> Know { get; set; } = [];

    /// <summary>The one question to ask; null: none.</summary>
    [DataMember(Name = "ask", Order = 7, EmitDefaultValue = false)] public CardAsk? Ask { get; set; }

    [DataMember(Name = "lookedAfterBy", Order = 8)] public string LookedAfterBy { get; set; } = "";

    [DataMember(Name = "products", Order = 9, EmitDefaultValue = false)] public List<CardProductLine>? Products { get; set; }

    [DataMember(Name = "cases", Order = 10, EmitDefaultValue = false)] public List<CardCaseLine>? Cases { get; set; }

    [DataMember(Name = "promises", Order = 11, EmitDefaultValue = false)] public List<CardPromiseLine>? Promises { get; set; }

    [DataMember(Name = "contacts", Order = 12, EmitDefaultValue = false)] public List<CardContactLine>? Contacts { get; set; }

    [DataMember(Name = "facts", Order = 13)] public List<CardFactLine> Facts { get; set; } = [];

    /// <summary>Asked already and not to be asked again, though the answer is not for this purpose or not yet.</summary>
    [DataMember(Name = "asked", Order = 14)] public List<CardAsked> Asked { get; set; } = [];

    [DataMember(Name = "may", Order = 15)] public CardMay May { get; set; } = new();

    /// <summary>Whether the glass was broken for this card: it is on record and the stewards are told.</summary>
    [DataMember(Name = "glassBroken", Order = 16)] public bool GlassBroken { get; set; }
}

/// <summary>How to address him.</summary>
[DataContract]
public sealed class CardAddress
{
    /// <summary>The name as it is said.</summary>
    [DataMember(Name = "say", Order = 0)] public string Say { get; set; } = "";

    [DataMember(Name = "preferredName", Order = 1)] public string PreferredName { get; set; } = "";

    [DataMember(Name = "title", Order = 2)] public string Title { get; set; } = "";

    /// <summary>usted, tu, vos or nofirstnames.</summary>
    [DataMember(Name = "form", Order = 3)] public string Form { get; set; } = "";

    [DataMember(Name = "firstName", Order = 4)] public bool FirstName { get; set; }
}

/// <summary>How sure one must be of whom one speaks to, and what is left to be asked.</summary>
[DataContract]
public sealed class CardIdentification
{
    [DataMember(Name = "needed", Order = 0)] public string Needed { get; set; } = "";

    [DataMember(Name = "given", Order = 1)] public string Given { get; set; } = "";

    [DataMember(Name = "enough", Order = 2)] public bool Enough { get; set; }

    [DataMember(Name = "reason", Order = 3)] public string Reason { get; set; } = "";

    [DataMember(Name = "ask", Order = 4)] public List<CardAsk> Ask { get; set; } = [];

    /// <summary>Topics that may not be asked for this purpose.</summary>
    [DataMember(Name = "doNotAsk", Order = 5)] public List<string> DoNotAsk { get; set; } = [];
}

/// <summary>A question to him.</summary>
[DataContract]
public sealed class CardAsk
{
    [DataMember(Name = "topic", Order = 0)] public string Topic { get; set; } = "";

    [DataMember(Name = "text", Order = 1)] public string Text { get; set; } = "";

    [DataMember(Name = "reason", Order = 2)] public string Reason { get; set; } = "";
}

/// <summary>A thing to know.</summary>
[DataContract]
public sealed class CardThing
{
    [DataMember(Name = "text", Order = 0)] public string Text { get; set; } = "";

    /// <summary>Where it comes from, as it may be said aloud; empty: from our own books.</summary>
    [DataMember(Name = "origin", Order = 1)] public string Origin { get; set; } = "";
}

/// <summary>A product; whether it is overdue only for a purpose that may see it.</summary>
[DataContract]
public sealed class CardProductLine
{
    [DataMember(Name = "name", Order = 0)] public string Name { get; set; } = "";

    [DataMember(Name = "number", Order = 1, EmitDefaultValue = false)] public string? Number { get; set; }

    [DataMember(Name = "note", Order = 2, EmitDefaultValue = false)] public string? Note { get; set; }
}

/// <summary>An open case; its title only where the purpose covers it.</summary>
[DataContract]
public sealed class CardCaseLine
{
    [DataMember(Name = "number", Order = 0)] public string Number { get; set; } = "";

    [DataMember(Name = "title", Order = 1, EmitDefaultValue = false)] public string? Title { get; set; }

    [DataMember(Name = "since", Order = 2)] public string Since { get; set; } = "";

    [DataMember(Name = "with", Order = 3)] public string With { get; set; } = "";
}

/// <summary>A promise to pay.</summary>
[DataContract]
public sealed class CardPromiseLine
{
    [DataMember(Name = "amount", Order = 0)] public string Amount { get; set; } = "";

    [DataMember(Name = "on", Order = 1)] public string On { get; set; } = "";
}

/// <summary>A contact; purpose and department are null where this purpose does not cover them.</summary>
[DataContract]
public sealed class CardContactLine
{
    [DataMember(Name = "on", Order = 0)] public string On { get; set; } = "";

    [DataMember(Name = "channel", Order = 1)] public string Channel { get; set; } = "";

    [DataMember(Name = "outgoing", Order = 2)] public bool Outgoing { get; set; }

    [DataMember(Name = "spoke", Order = 3)] public bool Spoke { get; set; }

    [DataMember(Name = "purpose", Order = 4, EmitDefaultValue = false)] public string? Purpose { get; set; }

    [DataMember(Name = "department", Order = 5, EmitDefaultValue = false)] public string? Department { get; set; }

    [DataMember(Name = "masked", Order = 6)] public bool Masked { get; set; }
}

/// <summary>A fact that may be seen.</summary>
[DataContract]
public sealed class CardFactLine
{
    [DataMember(Name = "topic", Order = 0)] public string Topic { get; set; } = "";

    [DataMember(Name = "name", Order = 1)] public string Name { get; set; } = "";

    [DataMember(Name = "value", Order = 2)] public string Value { get; set; } = "";

    [DataMember(Name = "origin", Order = 3)] public string Origin { get; set; } = "";

    [DataMember(Name = "recordedOn", Order = 4)] public string RecordedOn { get; set; } = "";

    /// <summary>Seen by breaking the glass: for the worker's eyes, not to be read out.</summary>
    [DataMember(Name = "glass", Order = 5)] public bool Glass { get; set; }
}

/// <summary>A topic that is not to be asked.</summary>
[DataContract]
public sealed class CardAsked
{
    [DataMember(Name = "topic", Order = 0)] public string Topic { get; set; } = "";

    [DataMember(Name = "name", Order = 1)] public string Name { get; set; } = "";

    /// <summary>known, declined or unknown.</summary>
    [DataMember(Name = "answer", Order = 2)] public string Answer { get; set; } = "";
}

/// <summary>What one may do; never why not.</summary>
[DataContract]
public sealed class CardMay
{
    [DataMember(Name = "offer", Order = 0)] public bool Offer { get; set; }

    /// <summary>The categories that may be spoken of. Nothing else is said or hinted at.</summary>
    [DataMember(Name = "speakOf", Order = 1)] public List<string> SpeakOf { get; set; } = [];

    /// <summary>What the worker may grant on one case to put things right, without asking anybody; null: not for this purpose, or nothing.</summary>
    [DataMember(Name = "grant", Order = 2, EmitDefaultValue = false)] public string? Grant { get; set; }
}
