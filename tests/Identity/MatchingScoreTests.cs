using System;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Matching;
using Crm.Extensions.CustomerView.Identity.Normalising;
using Crm.Extensions.Platform;
using FsCheck.Xunit;
using Xunit;
using static Crm.Extensions.Tests.Identity.MatchingRecords;

namespace Crm.Extensions.Tests.Identity;

/// <summary>What two records weigh under the model that is shipped.</summary>
public class MatchingScoreTests
{
    private static readonly MatchModel model = MatchModel.Shipped;
    private static readonly PairScorer scorer = new(model);
    private static readonly (NormalRecord[] Records, string[] Truth) people = People(400, 3);

    [Fact]
    public void Two_Garcia_weigh_less_than_two_Zubizarreta()
    {
        var common = scorer.Score(Person("Ana", "García", "1980-03-12"), Person("Ana", "García", "1980-03-12"));
        var rare = scorer.Score(Person("Ana", "Zubizarreta", "1980-03-12"), Person("Ana", "Zubizarreta", "1980-03-12"));
        Assert.True(common.Weight < rare.Weight - 2, $"{common.Weight} and {rare.Weight}");
    }

    [Fact]
    public void Contributions_add_up_to_the_weight_and_name_what_was_compared()
    {
        var score = scorer.Score(
            Person("Pepe", "García López", "12/03/1980", "pepe@ejemplo.mx", city: "Mérida"), Person("José", "López García", "1980-03-12", "pepe@ejemplo.mx", "999 123 4567", city: "Merida"));
        Assert.Equal(score.Weight, score.Contributions.Sum(one => one.Weight), 5);
        Assert.Equal(
            ["Prior", "Given", "Family", "NameOrder", "BirthDate", "Email", "City", "Household"], score.Contributions.Select(one => one.Part));
        Assert.True(score.IsMatch(model));
    }

    [Property(MaxTest = 400)]
    public bool It_does_not_matter_which_record_is_named_first(int one, int other)
    {
        var left = people.Records[Math.Abs((long)one) % people.Records.Length];
        var right = people.Records[Math.Abs((long)other) % people.Records.Length];
        var score = scorer.Score(left, right);
        var turned = scorer.Score(right, left);
        return score.Weight == turned.Weight && score.Support == turned.Support && score.Conflict == turned.Conflict
            && Math.Abs(score.Weight - score.Contributions.Sum(part => part.Weight)) < 1e-4
            && score.Weight == scorer.Weigh(scorer.Prepare(left), scorer.Prepare(right)).Weight;
    }

    [Fact]
    public void What_is_missing_is_no_evidence()
    {
        var full = Person("Ana", "Zubizarreta", "1980-03-12", "ana@ejemplo.mx");
        var without = scorer.Score(full, Person("Ana", "Zubizarreta"));
        Assert.DoesNotContain(without.Contributions, one => one.Part is "BirthDate" or "Email" or "Phone");
        Assert.Equal(0, scorer.Score(new NormalRecord(), full).Support);
    }

    [Fact]
    public void Father_and_son_who_share_all_but_first_name_and_birth_date_are_in_conflict()
    {
        var father = Person("Ernesto", "Ibarra Luna", "1951-02-03", "familia@ejemplo.mx", "5512345678", street: "Calle Olmo", number: "12", city: "Puebla", postcode: "72000");
        var son = Person("Julián", "Ibarra Luna", "1984-07-21", "familia@ejemplo.mx", "5512345678", street: "Calle Olmo", number: "12", city: "Puebla", postcode: "72000");
        var score = scorer.Score(father, son);
        Assert.Equal("birthdate-and-name", score.Conflict);
        Assert.False(score.IsMatch(model));
    }

