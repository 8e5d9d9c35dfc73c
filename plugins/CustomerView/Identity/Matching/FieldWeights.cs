using System;

namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>What each level of agreement in one field says.</summary>
/// <remarks>m: how often pairs of one customer agree so; u: how often pairs of two do. The weight is log2(m/u) (Fellegi and Sunter 1969, JASA 64:1183–1210).</remarks>
internal sealed class FieldWeights
{
    private readonly double[] m;
    private readonly double[] u;
    private readonly double[] bits;

    /// <param name="m">By level; 0 for levels that the field does not know.</param>
    public FieldWeights(double[] m, double[] u)
    {
        this.m = m;
        this.u = u;
        bits = new double[AgreementLevels.Count];
        for (var level = 1; level < bits.Length; level++)
        {
            bits[level] = m[level] > 0 && u[level] > 0 ? Math.Log(m[level] / u[level], 2) : 0;
        }
    }

    /// <summary>Log2 likelihood ratio; 0 for what is missing.</summary>
    public double this[AgreementLevel level] => bits[(int)level];

    public double M(AgreementLevel level) => m[(int)level];

    public double U(AgreementLevel level) => u[(int)level];
}
