using System;
using System.Collections.Generic;
using Crm.Extensions.CustomerView.Identity.Matching;

namespace Crm.Extensions.Cli.Unify.Training;

/// <summary>Three kinds of pairs: one customer, two of one household, two strangers; and how probable each is for a pattern.</summary>
/// <remarks>Fields count as independent within a kind. A household agrees as one customer does on what it shares, and as strangers do on the rest.</remarks>
internal sealed class PairMixture
{
    private const double Least = 1e-12;
    private readonly double[,] same = new double[MatchFields.Count, AgreementLevels.Count];
    private readonly double[,] strange = new double[MatchFields.Count, AgreementLevels.Count];
    private readonly bool[] used = new bool[MatchFields.Count];

    /// <param name="leftOut">Fields that say nothing here, since the pairs were chosen by them.</param>
    public PairMixture(LevelTable m, LevelTable u, IReadOnlyCollection<MatchField> leftOut)
    {
        m.Each((field, level) =>
        {
            same[(int)field, (int)level] = Math.Log(Math.Max(m[field, level], Least));
            strange[(int)field, (int)level] = Math.Log(Math.Max(u[field, level], Least));
        });
        for (var field = 0; field < used.Length; field++) used[field] = true;
        foreach (var field in leftOut) used[(int)field] = false;
    }

    /// <summary>Probabilities of the three kinds for a pattern, given their shares.</summary>
    public (double Customer, double Household) Of(PairLevels pattern, double customers, double households)
    {
        double one = 0, house = 0, two = 0;
        for (var field = 0; field < MatchFields.Count; field++)
        {
            var level = (int)pattern[(MatchField)field];
            if (level == 0 || !used[field]) continue;

            one += same[field, level];
            two += strange[field, level];
            house += MatchFields.IsShared((MatchField)field) ? same[field, level] : strange[field, level];
        }

        var top = Math.Max(one, Math.Max(house, two));
        var a = customers * Math.Exp(one - top);
        var b = households * Math.Exp(house - top);
        var c = Math.Max(0, 1 - customers - households) * Math.Exp(two - top);
        var all = a + b + c;
        return all <= 0 ? (0, 0) : (a / all, b / all);
    }
}