    [Theory]
    [InlineData("1951-02-03", "1952-03-04", "Ernesto", "Julián")]
    [InlineData("1951-02-03", "1958-07-21", "Ernesto", "Ernest")]
    [InlineData("1951-02-03", "1958-07-21", "Francisco", "Paco")]
    [InlineData("1951-02-03", "1984-02-21", "Francisco", "Francisco")]
    public void A_slip_or_a_pet_name_is_no_conflict(string birth, string otherBirth, string given, string otherGiven) =>
        Assert.Null(scorer.Score(Person(given, "Ibarra", birth), Person(otherGiven, "Ibarra", otherBirth)).Conflict);

    [Theory]
    [InlineData("Francisco", "Francisco")]
    [InlineData("Francisco", "Paco")]
    public void A_generation_between_their_birth_dates_parts_a_father_from_the_son_who_bears_his_name(string given, string otherGiven) =>
        Assert.Equal("generation", scorer.Score(Person(given, "Ibarra", "1951-02-03"), Person(otherGiven, "Ibarra", "1984-07-21")).Conflict);

    [Fact]
    public void Two_valid_numbers_of_one_kind_are_in_conflict_and_a_shared_one_is_not()
    {
        var one = new NationalId(IdKind.Dni, "ES", "12345678Z", Standing.Valid);
        var other = new NationalId(IdKind.Dni, "ES", "87654321X", Standing.Valid);
        var invalid = new NationalId(IdKind.Dni, "ES", "87654321A", Standing.Invalid);
        Assert.Equal("national-id", scorer.Score(With(one), With(other)).Conflict);
        Assert.Null(scorer.Score(With(one), With(one, other)).Conflict);
        Assert.Null(scorer.Score(With(one), With(invalid)).Conflict);
        Assert.DoesNotContain(scorer.Score(With(one), With(invalid)).Contributions, part => part.Part == "NationalId");
    }

    [Fact]
    public void A_family_with_one_mailbox_and_one_address_is_not_one_person()
    {
        var one = Person("Marta", "Ibarra", null, "familia@ejemplo.mx", "5512345678", street: "Calle Olmo", number: "12", city: "Puebla", postcode: "72000");
        var other = Person("Sergio", "Ibarra", null, "familia@ejemplo.mx", "5512345678", street: "Calle Olmo", number: "12", city: "Puebla", postcode: "72000");
        var score = scorer.Score(one, other);
        Assert.True(score.Weight < model.Review, ContributionText.Write(score, Language.English));
    }

    [Fact]
    public void A_mailbox_that_was_learned_to_be_generic_links_nobody()
    {
        var fields = Enumerable.Range(0, MatchFields.Count).Select(field => model[(MatchField)field]).ToArray();
        var taught = new MatchModel(model.Scale, fields, new TermFrequencies?[MatchFields.Count], [MatchModel.ValueMark(MatchField.Email, "test@example.com")], []);
        var score = new PairScorer(taught).Score(Person("Ana", "Luna", email: "test@example.com"), Person("Eva", "Sol", email: "test@example.com"));
        Assert.DoesNotContain(score.Contributions, one => one.Part == "Email");
        Assert.Contains(scorer.Score(Person("Ana", "Luna", email: "test@example.com"), Person("Eva", "Sol", email: "test@example.com")).Contributions, one => one.Part == "Email");
    }

    [Fact]
    public void Exchanged_given_and_family_names_are_recognised_and_cost_something()
    {
        var straight = scorer.Score(Person("Sofía", "Zubizarreta", "1990-05-06"), Person("Sofía", "Zubizarreta", "1990-05-06"));
        var exchanged = scorer.Score(Person("Sofía", "Zubizarreta", "1990-05-06"), new NormalRecord
        {
            GivenNames = ["zubizarreta"], CanonicalGivenNames = ["zubizarreta"], FamilyNames = ["sofia"], BirthDate = new(1990, 5, 6),
        });
        Assert.Contains(exchanged.Contributions, one => one.Part == "NameOrder" && one.Level == AgreementLevel.Swapped && one.Weight < -2);
        // a name and a day of birth alone, and those exchanged: enough to be looked at, not to be taken for granted
        Assert.InRange(exchanged.Weight, model.Review, straight.Weight);
    }

