using System;
using System.Linq;
using Crm.Extensions.Cli.Unify.People;
using Crm.Extensions.CustomerView.Identity.Normalising;

namespace Crm.Extensions.Tests.Identity;

/// <summary>Records to match.</summary>
internal static class MatchingRecords
{
    public static NormalRecord Person(string given, string family, string? birth = null, string? email = null, string? phone = null, string? id = null, string? street = null,
        string? number = null, string? city = null, string? postcode = null) =>
        Normaliser.Normalise(
            new IdentityRecord
            {
                GivenName = given,
                FamilyName = family,
                BirthDate = birth,
                Email = email,
                Phone = phone,
                NationalId = id,
                Street = street,
                StreetNumber = number,
                City = city,
                Postcode = postcode,
            },
            "MX");

    /// <summary>Generated people, shuffled, and of each record the person that it truly is.</summary>
    public static (NormalRecord[] Records, string[] Truth) People(int count, int seed)
    {
        var rows = PeopleFile.Records(count, seed).ToArray();
        return (Array.ConvertAll(rows, Read), Array.ConvertAll(rows, row => row[^1]));
    }

    private static NormalRecord Read(string[] row)
    {
        string? Column(string name) => row[PeopleFile.Columns.ToList().IndexOf(name)] is { Length: > 0 } text ? text : null;
        return Normaliser.Normalise(
            new IdentityRecord
            {
                GivenName = Column("givenname"),
                FamilyName = Column("familyname"),
                SecondFamilyName = Column("secondfamilyname"),
                BirthDate = Column("birthdate"),
                Email = Column("email"),
                Phone = Column("phone"),
                NationalId = Column("nationalid"),
                Street = Column("street"),
                StreetNumber = Column("streetnumber"),
                City = Column("city"),
                State = Column("state"),
                Postcode = Column("postcode"),
                Country = Column("country"),
            },
            "MX");
    }
}
