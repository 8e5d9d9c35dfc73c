using System;
using System.Collections.Generic;
using Crm.Extensions.Shared;

namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>Brings a record into the form in which records are compared.</summary>
/// <remarks>Pure and quick (linear in what is written, at most <see cref="Limits"/>); whatever stands in a record, the answer is a record with marks, never an exception.</remarks>
internal static class Normaliser
{
    [ThreadStatic]
    private static Workbench? bench;

    /// <param name="record">As the source wrote it.</param>
    /// <param name="defaultCountry">ISO 3166-1 alpha-2 of the tenant, for records that name no country; empty: unknown.</param>
    /// <param name="asOf">The present day, which no birth date is after; without it, the end of 2040.</param>
    /// <param name="keepsWritten">Whether the columns as written are kept for display; the golden record needs them, comparing does not.</param>
    public static NormalRecord Normalise(IdentityRecord record, string? defaultCountry, CalendarDate? asOf = null, bool keepsWritten = true) =>
        (bench ??= new Workbench()).Normalise(record, defaultCountry, asOf, keepsWritten);

    // what is used again for the next record of the thread
    private sealed class Workbench
    {
        private readonly MarkSet marks = new();
        private readonly PersonName name = new();
        private readonly Address address = new();
        private readonly List<string> words = [];

        public NormalRecord Normalise(IdentityRecord record, string? defaultCountry, CalendarDate? asOf, bool keepsWritten)
        {
            marks.Take();
            var written = Clean(record);
            var country = CountryCode.Read(written.Country) ?? CountryCode.Read(defaultCountry);

            var ids = NationalIdReading.Read(written.NationalId, country, marks);
            var isCompany = ReadName(written, country);
            var company = CompanyName.Read(isCompany ? written.Company ?? written.FullName ?? written.FamilyName ?? written.GivenName : written.Company, words, out var form);
            var given = isCompany ? NormalRecord.None : name.Given;
            var family = isCompany ? NormalRecord.None : name.Family;
            address.Read(written.Street, written.StreetNumber);

            var normal = new NormalRecord
            {
                GivenNames = given,
                CanonicalGivenNames = GivenNames.Resolve(given),
                FamilyNames = family,
                Suffix = isCompany ? null : name.Suffix,
                Company = company,
                CompanyForm = form,
                BirthDate = DateReading.Read(written.BirthDate, country, asOf, marks),
                Emails = EmailAddress.Read(written.Email, marks),
                Phones = PhoneNumber.Read(written.Phone, country, marks),
                NationalIds = ids,
                Street = address.Street,
                StreetNumber = address.Number,
                District = address.District,
                City = Place.Town(written.City, words),
                State = Place.Town(written.State, words),
                Postcode = Place.Postcode(written.Postcode, words),
                Country = country,
                Kind = Kind(isCompany, given.Length + family.Length > 0, company, ids),
                Marks = Finish(given, family, company, written),
                Written = keepsWritten ? written : null,
            };
            return normal;
        }

        private IdentityRecord Clean(IdentityRecord record) => new()
        {
            FullName = Cleaning.Clean(record.FullName, Limits.FullName, marks),
            GivenName = Cleaning.Clean(record.GivenName, Limits.Name, marks),
            FamilyName = Cleaning.Clean(record.FamilyName, Limits.Name, marks),
            SecondFamilyName = Cleaning.Clean(record.SecondFamilyName, Limits.Name, marks),
            Company = Cleaning.Clean(record.Company, Limits.Company, marks),
            BirthDate = Cleaning.Clean(record.BirthDate, Limits.Date, marks),
            Email = Cleaning.Clean(record.Email, Limits.Email, marks),
            Phone = Cleaning.Clean(record.Phone, Limits.Phone, marks),
            NationalId = Cleaning.Clean(record.NationalId, Limits.NationalId, marks),
            Street = Cleaning.Clean(record.Street, Limits.Street, marks),
            StreetNumber = Cleaning.Clean(record.StreetNumber, Limits.StreetNumber, marks),
            City = Cleaning.Clean(record.City, Limits.City, marks),
            State = Cleaning.Clean(record.State, Limits.City, marks),
            Postcode = Cleaning.Clean(record.Postcode, Limits.Postcode, marks),
            Country = Cleaning.Clean(record.Country, Limits.City, marks),
        };

        // whether what stands in the person's columns is an organisation; otherwise the name is read
        private bool ReadName(IdentityRecord written, string? country)
        {
            if (written.GivenName is not null && written.FamilyName is not null)
            {
                name.Read(written.GivenName, written.FamilyName, written.SecondFamilyName);
                return false;
            }

            var whole = written.FullName ?? (written.FamilyName is null ? written.GivenName : written.GivenName is null ? written.FamilyName : null);
            if (whole is null)
            {
                name.Read(written.GivenName, written.FamilyName, written.SecondFamilyName);
                return written.Company is not null && name.Given.Length + name.Family.Length == 0;
            }

            if (CompanyName.IsCompany(whole, words)) return true;
            if (written.FullName is null) name.Read(written.GivenName, written.FamilyName, written.SecondFamilyName);
            else name.ReadFull(written.FullName, country);
            return false;
        }

        private static RecordKind Kind(bool isCompany, bool hasName, string? company, NationalId[] ids)
        {
            if (isCompany) return RecordKind.Organisation;
            foreach (var id in ids)
            {
                if (id.IsEvidence && IdKind.IsOfOrganisation(id) && !hasName) return RecordKind.Organisation;
            }

            return hasName ? RecordKind.Person : company is not null ? RecordKind.Organisation : RecordKind.Unknown;
        }

        private string[] Finish(string[] given, string[] family, string? company, IdentityRecord written)
        {
            if (given.Length + family.Length == 0 && company is null && written.Email is null && written.Phone is null && written.NationalId is null) marks.Add(Mark.Empty);
            return marks.Take();
        }
    }
}
