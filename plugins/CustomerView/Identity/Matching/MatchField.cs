namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>What is compared between two records; stored by name, so never renamed.</summary>
internal enum MatchField
{
    /// <summary>Given names, pet names resolved.</summary>
    Given,

    /// <summary>Surnames without particles.</summary>
    Family,

    /// <summary>Whether given and family names had to be exchanged for the best agreement.</summary>
    NameOrder,

    /// <summary>What tells namesakes apart: jr, sr, iii.</summary>
    Suffix,
    BirthDate,
    NationalId,
    Email,
    Phone,

    /// <summary>The street's words.</summary>
    Street,
    StreetNumber,

    /// <summary>City or quarter.</summary>
    City,
    Postcode,
    State,

    /// <summary>The organisation's name without its legal form.</summary>
    Company,
}

/// <summary>All fields, in the order in which contributions are told.</summary>
internal static class MatchFields
{
    public const int Count = (int)MatchField.Company + 1;

    /// <summary>What people of one household share without being one person; and the order of names, which is exchanged as often by either.</summary>
    public static bool IsShared(MatchField field) => field is MatchField.Family or MatchField.NameOrder or MatchField.Email or MatchField.Phone or MatchField.Street
        or MatchField.StreetNumber or MatchField.City or MatchField.Postcode or MatchField.State or MatchField.Company;
}
