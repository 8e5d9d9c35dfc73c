using System;
using System.Globalization;
using Crm.Extensions.CustomerView.Identity.Normalising;

namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>Makes records ready to be compared: leaves generic values out and looks up how rare the others are.</summary>
internal sealed class RecordPreparation
{
    // a second name is no independent draw: José goes with María
    private const double FurtherName = 0.3;
    private const double FurtherSurname = 0.05;

    // a value that is met nowhere else may be a typing error of a common one: it is not as telling as it looks, least of all where there are few true values
    private const float Rarest = 5;
    private const float RarestPlace = 3;
    private const float Commonest = 8;

    private readonly MatchModel model;

    public RecordPreparation(MatchModel model) => this.model = model;

    public PreparedRecord Prepare(NormalRecord record)
    {
        var given = new NameParts(record.GivenNames, record.CanonicalGivenNames);
        var family = new NameParts(record.FamilyNames, record.FamilyNames);
        var birth = record.BirthDate is { } date ? (date.Year * 10000) + (date.Month * 100) + date.Day : 0;
        var street = record.Street.Length == 0 ? null : string.Join(" ", record.Street);
        var rarity = new float[MatchFields.Count];
        rarity[(int)MatchField.Given] = OfWords(MatchField.Given, given.Meanings, given.Words.Length, FurtherName);
        rarity[(int)MatchField.Family] = OfWords(MatchField.Family, family.Words, family.Words.Length, FurtherSurname);
        rarity[(int)MatchField.BirthDate] = birth == 0 ? 0 : OfValue(MatchField.BirthDate, birth.ToString(CultureInfo.InvariantCulture));
        rarity[(int)MatchField.City] = OfValue(MatchField.City, record.City);
        rarity[(int)MatchField.Postcode] = OfValue(MatchField.Postcode, record.Postcode);
        rarity[(int)MatchField.State] = OfValue(MatchField.State, record.State);
        rarity[(int)MatchField.Street] = OfValue(MatchField.Street, street);
        rarity[(int)MatchField.Company] = OfValue(MatchField.Company, record.Company);
        return new PreparedRecord(given, family, rarity)
        {
            Suffix = record.Suffix,
            BirthDate = birth,
            NationalIds = Evident(record.NationalIds),
            Emails = Telling(MatchField.Email, record.Emails),
            Phones = Telling(MatchField.Phone, record.Phones),
            Street = street,
            StreetNumber = record.StreetNumber,
            City = record.City,
            District = record.District,
            Postcode = record.Postcode,
            State = record.State,
            Company = record.Company is { } company && model.IsGeneric(MatchField.Company, company) ? null : record.Company,
            IsOrganisation = record.Kind == RecordKind.Organisation || (given.IsMissing && family.IsMissing && record.Company is not null),
        };
    }

    private float OfWords(MatchField field, string[] words, int names, double further)
    {
        if (words.Length == 0 || model.Frequencies(field) is not { } frequencies) return 0;

        // of several meanings of a pet name, and of several names, the rarest tells the most
        var least = 1.0;
        foreach (var word in words) least = Math.Min(least, frequencies.Of(word));
        for (var name = 1; name < names; name++) least *= further;
        return Bits(field, least);
    }

    private float OfValue(MatchField field, string? value) =>
        value is null || model.Frequencies(field) is not { } frequencies ? 0 : Bits(field, frequencies.Of(value));

    private float Bits(MatchField field, double frequency)
    {
        var mean = model[field].U(AgreementLevel.Exact);
        var rarest = field is MatchField.City or MatchField.State ? RarestPlace : Rarest;
        return mean <= 0 ? 0 : Math.Max(-Commonest, Math.Min(rarest, (float)Math.Log(mean / frequency, 2)));
    }

    private string[] Telling(MatchField field, string[] values) =>
        Array.Exists(values, value => model.IsGeneric(field, value)) ? Array.FindAll(values, value => !model.IsGeneric(field, value)) : values;

    private NationalId[] Evident(NationalId[] ids) =>
        Array.Exists(ids, id => !IsTelling(id)) ? Array.FindAll(ids, IsTelling) : ids;

    private bool IsTelling(NationalId id) => id.IsEvidence && !model.IsGeneric(MatchField.NationalId, id.Value);
}
