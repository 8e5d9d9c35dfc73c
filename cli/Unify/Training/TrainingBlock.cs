using System;
using System.Collections.Generic;
using Crm.Extensions.CustomerView.Identity.Matching;

namespace Crm.Extensions.Cli.Unify.Training;

/// <summary>Pairs that agree on one thing, from which the m of everything else is learned by expectation–maximisation (Dempster, Laird and Rubin 1977; Winkler 1988).</summary>
/// <remarks>u is given and stays; only m and the block's own shares of the three kinds are learned here. The share says nothing of the prior: blocked pairs are mostly matches.</remarks>
internal sealed class TrainingBlock
{
    private const int Iterations = 10;

    // what is known before: so many pairs as the shipped model has them, so that a level that is never met is not impossible
    private const double Pseudo = 12;
    private readonly IReadOnlyCollection<MatchField> chosenBy;

    private TrainingBlock(IReadOnlyCollection<MatchField> chosenBy) => this.chosenBy = chosenBy;

    /// <summary>How often pairs of one customer have each level; only for fields by which the block was not chosen.</summary>
    public LevelTable M { get; private set; } = new();

    /// <summary>Pairs in the block.</summary>
    public long Pairs { get; private set; }

    /// <summary>Pairs of one customer that are expected in the block.</summary>
    public double Customers { get; private set; }

    /// <summary>Pairs of one household that are expected in the block.</summary>
    public double Households { get; private set; }

    public bool Teaches(MatchField field)
    {
        foreach (var chosen in chosenBy)
        {
            if (chosen == field) return false;
        }

        return true;
    }

    /// <param name="shipped">m before anything was learned.</param>
    /// <param name="earlier">The same block as it was learned with another u; null at first.</param>
    /// <param name="chosenBy">Fields on which the block's pairs agree.</param>
    public static TrainingBlock Learn(PatternCounts pairs, TrainingBlock? earlier, LevelTable shipped, LevelTable u, IReadOnlyCollection<MatchField> chosenBy)
    {
        var block = new TrainingBlock(chosenBy) { M = earlier?.M ?? shipped, Pairs = pairs.Total };
        var patterns = pairs.Sorted();
        var customers = earlier is null ? 0.5 : Math.Clamp(earlier.Customers / pairs.Total, 0.05, 0.95);
        var households = earlier is null ? 0.1 : Math.Clamp(earlier.Households / pairs.Total, 0.001, 1 - customers);
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            var mixture = new PairMixture(block.M, u, chosenBy);
            var counts = new LevelTable();
            double one = 0, house = 0;
            foreach (var (pattern, count) in patterns)
            {
                var kinds = mixture.Of(pattern, customers, households);
                one += count * kinds.Customer;
                house += count * kinds.Household;
                counts.Add(pattern, count * kinds.Customer);
            }

            customers = Math.Clamp(one / pairs.Total, 1e-6, 0.999);
            households = Math.Min(1 - customers, Math.Max(house / pairs.Total, 1e-6));
            block.Customers = one;
            block.Households = house;
            block.M = Shares(counts, shipped);
        }

        return block;
    }

    /// <summary>Counts as shares of what is not missing, drawn towards what was known before.</summary>
    internal static LevelTable Shares(LevelTable counts, LevelTable before) =>
        LevelTable.Of((field, level) => before[field, level] == 0 ? 0
            : (counts[field, level] + (Pseudo * before[field, level])) / (counts.Total(field) + Pseudo));
}
