using System;
using System.Runtime.Serialization;
using Crm.Extensions.Shared;

namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>The JSON's shape; what is empty is left out. Public only because the serializer may have to run in partial trust.</summary>
[DataContract]
public sealed class NormalRecordFile
{
    [DataMember(Name = "given", Order = 0, EmitDefaultValue = false)] public string[]? Given { get; set; }

    [DataMember(Name = "canonical", Order = 1, EmitDefaultValue = false)] public string[]? Canonical { get; set; }

    [DataMember(Name = "family", Order = 2, EmitDefaultValue = false)] public string[]? Family { get; set; }

    [DataMember(Name = "suffix", Order = 3, EmitDefaultValue = false)] public string? Suffix { get; set; }

    [DataMember(Name = "company", Order = 4, EmitDefaultValue = false)] public string? Company { get; set; }

    [DataMember(Name = "form", Order = 5, EmitDefaultValue = false)] public string? Form { get; set; }

    /// <summary>yyyy-MM-dd.</summary>
    [DataMember(Name = "birth", Order = 6, EmitDefaultValue = false)] public string? Birth { get; set; }

    [DataMember(Name = "emails", Order = 7, EmitDefaultValue = false)] public string[]? Emails { get; set; }

    [DataMember(Name = "phones", Order = 8, EmitDefaultValue = false)] public string[]? Phones { get; set; }

    [DataMember(Name = "ids", Order = 9, EmitDefaultValue = false)] public NationalIdFile[]? Ids { get; set; }

    [DataMember(Name = "street", Order = 10, EmitDefaultValue = false)] public string[]? Street { get; set; }

    [DataMember(Name = "number", Order = 11, EmitDefaultValue = false)] public string? Number { get; set; }

    [DataMember(Name = "district", Order = 12, EmitDefaultValue = false)] public string? District { get; set; }

    [DataMember(Name = "city", Order = 13, EmitDefaultValue = false)] public string? City { get; set; }

    [DataMember(Name = "state", Order = 14, EmitDefaultValue = false)] public string? State { get; set; }

    [DataMember(Name = "postcode", Order = 15, EmitDefaultValue = false)] public string? Postcode { get; set; }

    [DataMember(Name = "country", Order = 16, EmitDefaultValue = false)] public string? Country { get; set; }

    [DataMember(Name = "kind", Order = 17, EmitDefaultValue = false)] public int Kind { get; set; }

    [DataMember(Name = "marks", Order = 18, EmitDefaultValue = false)] public string[]? Marks { get; set; }

    [DataMember(Name = "written", Order = 19, EmitDefaultValue = false)] public WrittenFile? Written { get; set; }

    internal static NormalRecordFile Of(NormalRecord record) => new()
    {
        Given = Filled(record.GivenNames),
        Canonical = ReferenceEquals(record.CanonicalGivenNames, record.GivenNames) ? null : Filled(record.CanonicalGivenNames),
        Family = Filled(record.FamilyNames),
        Suffix = record.Suffix,
        Company = record.Company,
        Form = record.CompanyForm,
        Birth = record.BirthDate?.ToString(),
        Emails = Filled(record.Emails),
        Phones = Filled(record.Phones),
        Ids = record.NationalIds.Length == 0 ? null : Array.ConvertAll(record.NationalIds, NationalIdFile.Of),
        Street = Filled(record.Street),
        Number = record.StreetNumber,
        District = record.District,
        City = record.City,
        State = record.State,
        Postcode = record.Postcode,
        Country = record.Country,
        Kind = (int)record.Kind,
        Marks = Filled(record.Marks),
        Written = record.Written is null ? null : WrittenFile.Of(record.Written),
    };

    internal NormalRecord ToRecord()
    {
        var given = Given ?? NormalRecord.None;
        return new NormalRecord
        {
            GivenNames = given,
            CanonicalGivenNames = Canonical ?? given,
            FamilyNames = Family ?? NormalRecord.None,
            Suffix = Suffix,
            Company = Company,
            CompanyForm = Form,
            BirthDate = CalendarDate.TryParse(Birth, out var birth) ? birth : null,
            Emails = Emails ?? NormalRecord.None,
            Phones = Phones ?? NormalRecord.None,
            NationalIds = Ids is null ? NationalId.None : Array.ConvertAll(Ids, id => id.ToId()),
            Street = Street ?? NormalRecord.None,
            StreetNumber = Number,
            District = District,
            City = City,
            State = State,
            Postcode = Postcode,
            Country = Country,
            Kind = (RecordKind)Kind,
            Marks = Marks ?? NormalRecord.None,
            Written = Written?.ToRecord(),
        };
    }

    /// <summary>Leaves at most that many values in each list of values.</summary>
    internal void Shorten(int most)
    {
        Emails = First(Emails, most);
        Phones = First(Phones, most);
        Ids = First(Ids, most);
        Street = First(Street, most);
        if (most == 0)
        {
            District = null;
            Written = null;
        }
    }

    private static T[]? First<T>(T[]? values, int most)
    {
        if (values is not null && values.Length > most) Array.Resize(ref values, most);
        return values;
    }

    private static string[]? Filled(string[] values) => values.Length == 0 ? null : values;
}
