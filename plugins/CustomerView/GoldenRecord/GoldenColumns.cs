using System.Collections.Generic;

namespace Crm.Extensions.CustomerView.GoldenRecord;

/// <summary>Columns of the customer that are computed from its records, by group.</summary>
internal static class GoldenColumns
{
    public const string Name = "crmx_name";
    public const string GivenName = "crmx_givenname";
    public const string FamilyName = "crmx_familyname";
    public const string SecondFamilyName = "crmx_secondfamilyname";
    public const string Birthdate = "crmx_birthdate";
    public const string Email = "crmx_email";
    public const string Phone = "crmx_phone";
    public const string Street = "crmx_street";
    public const string City = "crmx_city";
    public const string State = "crmx_stateorprovince";
    public const string Postcode = "crmx_postalcode";
    public const string Country = "crmx_country";
    public const string NationalId = "crmx_nationalid";
    public const string Title = "crmx_title";

    private static readonly string[][] ByGroup =
    [
        [Name, GivenName, FamilyName, SecondFamilyName], [Birthdate], [Email], [Phone], [Street, City, State, Postcode, Country], [NationalId], [Title],
    ];

    /// <summary>All groups, in the order of their numbers.</summary>
    public static IReadOnlyList<SurvivingGroup> Groups { get; } =
    [
        SurvivingGroup.Name, SurvivingGroup.Birth, SurvivingGroup.Email, SurvivingGroup.Phone, SurvivingGroup.Address, SurvivingGroup.NationalId, SurvivingGroup.Addressing,
    ];

    /// <summary>How many characters a column takes.</summary>
    public static int Longest(string column) => column switch
    {
        Street => 250,
        Name => 160,
        City => 80,
        State or Phone or NationalId or Title => 50,
        Postcode => 20,
        Country => 2,
        _ => 100,
    };

    /// <summary>The columns of a group.</summary>
    public static IReadOnlyList<string> Of(SurvivingGroup group) => ByGroup[(int)group];
}
