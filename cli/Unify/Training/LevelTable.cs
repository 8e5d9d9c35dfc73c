using System;
using Crm.Extensions.CustomerView.Identity.Matching;

namespace Crm.Extensions.Cli.Unify.Training;

/// <summary>Counts, or probabilities, of levels by field, while they are being learned.</summary>
internal sealed class LevelTable
{
    private readonly double[,] values = new double[MatchFields.Count, AgreementLevels.Count];

    public double this[MatchField field, AgreementLevel level]
    {
        get => values[(int)field, (int)level];
        set => values[(int)field, (int)level] = value;
    }

    /// <summary>What a model says of pairs of one customer.</summary>
    public static LevelTable M(MatchModel model) => Of((field, level) => model[field].M(level));

    /// <summary>What a model says of pairs of two.</summary>
    public static LevelTable U(MatchModel model) => Of((field, level) => model[field].U(level));

    public static LevelTable Of(Func<MatchField, AgreementLevel, double> value)
    {
        var table = new LevelTable();
        table.Each((field, level) => table[field, level] = value(field, level));
        return table;
    }

    public void Add(PairLevels pattern, double weight)
    {
        for (var field = 0; field < MatchFields.Count; field++) values[field, (int)pattern[(MatchField)field]] += weight;
    }

    public void Add(LevelTable other, double weight) => Each((field, level) => this[field, level] += weight * other[field, level]);

    /// <summary>All that is not missing.</summary>
    public double Total(MatchField field)
    {
        double total = 0;
        for (var level = AgreementLevel.Exact; level <= AgreementLevel.Different; level++) total += this[field, level];
        return total;
    }

    /// <summary>Every level of every field but what is missing.</summary>
    public void Each(Action<MatchField, AgreementLevel> act)
    {
        for (var field = MatchField.Given; field <= MatchField.Company; field++)
        {
            for (var level = AgreementLevel.Exact; level <= AgreementLevel.Different; level++) act(field, level);
        }
    }
}
