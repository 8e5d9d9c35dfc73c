using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Cli.Unify;
using Crm.Extensions.Cli.Unify.Training;
using Crm.Extensions.CustomerView.Identity.Matching;
using Crm.Extensions.CustomerView.Identity.Normalising;
using Xunit;

namespace Crm.Extensions.Tests.Identity;

/// <summary>What is learned from records of which nobody says who is who.</summary>
public class MatchingTrainingTests(MatchingTrainingTests.Trained trained) : IClassFixture<MatchingTrainingTests.Trained>
{
    /// <summary>2,500 generated records, and the model learned from them.</summary>
    public sealed class Trained
    {
        public Trained()
        {
            (Records, Truth) = MatchingRecords.People(2500, 11);
            Model = ModelTrainer.Train(Records);
        }

        internal NormalRecord[] Records { get; }

        internal string[] Truth { get; }

        internal MatchModel Model { get; }

        internal double TruePairs => Truth.GroupBy(one => one).Sum(one => one.Count() * (one.Count() - 1) / 2.0);

        internal double AllPairs => Truth.Length * (Truth.Length - 1) / 2.0;
    }

    [Fact]
    public void Unlabelled_records_are_unified_nearly_without_error()
    {
        var set = new RecordSet(["people"], new HashSet<string>());
        for (var at = 0; at < trained.Records.Length; at++) set.Add(0, at.ToString(System.Globalization.CultureInfo.InvariantCulture), trained.Records[at], trained.Truth[at]);
        var found = new Unifier(trained.Model, new BlockLimits(), new ProgressLine(System.IO.TextWriter.Null, false)).Run(set, []);
        var quality = Quality.Of(Truth.OfColumn(set), found.Cluster, found.Index.Share);
        Assert.True(quality is { Precision: >= 0.98, F1: >= 0.95, BlockingRecall: >= 0.99 }, quality.ToString());
    }

    /// <summary>The trap: of blocked pairs most are matches, and a prior learned there glues everything to one customer. Rules outside of them come near the truth.</summary>
    [Fact]
    public void The_prior_is_of_all_pairs_not_of_those_that_share_a_key()
    {
        var truth = trained.TruePairs / trained.AllPairs;
        Assert.InRange(trained.Model.Scale.Prior, truth / 2, truth * 2);

        var keyed = PairGroups.Of(Array.ConvertAll(trained.Records, record => (IReadOnlyList<ulong>)BlockingKeys.Fingerprints(record)));
        var blocked = keyed.Count(pair => trained.Truth[PairGroups.Left(pair)] == trained.Truth[PairGroups.Right(pair)]) / (double)keyed.Length;
        Assert.True(blocked > 20 * truth, $"{blocked} of blocked pairs, {truth} of all");
    }

    [Fact]
    public void A_number_that_many_strangers_share_is_learned_to_say_nothing()
    {
        var chance = new Random(5);
        var shared = trained.Records.Select(record => chance.Next(20) == 0 ? Calling(record, "+525500011122") : record).ToArray();
        var model = ModelTrainer.Train(shared);
        Assert.True(model.IsGeneric(MatchField.Phone, "+525500011122"));
        Assert.False(trained.Model.IsGeneric(MatchField.Phone, "+525500011122"));
    }

    [Fact]
    public void Common_surnames_are_learned_to_weigh_less()
    {
        var words = trained.Records.SelectMany(record => record.FamilyNames).GroupBy(word => word).OrderByDescending(word => word.Count()).Select(word => word.Key).ToList();
        var frequencies = trained.Model.Frequencies(MatchField.Family)!;
        Assert.True(frequencies.Of(words[0]) > 10 * frequencies.Of(words[^1]));
        Assert.Equal(frequencies.Of("nobodyhasthisname"), frequencies.Of("norhasanybodythat"));
    }

    [Fact]
    public void The_same_records_give_the_same_model() => Assert.Equal(trained.Model.Write(), ModelTrainer.Train(trained.Records).Write());

    [Fact]
    public void From_one_record_nothing_is_learned() => Assert.Same(MatchModel.Shipped, ModelTrainer.Train([trained.Records[0]]));

    private static NormalRecord Calling(NormalRecord record, string phone) => new()
    {
        GivenNames = record.GivenNames,
        CanonicalGivenNames = record.CanonicalGivenNames,
        FamilyNames = record.FamilyNames,
        BirthDate = record.BirthDate,
        Emails = record.Emails,
        Phones = [phone],
        NationalIds = record.NationalIds,
        City = record.City,
        Kind = record.Kind,
    };
}
