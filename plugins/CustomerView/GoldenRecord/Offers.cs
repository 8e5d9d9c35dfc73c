using System;
using System.Collections.Generic;
using Crm.Extensions.CustomerView.Identity.Normalising;

namespace Crm.Extensions.CustomerView.GoldenRecord;

/// <summary>What a record has to offer for each group, in the spelling of people. Invalid and generic values are no offer.</summary>
internal static class Offers
{
    /// <summary>The offer, or null when the record says nothing about the group.</summary>
    public static Candidate? Of(SurvivingGroup group, LinkedRecord from)
    {
        var record = from.Record;
        var written = record.Written ?? new IdentityRecord();
        return group switch
        {
            SurvivingGroup.Name => Name(from, record, written),
            SurvivingGroup.Birth => record.BirthDate is { } day && Array.IndexOf(record.Marks, Mark.BirthDateImplausible) < 0 ? Single(from, GoldenColumns.Birthdate, day.ToString(), day.ToString(), 1) : null,
            SurvivingGroup.Email => record.Emails.Length > 0 ? Single(from, GoldenColumns.Email, Address(written.Email, record.Emails[0]), record.Emails[0], 1) : null,
            SurvivingGroup.Phone => record.Phones.Length > 0 ? Single(from, GoldenColumns.Phone, Number(written.Phone, record.Phones[0]), record.Phones[0], record.Phones[0][0] == '+' ? 2 : 1) : null,
            SurvivingGroup.Address => Home(from, record, written),
            SurvivingGroup.NationalId => Id(from, record),
            _ => Titles.Written(written.FullName ?? written.GivenName) is { } title ? Single(from, GoldenColumns.Title, title, Folding.Phrase(title) ?? title, 1) : null,
        };
    }

    private static Candidate? Name(LinkedRecord from, NormalRecord record, IdentityRecord written)
    {
        if (record.Kind == RecordKind.Organisation)
        {
            var company = Cut(written.Company ?? written.FullName ?? written.FamilyName ?? written.GivenName, GoldenColumns.Longest(GoldenColumns.Name));
            return company is null || record.Company is null
                ? null
                : new Candidate(from, record.Company, WrittenName.Care(company) + (record.CompanyForm is null ? 0 : 10), new Dictionary<string, string>(StringComparer.Ordinal) { [GoldenColumns.Name] = company });
        }

        if (record.GivenNames.Length + record.FamilyNames.Length == 0) return null;

        var name = WrittenName.Of(record, written);
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(columns, GoldenColumns.Name, name.Full);
        Add(columns, GoldenColumns.GivenName, name.Given);
        Add(columns, GoldenColumns.FamilyName, name.Family);
        Add(columns, GoldenColumns.SecondFamilyName, name.SecondFamily);
        var same = string.Join(" ", record.CanonicalGivenNames) + "|" + string.Join(" ", record.FamilyNames);
        return columns.Count == 0 ? null : new Candidate(from, same, 10 * (record.GivenNames.Length + record.FamilyNames.Length) + WrittenName.Care(name.Full), columns);
    }

    private static Candidate? Home(LinkedRecord from, NormalRecord record, IdentityRecord written)
    {
        // a country alone is no home, and neither is a number
        if (record.Street.Length == 0 && record.City is null && record.Postcode is null) return null;

        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        var street = written.Street ?? (record.Street.Length == 0 ? null : string.Join(" ", record.Street));
        if (street is not null && written.StreetNumber is { } number && street.IndexOf(number, StringComparison.OrdinalIgnoreCase) < 0) street += " " + number;
        Add(columns, GoldenColumns.Street, street);
        Add(columns, GoldenColumns.City, written.City ?? record.City);
        Add(columns, GoldenColumns.State, written.State ?? record.State);
        Add(columns, GoldenColumns.Postcode, written.Postcode ?? record.Postcode);
        Add(columns, GoldenColumns.Country, record.Country);
        var same = string.Join(" ", record.Street) + "|" + record.StreetNumber + "|" + record.City + "|" + record.Postcode;
        return new Candidate(from, same, columns.Count + (record.StreetNumber is null ? 0 : 1), columns);
    }

    // a number for life says more than one that will be replaced, a known scheme more than an unknown one
    private static Candidate? Id(LinkedRecord from, NormalRecord record)
    {
        NationalId? best = null;
        foreach (var id in record.NationalIds)
        {
            if (id.IsEvidence && (best is null || Worth(id) > Worth(best))) best = id;
        }

        return best is null ? null : Single(from, GoldenColumns.NationalId, best.Value, best.Country + best.Kind + best.Value, Worth(best));
    }

    private static int Worth(NationalId id) => id.IsExclusive ? 3 : IdKind.IsTemporary(id.Kind) ? 2 : 1;

    private static string Address(string? written, string canonical)
    {
        foreach (var part in (written ?? "").Split(';', ',', ' ', '<', '>', '"'))
        {
            if (part.Length > 0 && string.Equals(EmailAddress.Canonical(part), canonical, StringComparison.Ordinal)) return part;
        }

        return canonical;
    }

    // Argentina's mobiles lose their mark in the form that is compared, and could not be dialled without it
    private static string Number(string? written, string canonical) =>
        canonical.StartsWith("+54", StringComparison.Ordinal) && written is { Length: <= 50 } && written.IndexOf(';') < 0 ? written : canonical;

    // a number or an address that does not fit would be another one
    private static Candidate? Single(LinkedRecord from, string column, string value, string same, int completeness) => value.Length > GoldenColumns.Longest(column)
        ? null
        : new(from, same, completeness, new Dictionary<string, string>(StringComparer.Ordinal) { [column] = value });

    private static void Add(Dictionary<string, string> columns, string column, string? value)
    {
        if (Cut(value, GoldenColumns.Longest(column)) is { } text) columns.Add(column, text);
    }

    private static string? Cut(string? text, int longest) => string.IsNullOrWhiteSpace(text) ? null : text!.Length <= longest ? text : text.Substring(0, longest).TrimEnd();
}