    [Fact]
    public void A_model_written_and_read_again_weighs_the_same_and_is_small()
    {
        var text = model.Write();
        var again = new PairScorer(MatchModel.Read(text));
        Assert.Equal(text, MatchModel.Read(text).Write());
        Assert.True(text.Length < 1_000_000);
        for (var at = 1; at < people.Records.Length; at++)
            Assert.Equal(scorer.Score(people.Records[at - 1], people.Records[at]).Weight, again.Score(people.Records[at - 1], people.Records[at]).Weight);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"version\":7}")]
    [InlineData("{\"version\":1,\"fields\":[{\"field\":\"Shoe\",\"levels\":[]}]}")]
    [InlineData("{\"version\":1,\"generic\":\"?\"}")]
    public void What_is_no_model_is_refused(string text) => Assert.Throws<System.IO.InvalidDataException>(() => MatchModel.Read(text));

    [Fact]
    public void A_score_says_in_words_what_each_field_contributed()
    {
        var score = scorer.Score(Person("Pepe", "García", "1980-03-12"), Person("José", "García", "1980-12-03"));
        var english = ContributionText.Write(score, Language.English);
        Assert.Contains("Birth date: day and month exchanged: +", english, StringComparison.Ordinal);
        Assert.Contains("Given name: the same, by a pet name: +", english, StringComparison.Ordinal);
        Assert.Contains("Nombre: igual, por un hipocorístico: +", ContributionText.Write(score, Language.Spanish), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_part_and_level_has_words_in_both_languages()
    {
        foreach (var part in Enum.GetNames<MatchField>().Append(FieldContribution.PriorPart).Append(FieldContribution.HouseholdPart))
        {
            for (var level = AgreementLevel.Missing; level <= AgreementLevel.Different; level++)
            {
                if (part == nameof(MatchField.NameOrder) && level is not (AgreementLevel.Exact or AgreementLevel.Swapped)) continue;

                var score = new PairScore(new PairWeight(1, 1, Conflict.NationalId), [new FieldContribution(part, level, 1)]);
                Assert.NotEqual(ContributionText.Write(score, Language.English), ContributionText.Write(score, Language.Spanish));
            }
        }
    }

    [Fact]
    public void Keys_are_the_same_as_text_and_as_numbers_and_meet_where_names_are_exchanged()
    {
        foreach (var record in people.Records.Take(100))
            Assert.Equal(BlockingKeys.Of(record).Select(Fingerprint.Of).Distinct().Order(), BlockingKeys.Fingerprints(record));
        var straight = BlockingKeys.Of(new NormalRecord { GivenNames = ["ana"], CanonicalGivenNames = ["ana"], FamilyNames = ["luna"] });
        var exchanged = BlockingKeys.Of(new NormalRecord { GivenNames = ["luna"], CanonicalGivenNames = ["luna"], FamilyNames = ["ana"] });
        Assert.Contains(straight, key => key.StartsWith("name:", StringComparison.Ordinal) && exchanged.Contains(key));
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", BlockingKeys.Hash("abc"));
    }

    [Theory]
    [InlineData("jgarcia1@example.mx", "jgarcia2@example.mx", true)]
    [InlineData("last13", "last3", true)]
    [InlineData("m1s2", "m2s1", true)]
    [InlineData("jgarcia1@example.mx", "jgarcai1@example.mx", false)]
    [InlineData("jgarcia@example.mx", "jgarcia2@example.mx", false)]
    [InlineData("last3", "last3", false)]
    public void Words_that_differ_by_a_number_alone_are_two(string one, string other, bool apart)
    {
        Assert.Equal(apart, Numbering.TellsApart(one, other));
        Assert.Equal(apart, Numbering.TellsApart(other, one));
    }

    private static NormalRecord With(params NationalId[] ids) => new() { GivenNames = ["ana"], CanonicalGivenNames = ["ana"], FamilyNames = ["luna"], NationalIds = ids };
}
