using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Crm.Extensions.CustomerView.Identity.Matching;
using Crm.Extensions.CustomerView.Identity.Normalising;

namespace Crm.Extensions.Cli.Unify.Training;

/// <summary>Learns a model from records without being told who is who.</summary>
/// <remarks>
/// u from random pairs, the prior from deterministic rules, m by expectation–maximisation on blocks of pairs that agree on something else; never all of it from blocked
/// pairs, where nearly everything is a match and the boundary ends up in the wrong place. The same records in the same order give the same model.
/// </remarks>
internal static class ModelTrainer
{
    private const int MostRecords = 200_000;
    private const int MostPairs = 20_000;
    private const int Rounds = 3;
    private const int FirstRounds = 1;
    private const int FirstPairs = 200_000;
    private const int RandomOnes = 1_000_000;
    private const double FirstRecall = 0.7;

    // a block of fewer expected pairs teaches nothing
    private const double FewestCustomers = 15;
    private const double MostWeight = 3000;

    private static readonly (Func<PreparedRecord, IReadOnlyList<ulong>> Shared, MatchField[] Fields, bool IsHousehold)[] blocks =
    [
        (SharedValues.NationalId, [MatchField.NationalId], false),
        (SharedValues.Email, [MatchField.Email], true),
        (SharedValues.Phone, [MatchField.Phone], true),
        (SharedValues.Names, [MatchField.Given, MatchField.Family, MatchField.NameOrder], false),
        (SharedValues.FamilyAndBirth, [MatchField.Family, MatchField.BirthDate, MatchField.NameOrder], false),
        (SharedValues.GivenAndBirth, [MatchField.Given, MatchField.BirthDate, MatchField.NameOrder], false),
        (SharedValues.NamesAndPostcode, [MatchField.Given, MatchField.Family, MatchField.NameOrder, MatchField.Postcode, MatchField.City], false),
        (SharedValues.Door, [MatchField.Street, MatchField.StreetNumber, MatchField.Postcode, MatchField.City, MatchField.State], true),
        (SharedValues.Company, [MatchField.Company], false),
        (SharedValues.FamilyAndPostcode, [MatchField.Family, MatchField.NameOrder, MatchField.Postcode, MatchField.City], false),
    ];

    /// <param name="all">A sample of them is learned from where they are very many: how probably two records at random are one is the same in a sample.</param>
    public static MatchModel Train(IReadOnlyList<NormalRecord> all)
    {
        var shipped = MatchModel.Shipped;
        if (all.Count < 2) return shipped;

        var scorer = new PairScorer(shipped);
        var records = Prepare(Sample(all), scorer);
        var first = Learn(records, scorer, shipped, [], FirstPairs, FirstRounds);

        // what is generic is seen only with weights learned; what was learned with generic values is learned anew without them
        var generic = GenericValues.Of(records, first);
        var second = new PairScorer(Generic(first, generic));
        var model = Learn(Prepare(Sample(all), second), second, shipped, generic, RandomOnes, Rounds);
        return model;
    }

    private static MatchModel Learn(PreparedRecord[] records, PairScorer scorer, MatchModel shipped, List<ulong> generic, int randomPairs, int rounds)
    {
        var before = LevelTable.M(shipped);
        var beforeU = LevelTable.U(shipped);
        var random = RandomPairs.Of(records, scorer, randomPairs);
        var groups = blocks.AsParallel().AsOrdered().Select(block => Pairs(records, scorer, block.Shared)).ToArray();
        var learned = new TrainingBlock?[blocks.Length];
        var certain = DeterministicRules.Count(records, scorer);
        var prior = DeterministicRules.Prior(certain, records.Length, FirstRecall);
        var households = shipped.Scale.Households;
        var m = before;
        var u = beforeU;
        for (var round = 0; round < rounds; round++)
        {
            u = StrangerShares.Of(random, m, u, beforeU, prior, households);
            Parallel.For(0, blocks.Length, at => learned[at] = groups[at].Total == 0 ? null : TrainingBlock.Learn(groups[at], learned[at], before, u, blocks[at].Fields));
            m = Together(learned, before);
            households = Households(learned, households);
            prior = DeterministicRules.Prior(certain, records.Length, DeterministicRules.Recall(random, m));
        }

        var scale = new ModelScale
        {
            Records = records.Length,
            Prior = prior,
            Match = shipped.Match,
            Review = shipped.Review,
            Households = households,
            RecordsPerCustomer = PerCustomer(prior, records.Length),
        };
        var weights = new FieldWeights[MatchFields.Count];
        for (var field = 0; field < weights.Length; field++) weights[field] = Weights(m, u, (MatchField)field);
        return new MatchModel(scale, weights, ValueCounts.Of(records, u, scale.RecordsPerCustomer), generic, []);
    }

