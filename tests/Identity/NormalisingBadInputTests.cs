using System.Diagnostics;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Normalising;
using Xunit;

namespace Crm.Extensions.Tests.Identity;

/// <summary>What systems hold instead of names: the answer is a marked record, and quickly.</summary>
public class NormalisingBadInputTests
{
    [Theory]
    [InlineData("MuÃ±oz PeÃ±a", "Muñoz Peña", Mark.EncodingRepaired)]
    [InlineData("PEÃ‘A", "PEÑA", Mark.EncodingRepaired)]
    [InlineData("GarcÃƒÂ­a", "García", Mark.EncodingRepaired)]
    [InlineData("Mu\u0000ñoz\u0007", "Muñoz", Mark.ControlCharacters)]
    [InlineData("\u202EMuñoz\u200F", "Muñoz", Mark.InvisibleCharacters)]
    [InlineData("Mu\u200Bñoz", "Muñoz", Mark.InvisibleCharacters)]
    [InlineData("\uD83DMuñoz", "Muñoz", Mark.BrokenCharacters)]
    [InlineData("Muñoz\uFFFD", "Muñoz", Mark.BrokenCharacters)]
    public void Broken_text_is_repaired_and_marked(string written, string expected, string mark)
    {
        var record = NormalisingNamesTests.Normalise(new IdentityRecord { GivenName = "Ana", FamilyName = written });

        Assert.Equal(expected, record.Written!.FamilyName);
        Assert.Equal([mark], record.Marks);
    }

    [Theory]
    [InlineData("São João")]
    [InlineData("SÃO JOÃO")]
    [InlineData("Muñoz")]
    [InlineData("Ålesund")]
    public void Right_text_is_left_alone(string written)
    {
        var record = NormalisingNamesTests.Normalise(new IdentityRecord { GivenName = "Ana", FamilyName = written });

        Assert.Equal(written, record.Written!.FamilyName);
        Assert.Empty(record.Marks);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\u00A0 ")]
    [InlineData("...")]
    public void A_record_that_says_nothing_is_marked_empty(string? written)
    {
        var record = NormalisingNamesTests.Normalise(new IdentityRecord { FullName = written });

        Assert.Equal([Mark.Empty], record.Marks);
        Assert.Equal(RecordKind.Unknown, record.Kind);
    }

    [Fact]
    public void Names_of_a_megabyte_are_cut_marked_and_cost_next_to_nothing()
    {
        var watch = Stopwatch.StartNew();
        foreach (var letter in new[] { "a", "a ", "S.A. ", "Ã±", "\u202E", "de ", "#1 ", "@", ",", "\uD83D", "é", "字" })
        {
            var rubbish = string.Concat(Enumerable.Repeat(letter, 1_000_000 / letter.Length));
            var record = NormalisingNamesTests.Normalise(Filled(rubbish));

            Assert.Contains(Mark.TooLong, record.Marks);
            Assert.InRange(NormalRecordJson.Write(record).Length, 1, NormalRecordJson.Longest);
        }

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
    }

    [Fact]
    public void What_is_read_back_is_what_was_stored()
    {
        var record = NormalisingNamesTests.Normalise(new IdentityRecord
        {
            FullName = "Pepe Muñoz Jr.", BirthDate = "12/03/1980", Email = "a@b.mx", Phone = "55 1234 5670", NationalId = "GODE561231GR8; 1234567890", Street = "Calle Mayor 5 col. Centro", City = "CDMX",
            State = "Ciudad de México", Postcode = "06600", Country = "México", Company = "Acme S.A.",
        });

        var read = NormalRecordJson.Read(NormalRecordJson.Write(record));

        Assert.Equal(NormalRecordJson.Write(record), NormalRecordJson.Write(read));
        Assert.Equal(record.BirthDate, read.BirthDate);
        Assert.Equal(record.NationalIds, read.NationalIds);
        Assert.Equal(record.CanonicalGivenNames, read.CanonicalGivenNames);
        Assert.Equal("Pepe Muñoz Jr.", read.Written!.FullName);
    }

    internal static IdentityRecord Filled(string? text) => new()
    {
        FullName = text, GivenName = text, FamilyName = text, SecondFamilyName = text, Company = text, BirthDate = text, Email = text, Phone = text, NationalId = text, Street = text, StreetNumber = text, City = text,
        State = text, Postcode = text, Country = text,
    };
}
