using System.Collections.Generic;
using Crm.Extensions.CustomerView.Identity.Matching;

namespace Crm.Extensions.Cli.Unify.Training;

/// <summary>Numbers of what two records must share to be in a training block, or to be one by a deterministic rule. Empty where a record lacks it.</summary>
internal static class SharedValues
{
    public static IReadOnlyList<ulong> NationalId(PreparedRecord record) => Each(record.NationalIds, id => Fingerprint.Of(id.Kind + id.Country + id.Value));

    public static IReadOnlyList<ulong> Email(PreparedRecord record) => Each(record.Emails, Fingerprint.Of);

    public static IReadOnlyList<ulong> Phone(PreparedRecord record) => Each(record.Phones, Fingerprint.Of);

    public static IReadOnlyList<ulong> Names(PreparedRecord record) =>
        record.Given.IsMissing || record.Family.IsMissing ? [] : [Fingerprint.Of(record.Given.Text + "|" + record.Family.Text)];

    public static IReadOnlyList<ulong> NamesAndBirth(PreparedRecord record) =>
        record.Given.IsMissing || record.Family.IsMissing || record.BirthDate == 0 ? [] : [Fingerprint.Of(record.Given.Text + "|" + record.Family.Text + record.BirthDate)];

    public static IReadOnlyList<ulong> FamilyAndBirth(PreparedRecord record) =>
        record.Family.IsMissing || record.BirthDate == 0 ? [] : [Fingerprint.Of(record.Family.Text + record.BirthDate)];

    public static IReadOnlyList<ulong> GivenAndBirth(PreparedRecord record) =>
        record.Given.IsMissing || record.BirthDate == 0 ? [] : [Fingerprint.Of(record.Given.Text + record.BirthDate)];

    public static IReadOnlyList<ulong> NamesAndPostcode(PreparedRecord record) =>
        record.Given.IsMissing || record.Family.IsMissing || record.Postcode is null ? [] : [Fingerprint.Of(record.Given.Text + "|" + record.Family.Text + "|" + record.Postcode)];

    public static IReadOnlyList<ulong> FamilyAndPostcode(PreparedRecord record) =>
        record.Family.IsMissing || record.Postcode is null ? [] : [Fingerprint.Of(record.Family.Text + "|" + record.Postcode)];

    public static IReadOnlyList<ulong> Door(PreparedRecord record) =>
        record.Street is null || record.StreetNumber is null ? [] : [Fingerprint.Of(record.Street + "|" + record.StreetNumber + "|" + (record.Postcode ?? record.City))];

    public static IReadOnlyList<ulong> Company(PreparedRecord record) =>
        record.Company is null || !record.IsOrganisation ? [] : [Fingerprint.Of(record.Company)];

    private static ulong[] Each<T>(T[] values, System.Func<T, ulong> number) => System.Array.ConvertAll(values, value => number(value));
}