    private static LevelTable Together(TrainingBlock?[] learned, LevelTable before)
    {
        const double beforeWeight = 5;
        var sum = LevelTable.Of((field, level) => beforeWeight * before[field, level]);
        var weight = new double[MatchFields.Count];
        Array.Fill(weight, beforeWeight);
        foreach (var block in learned)
        {
            if (block is null || block.Customers < FewestCustomers) continue;

            var share = Math.Min(block.Customers, MostWeight);
            block.M.Each((field, level) => sum[field, level] += block.Teaches(field) ? share * block.M[field, level] : 0);
            for (var field = MatchField.Given; field <= MatchField.Company; field++) weight[(int)field] += block.Teaches(field) ? share : 0;
        }

        return LevelTable.Of((field, level) => sum[field, level] / weight[(int)field]);
    }

    private static double Households(TrainingBlock?[] learned, double before)
    {
        // as if ten pairs of one customer had been seen before, with as many households as were thought
        double customers = 10, households = 10 * before;
        for (var at = 0; at < learned.Length; at++)
        {
            if (!blocks[at].IsHousehold || learned[at] is not { } block) continue;

            customers += block.Customers;
            households += block.Households;
        }

        // without mailboxes, telephones and doors: who has a surname and a postcode in common without being one is at most a household
        if (customers < FewestCustomers && learned[^1] is { } neighbours && neighbours.Customers >= FewestCustomers)
            households = customers * Math.Min(before, (neighbours.Pairs - neighbours.Customers) / neighbours.Customers);

        return Math.Clamp(households / customers, 0.001, 20);
    }

    private static PatternCounts Pairs(PreparedRecord[] records, PairScorer scorer, Func<PreparedRecord, IReadOnlyList<ulong>> shared)
    {
        var counts = new PatternCounts();
        foreach (var pair in PairGroups.Of(Array.ConvertAll(records, record => shared(record)), MostPairs))
        {
            counts.Add(scorer.Compare(records[PairGroups.Left(pair)], records[PairGroups.Right(pair)]));
        }

        return counts;
    }

    private static FieldWeights Weights(LevelTable m, LevelTable u, MatchField field)
    {
        var same = new double[AgreementLevels.Count];
        var strange = new double[AgreementLevels.Count];
        for (var level = AgreementLevel.Exact; level <= AgreementLevel.Different; level++)
        {
            same[(int)level] = m[field, level];
            strange[(int)level] = u[field, level];
        }

        return new FieldWeights(same, strange);
    }

    private static MatchModel Generic(MatchModel model, List<ulong> generic)
    {
        var fields = new FieldWeights[MatchFields.Count];
        for (var field = 0; field < fields.Length; field++) fields[field] = model[(MatchField)field];
        return new MatchModel(model.Scale, fields, new TermFrequencies?[MatchFields.Count], generic, []);
    }

    private static double PerCustomer(double prior, int records) => 1 + (prior * (records - 1));

    private static IReadOnlyList<NormalRecord> Sample(IReadOnlyList<NormalRecord> all)
    {
        if (all.Count <= MostRecords) return all;

        // reservoir, seeded: neighbours in a file are often one customer, so every n-th would not do
        var chance = new Random(1);
        var sample = new NormalRecord[MostRecords];
        for (var record = 0; record < all.Count; record++)
        {
            var place = record < MostRecords ? record : chance.Next(record + 1);
            if (place < MostRecords) sample[place] = all[record];
        }

        return sample;
    }

    private static PreparedRecord[] Prepare(IReadOnlyList<NormalRecord> all, PairScorer scorer)
    {
        var prepared = new PreparedRecord[all.Count];
        Parallel.For(0, all.Count, record => prepared[record] = scorer.Prepare(all[record]));
        return prepared;
    }
}
