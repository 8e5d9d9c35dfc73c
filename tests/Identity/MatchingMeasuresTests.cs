using System;
using Crm.Extensions.CustomerView.Identity.Matching;
using FsCheck.Xunit;
using Xunit;

namespace Crm.Extensions.Tests.Identity;

/// <summary>Likeness of words: published examples, and what holds for all words.</summary>
public class MatchingMeasuresTests
{
    /// <summary>Winkler 1990 and the tables of the Census Bureau's string comparator reports.</summary>
    [Theory]
    [InlineData("MARTHA", "MARHTA", 0.961)]
    [InlineData("DIXON", "DICKSONX", 0.813)]
    [InlineData("DWAYNE", "DUANE", 0.840)]
    [InlineData("JONES", "JOHNSON", 0.832)]
    [InlineData("ABROMS", "ABRAMS", 0.922)]
    [InlineData("LAMPLEY", "CAMPLEY", 0.905)]
    [InlineData("abc", "xyz", 0)]
    [InlineData("", "", 1)]
    [InlineData("a", "", 0)]
    public void Jaro_and_Winkler_find_what_they_published(string left, string right, double likeness) =>
        Assert.Equal(likeness, JaroWinkler.Of(left, right), 3);

    [Theory]
    [InlineData("garcia", "garcia", 0)]
    [InlineData("garcia", "gracia", 1)]
    [InlineData("garcia", "garia", 1)]
    [InlineData("garcia", "garzia", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ca", "abc", 3)]
    [InlineData("", "abc", 3)]
    public void Damerau_and_Levenshtein_count_typing_errors(string left, string right, int errors) =>
        Assert.Equal(errors, DamerauLevenshtein.Of(left, right, 5));

    [Fact]
    public void Errors_beyond_the_limit_are_not_counted() => Assert.Equal(2, DamerauLevenshtein.Of("zubizarreta", "garcia", 1));

    [Property(MaxTest = 300)]
    public bool Measures_do_not_care_which_word_is_named_first(FsCheck.NonNull<string> left, FsCheck.NonNull<string> right) =>
        JaroWinkler.Of(left.Get, right.Get).Equals(JaroWinkler.Of(right.Get, left.Get))
        && DamerauLevenshtein.Of(left.Get, right.Get, 5) == DamerauLevenshtein.Of(right.Get, left.Get, 5)
        && Likeness.Of(left.Get, right.Get) == Likeness.Of(right.Get, left.Get);

    [Property(MaxTest = 300)]
    public bool Likeness_lies_between_none_and_all(FsCheck.NonNull<string> left, FsCheck.NonNull<string> right) =>
        JaroWinkler.Of(left.Get, right.Get) is >= 0 and <= 1 && Math.Abs(JaroWinkler.Of(left.Get, left.Get) - 1) < 1e-9;

    [Theory]
    [InlineData(19800312, 19800312, nameof(AgreementLevel.Exact))]
    [InlineData(19800312, 19801203, nameof(AgreementLevel.Swapped))]
    [InlineData(19800312, 19800313, nameof(AgreementLevel.Close))]
    [InlineData(19800312, 19900312, nameof(AgreementLevel.Close))]
    [InlineData(19800312, 19800321, nameof(AgreementLevel.Close))]
    [InlineData(19800312, 19810411, nameof(AgreementLevel.Near))]
    [InlineData(19800312, 19800327, nameof(AgreementLevel.Initial))]
    [InlineData(19800312, 19801127, nameof(AgreementLevel.Slight))]
    [InlineData(19800312, 19550727, nameof(AgreementLevel.Different))]
    [InlineData(19800312, 0, nameof(AgreementLevel.Missing))]
    public void Birth_dates_agree_in_levels(int left, int right, string level)
    {
        Assert.Equal(level, BirthDateComparison.Of(left, right).ToString());
        Assert.Equal(level, BirthDateComparison.Of(right, left).ToString());
    }

    [Theory]
    [InlineData("garcia lopez", "garcia lopez", nameof(AgreementLevel.Exact))]
    [InlineData("garcia lopez", "lopez garcia", nameof(AgreementLevel.Swapped))]
    [InlineData("garcia lopez", "garcia", nameof(AgreementLevel.Partial))]
    [InlineData("garcia lopez", "garcia lopes", nameof(AgreementLevel.Close))]
    [InlineData("garcia lopez", "garcia fernandez", nameof(AgreementLevel.Slight))]
    [InlineData("garcia", "gracia", nameof(AgreementLevel.Close))]
    [InlineData("garcia", "zubizarreta", nameof(AgreementLevel.Different))]
    [InlineData("garcia", "", nameof(AgreementLevel.Missing))]
    public void Surnames_agree_in_levels(string left, string right, string level) =>
        Assert.Equal(level, NameComparison.Family(Parts(left), Parts(right)).ToString());

    [Theory]
    [InlineData("José", "Pepe", nameof(AgreementLevel.Equivalent))]
    [InlineData("Juan Carlos", "Juan", nameof(AgreementLevel.Partial))]
    [InlineData("Juan Carlos", "Juan Pablo", nameof(AgreementLevel.Slight))]
    [InlineData("Guillermo", "Guilermo", nameof(AgreementLevel.Close))]
    [InlineData("Guillermo", "G.", nameof(AgreementLevel.Initial))]
    [InlineData("Guillermo", "Ana", nameof(AgreementLevel.Different))]
    public void Given_names_agree_in_levels(string left, string right, string level)
    {
        var one = MatchingRecords.Person(left, "Zubizarreta");
        var other = MatchingRecords.Person(right, "Zubizarreta");
        Assert.Equal(level, NameComparison.Given(new NameParts(one.GivenNames, one.CanonicalGivenNames), new NameParts(other.GivenNames, other.CanonicalGivenNames)).ToString());
    }

    private static NameParts Parts(string words)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new NameParts(parts, parts);
    }
}
