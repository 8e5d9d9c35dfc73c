namespace Crm.Extensions.CustomerView.Facts;

/// <summary>What kind of thing a topic is about. The numbers are those of option set crmx_datacategory, less its base 574840000.</summary>
internal enum DataCategory
{
    Identity = 0,
    Contact = 1,
    Preference = 2,
    Financial = 3,
    Health = 4,
    Legal = 5,
    Family = 6,
    Behaviour = 7,
    Location = 8,
}

/// <summary>How much harm it does in the wrong hands. The numbers are those of option set crmx_sensitivity, less its base 574840000.</summary>
internal enum Sensitivity
{
    Open = 0,
    Personal = 1,
    Sensitive = 2,
}

/// <summary>What became of a question. The numbers are those of option set crmx_factstatus, less its base 574840000.</summary>
internal enum FactAnswer
{
    Given = 0,

    /// <summary>The customer does not wish to say: that is an answer, and he is not asked again.</summary>
    Declined = 1,

    /// <summary>The customer does not know.</summary>
    Unknown = 2,
}

/// <summary>Where a fact comes from. The numbers are those of option set crmx_factsource, less its base 574840000.</summary>
internal enum FactSource
{
    Said = 0,
    Observed = 1,
    Derived = 2,
    ThirdParty = 3,
}

/// <summary>What customer data is used for. The numbers are those of option set crmx_useofdata, less its base 574840000.</summary>
internal enum UseOfData
{
    Order = 0,
    Service = 1,
    Sales = 2,
    Collection = 3,
    Complaint = 4,
    Payment = 5,
    Survey = 6,
    Marketing = 7,

    /// <summary>The customer's health and safety.</summary>
    Care = 8,
    Credit = 9,
    Legal = 10,
    AccountManagement = 11,
}
