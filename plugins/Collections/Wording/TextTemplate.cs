namespace Crm.Extensions.Collections.Wording;

/// <summary>What a contact of a purpose is about, where one purpose has several texts.</summary>
internal enum Occasion
{
    /// <summary>The purpose's usual text.</summary>
    Plain,

    /// <summary>A debit date that is moved off a closed day (reminder).</summary>
    MovedDebit,

    /// <summary>Something went wrong and is made good (service).</summary>
    Apology,

    /// <summary>The customer told us of a trip (service).</summary>
    Travel,

    /// <summary>A card is blocked (notice).</summary>
    Block,

    /// <summary>A limit is lowered (notice).</summary>
    LimitDecrease,

    /// <summary>Somebody else looks after the customer from now on (service).</summary>
    Handover,

    /// <summary>What is said to an answering machine: name and number to call back, no more (any purpose).</summary>
    Machine,
}

/// <summary>How a customer wishes to be addressed. The numbers are those of option set crmx_formofaddress, less its base 574840000.</summary>
internal enum AddressForm
{
    Usted = 0,
    Tu = 1,
    Vos = 2,

    /// <summary>By title and surname; the grammar of usted.</summary>
    NoFirstNames = 3,
}

/// <summary>A text with tokens. What is null fits everything.</summary>
/// <param name="Id">The row's id ("D" format), or the name of a text that ships.</param>
/// <param name="Level">The dunning level it is written for; null: any.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Language">The platform's language code.</param>
internal sealed record TextTemplate(
    string Id, Occasion Occasion, Purpose Purpose, int? Level, Channel? Channel, AddressForm? Form, string? Country, int? Language, string Subject, string Body)
{
    /// <summary>It is a row of the tenant's, which goes before what ships.</summary>
    public bool IsRow { get; init; }
}
