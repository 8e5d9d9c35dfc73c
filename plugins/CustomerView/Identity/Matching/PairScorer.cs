using System;
using System.Collections.Generic;
using Crm.Extensions.CustomerView.Identity.Normalising;

namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>Weighs two records: Fellegi and Sunter's model with term frequencies, and households as a third kind of pair.</summary>
/// <remarks>
/// Odds of "one customer" against "two strangers, or two of one household". Members of a household agree on what <see cref="MatchFields.IsShared"/> as often as one
/// person does with himself, and on the rest no more often than strangers; so neither a shared mailbox nor a shared address alone makes two people one.
/// Safe for use by many threads.
/// </remarks>
internal sealed class PairScorer
{
    // agreement on a mistyped value is worth half of what the value's rarity is worth: one of the two is not the value
    private const double RarityOfTypo = 0.5;

    // twins: a birth date in common says less within a household
    private const double TwinBits = 5.5;
    private const double Hopeless = -12;

    private readonly MatchModel model;
    private readonly RecordPreparation preparation;
    private readonly double prior;
    private readonly double household;

    public PairScorer(MatchModel model)
    {
        this.model = model;
        preparation = new RecordPreparation(model);
        prior = Math.Log(model.Scale.Prior / (1 - model.Scale.Prior), 2);
        household = -Math.Log(Math.Max(model.Scale.Households, 1e-9), 2);
    }

    /// <summary>Log2 odds of the prior.</summary>
    public double Prior => prior;

    /// <summary>Makes a record ready; worth it where it is compared more than once.</summary>
    public PreparedRecord Prepare(NormalRecord record) => preparation.Prepare(record);

    /// <summary>Weight and why.</summary>
    public PairScore Score(NormalRecord left, NormalRecord right) => Explain(Prepare(left), Prepare(right));

    /// <summary>Weight and why.</summary>
    public PairScore Explain(PreparedRecord left, PreparedRecord right)
    {
        var contributions = new List<FieldContribution>();
        var weight = Weigh(left, right, contributions);
        return new PairScore(weight, contributions);
    }

    /// <summary>The weight alone; allocates nothing.</summary>
    public PairWeight Weigh(PreparedRecord left, PreparedRecord right) => Weigh(left, right, null);

    /// <summary>How the fields agree.</summary>
    public PairLevels Compare(PreparedRecord left, PreparedRecord right)
    {
        var levels = NameOrdering.Compare(model, left, right)
            .With(MatchField.Suffix, PlaceComparison.Plain(left.Suffix, right.Suffix))
            .With(MatchField.BirthDate, BirthDateComparison.Of(left.BirthDate, right.BirthDate))
            .With(MatchField.Email, ContactComparison.Email(left.Emails, right.Emails))
            .With(MatchField.City, PlaceComparison.City(left, right))
            .With(MatchField.Postcode, PlaceComparison.Postcode(left.Postcode, right.Postcode))
            .With(MatchField.State, PlaceComparison.Plain(left.State, right.State));
        if (left.NationalIds.Length > 0 && right.NationalIds.Length > 0)
        {
            levels = levels.With(MatchField.NationalId, ContactComparison.NationalId(left.NationalIds, right.NationalIds));
        }

        if (left.Phones.Length > 0 && right.Phones.Length > 0)
        {
            levels = levels.With(MatchField.Phone, ContactComparison.Phone(left.Phones, right.Phones));
        }

        if (left.Street is not null && right.Street is not null)
        {
            levels = levels.With(MatchField.Street, PlaceComparison.Phrase(left.Street, right.Street));
        }

        if (left.StreetNumber is not null && right.StreetNumber is not null)
        {
            levels = levels.With(MatchField.StreetNumber, PlaceComparison.StreetNumber(left.StreetNumber, right.StreetNumber));
        }

        return left.Company is null || right.Company is null ? levels : levels.With(MatchField.Company, PlaceComparison.Phrase(left.Company, right.Company));
    }

    private PairWeight Weigh(PreparedRecord left, PreparedRecord right, List<FieldContribution>? told)
    {
        var levels = Compare(left, right);
        told?.Add(new FieldContribution(FieldContribution.PriorPart, AgreementLevel.Missing, prior));
        double personal = 0;
        double shared = 0;
        double birth = 0;
        for (var field = MatchField.Given; field <= MatchField.Company; field++)
        {
            var level = levels[field];
            if (level == AgreementLevel.Missing) continue;

            var bits = model[field][level] + Rarity(levels, field, level, left, right);
            told?.Add(new FieldContribution(field.ToString(), level, bits));
            if (field == MatchField.BirthDate) birth = bits;
            if (MatchFields.IsShared(field)) shared += bits;
            else personal += bits;
        }

        var weight = prior + personal + shared;
        if (!left.IsOrganisation && !right.IsOrganisation && weight > Hopeless)
        {
            // 1 / (1/odds against strangers + 1/odds against household)
            var within = household + personal - Math.Max(0, birth - TwinBits);
            var both = -Math.Log(Math.Pow(2, -weight) + Math.Pow(2, -within), 2);
            told?.Add(new FieldContribution(FieldContribution.HouseholdPart, AgreementLevel.Missing, both - weight));
            weight = both;
        }

        return new PairWeight(Math.Round(weight, 6), Math.Round(personal + shared, 6), ConflictOf(levels, left, right));
    }

    private static double Rarity(PairLevels levels, MatchField field, AgreementLevel level, PreparedRecord left, PreparedRecord right)
    {
        var share = level switch
        {
            AgreementLevel.Exact or AgreementLevel.Swapped or AgreementLevel.Partial => 1,
            AgreementLevel.Equivalent => field == MatchField.Given ? 1 : 0,
            AgreementLevel.Close => RarityOfTypo,
            _ => 0.0,
        };
        if (share == 0 || (field == MatchField.BirthDate && level != AgreementLevel.Exact)) return 0;

        // where names are exchanged the other record's value stands in the other field, where it looks rarer than it is
        var other = levels[MatchField.NameOrder] != AgreementLevel.Swapped ? field
            : field == MatchField.Given ? MatchField.Family : field == MatchField.Family ? MatchField.Given : field;
        return share * Math.Min(Math.Min(left.Rarity[(int)field], right.Rarity[(int)other]), Math.Min(left.Rarity[(int)other], right.Rarity[(int)field]));
    }

    private static Conflict ConflictOf(PairLevels levels, PreparedRecord left, PreparedRecord right)
    {
        if (left.NationalIds.Length > 0 && right.NationalIds.Length > 0 && ContactComparison.AreExclusive(left.NationalIds, right.NationalIds)) return Conflict.NationalId;

        var unlike = levels[MatchField.BirthDate] == AgreementLevel.Different && levels[MatchField.NationalId] != AgreementLevel.Exact
            && BirthDateComparison.AreUnlike(left.BirthDate, right.BirthDate);
        if (!unlike) return Conflict.None;

        var otherName = levels[MatchField.Given] == AgreementLevel.Different && levels[MatchField.NameOrder] != AgreementLevel.Swapped && NameComparison.AreUnlike(left.Given, right.Given);
        return otherName ? Conflict.BirthDateAndName
            : levels[MatchField.NationalId] is AgreementLevel.Missing or AgreementLevel.Different && BirthDateComparison.AreGenerationApart(left.BirthDate, right.BirthDate) ? Conflict.Generation
            : Conflict.None;
    }
}
