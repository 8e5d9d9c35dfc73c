using System.Runtime.Serialization;

namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>The columns as people wrote them, in the JSON. Public only because the serializer may have to run in partial trust.</summary>
[DataContract]
public sealed class WrittenFile
{
    [DataMember(Name = "fullname", Order = 0, EmitDefaultValue = false)] public string? FullName { get; set; }

    [DataMember(Name = "givenname", Order = 1, EmitDefaultValue = false)] public string? GivenName { get; set; }

    [DataMember(Name = "familyname", Order = 2, EmitDefaultValue = false)] public string? FamilyName { get; set; }

    [DataMember(Name = "secondfamilyname", Order = 3, EmitDefaultValue = false)] public string? SecondFamilyName { get; set; }

    [DataMember(Name = "company", Order = 4, EmitDefaultValue = false)] public string? Company { get; set; }

    [DataMember(Name = "birthdate", Order = 5, EmitDefaultValue = false)] public string? BirthDate { get; set; }

    [DataMember(Name = "email", Order = 6, EmitDefaultValue = false)] public string? Email { get; set; }

    [DataMember(Name = "phone", Order = 7, EmitDefaultValue = false)] public string? Phone { get; set; }

    [DataMember(Name = "nationalid", Order = 8, EmitDefaultValue = false)] public string? NationalId { get; set; }

    [DataMember(Name = "street", Order = 9, EmitDefaultValue = false)] public string? Street { get; set; }

    [DataMember(Name = "streetnumber", Order = 10, EmitDefaultValue = false)] public string? StreetNumber { get; set; }

    [DataMember(Name = "city", Order = 11, EmitDefaultValue = false)] public string? City { get; set; }

    [DataMember(Name = "state", Order = 12, EmitDefaultValue = false)] public string? State { get; set; }

    [DataMember(Name = "postcode", Order = 13, EmitDefaultValue = false)] public string? Postcode { get; set; }

    [DataMember(Name = "country", Order = 14, EmitDefaultValue = false)] public string? Country { get; set; }

    internal static WrittenFile Of(IdentityRecord record) => new()
    {
        FullName = record.FullName,
        GivenName = record.GivenName,
        FamilyName = record.FamilyName,
        SecondFamilyName = record.SecondFamilyName,
        Company = record.Company,
        BirthDate = record.BirthDate,
        Email = record.Email,
        Phone = record.Phone,
        NationalId = record.NationalId,
        Street = record.Street,
        StreetNumber = record.StreetNumber,
        City = record.City,
        State = record.State,
        Postcode = record.Postcode,
        Country = record.Country,
    };

    /// <summary>The names alone, for a record that would not fit otherwise.</summary>
    internal static WrittenFile? Essential(WrittenFile? file) => file is null
        ? null
        : new WrittenFile { FullName = file.FullName, GivenName = file.GivenName, FamilyName = file.FamilyName, SecondFamilyName = file.SecondFamilyName, Company = file.Company };

    internal IdentityRecord ToRecord() => new()
    {
        FullName = FullName,
        GivenName = GivenName,
        FamilyName = FamilyName,
        SecondFamilyName = SecondFamilyName,
        Company = Company,
        BirthDate = BirthDate,
        Email = Email,
        Phone = Phone,
        NationalId = NationalId,
        Street = Street,
        StreetNumber = StreetNumber,
        City = City,
        State = State,
        Postcode = Postcode,
        Country = Country,
    };
}
