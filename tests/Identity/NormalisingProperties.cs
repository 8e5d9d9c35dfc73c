using System;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Normalising;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Crm.Extensions.Tests.Identity;

/// <summary>What holds for every record, however it is written.</summary>
[Properties(Arbitrary = [typeof(Texts)], MaxTest = 500)]
public class NormalisingProperties
{
    private static readonly string[] Countries = ["MX", "CO", "ES", "AR", "CL", "PE", "EC", "VE", "BR", "US", "GB", "", "AU"];

    [Property]
    public bool Whatever_is_written_there_is_a_record_that_fits_its_column(Text text, int country)
    {
        var record = Normaliser.Normalise(NormalisingBadInputTests.Filled(text.Value), Countries[(country & int.MaxValue) % Countries.Length], new(2026, 11, 22));
        return NormalRecordJson.Write(record).Length <= NormalRecordJson.Longest && record.Marks.SequenceEqual(record.Marks.OrderBy(mark => mark, StringComparer.Ordinal).Distinct());
    }

    [Property]
    public bool Normalising_what_is_normal_changes_nothing(Text text, int country)
    {
        var home = Countries[(country & int.MaxValue) % Countries.Length];
        var once = Normaliser.Normalise(new IdentityRecord { GivenName = "Ana", FamilyName = text.Value, Email = text.Value, Phone = text.Value, City = text.Value }, home);
        var twice = Normaliser.Normalise(
            new IdentityRecord { GivenName = "Ana", FamilyName = string.Join(" ", once.FamilyNames), Email = string.Join(";", once.Emails), Phone = string.Join(";", once.Phones), City = once.City }, home);
        return once.FamilyNames.SequenceEqual(twice.FamilyNames) && once.Emails.SequenceEqual(twice.Emails) && once.Phones.SequenceEqual(twice.Phones) && once.City == twice.City;
    }

    [Property]
    public bool Case_and_accents_say_nothing(Name name)
    {
        var one = Normaliser.Normalise(new IdentityRecord { FullName = name.Given + " " + name.First + " " + name.Second }, "MX");
        var other = Normaliser.Normalise(new IdentityRecord { FullName = (name.Given + " " + name.First + " " + name.Second).ToUpperInvariant().Replace('Ñ', 'N') }, "MX");
        return one.GivenNames.SequenceEqual(other.GivenNames) && one.FamilyNames.SequenceEqual(other.FamilyNames);
    }

    [Property]
    public bool The_order_in_which_a_name_is_written_says_nothing(Name name)
    {
        var natural = Normaliser.Normalise(new IdentityRecord { FullName = name.Given + " " + name.First + " " + name.Second }, "MX");
        var comma = Normaliser.Normalise(new IdentityRecord { FullName = name.First + " " + name.Second + ", " + name.Given }, "MX");
        var bare = Normaliser.Normalise(new IdentityRecord { FullName = name.First + " " + name.Second + " " + name.Given }, "MX");
        var apart = Normaliser.Normalise(new IdentityRecord { GivenName = name.Given, FamilyName = name.First, SecondFamilyName = name.Second }, "MX");
        return new[] { comma, bare, apart }.All(other => other.GivenNames.SequenceEqual(natural.GivenNames) && other.FamilyNames.SequenceEqual(natural.FamilyNames));
    }

    /// <summary>Rubbish of all kinds.</summary>
    public sealed record Text(string Value);

    /// <summary>A name whose parts nobody confuses.</summary>
    public sealed record Name(string Given, string First, string Second);

    public static class Texts
    {
        private static readonly string[] Pieces =
        [
            "a", "Z", "ñ", "Ã±", "Ã", " ", "  ", ",", ".", "-", "'", "@", "+", "#", "/", "0", "1", "9", "12", "2026", "de", "la", "San", "Mc", "S.A.", "\u0000", "\u202E", "\u200B", "\uD83D", "\uDE00", "\uFFFD", "ß", "é", "字", "\u0301",
            "gmail.com", "Calle", "XAXX010101000", "col.", "\t", "\"", "\\", "Jr.", "Ⅳ", "İ", "ı",
        ];

        public static Arbitrary<Text> Texted() => Gen.Elements(Pieces).ListOf().Select(pieces => new Text(string.Concat(pieces))).ToArbitrary();

        public static Arbitrary<Name> Named() =>
            (from given in Gen.Elements("Ana", "José", "Guadalupe", "Íñigo José", "María José", "Juan Carlos")
             from first in Gen.Elements("García", "Muñoz", "de la Torre", "Zubizarreta", "Yáñez")
             from second in Gen.Elements("López", "Ibáñez", "del Río", "Etxeberria", "Peña")
             select new Name(given, first, second)).ToArbitrary();
    }
}
