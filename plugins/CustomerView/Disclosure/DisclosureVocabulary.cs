namespace Crm.Extensions.CustomerView.Disclosure;

/// <summary>How sure we are of whom we speak to. The numbers are those of option set crmx_verification, less its base 574840000.</summary>
internal enum Verification
{
    /// <summary>Somebody.</summary>
    None = 0,

    /// <summary>He writes or calls from an address of the customer.</summary>
    Known = 1,

    /// <summary>He answered what only the customer knows.</summary>
    Verified = 2,

    /// <summary>He holds what only the customer has besides: a code sent to him, a document shown.</summary>
    Strong = 3,
}

/// <summary>What a rule of disclosure does. The numbers are those of option set crmx_disclosureeffect, less its base 574840000.</summary>
internal enum DisclosureEffect
{
    Show = 0,

    /// <summary>It may guide what is done ("may offer: no"); it is not shown.</summary>
    MayOnly = 1,

    /// <summary>Not shown, and not even by breaking the glass.</summary>
    Withhold = 2,
}

/// <summary>What becomes of one fact before one caller.</summary>
internal enum DisclosureAnswer
{
    Show,

    /// <summary>It would be shown to somebody who had identified himself better.</summary>
    AfterVerification,
    MayOnly,

    /// <summary>No rule shows it: that is the default. Breaking the glass does.</summary>
    Denied,

    /// <summary>A rule withholds it, whatever the reason.</summary>
    Forbidden,
}
