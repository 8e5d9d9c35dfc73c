using System;
using Crm.Extensions.Compensation.Value.Mathematics;
using Xunit;

namespace Crm.Extensions.Tests.Compensation;

/// <summary>Reference values were computed to 25 digits with mpmath 1.3; identities are those of the Digital Library of Mathematical Functions.</summary>
public class ValueMathematicsTests
{
    [Theory]
    [InlineData(0.001, 6.9071788853838537, -1000.5755719318103)]
    [InlineData(0.243, 1.3180435846996698, -4.3510938644232106)]
    [InlineData(0.5, 0.57236494292470009, -1.9635100260214235)]
    [InlineData(3.7, 1.4280723266653879, 1.1671535393615114)]
    [InlineData(57.3, 173.56386827969143, 4.0395492399575792)]
    [InlineData(12345.678, 103959.91990554606, 9.4210208207417609)]
    public void The_gamma_function_has_its_known_values(double x, double log, double digamma)
    {
        Near(log, GammaFunction.Log(x), 1e-13);
        Near(digamma, GammaFunction.Digamma(x), 1e-13);
    }

    [Fact]
    public void The_gamma_function_of_a_negative_number_has_its_sign()
    {
        Near(Math.Log(2 * Math.Sqrt(Math.PI)), GammaFunction.LogMagnitude(-0.5, out var first), 1e-13);
        Near(Math.Log(4 * Math.Sqrt(Math.PI) / 3), GammaFunction.LogMagnitude(-1.5, out var second), 1e-13);

        Assert.Equal(-1, first);
        Assert.Equal(1, second);
    }

    [Theory]
    [InlineData(0.3, 1.7, 2.9, 0.5, 1.1164072445336075)]
    [InlineData(0.243, 2.426, 2.219, 0.9, 1.9476311698186019)]
    [InlineData(1.976, -0.207, 2.219, 0.98, 0.58079186943126456)]
    [InlineData(2.243, 4.426, 4.219, 0.97, 4676.0841484468636)]
    [InlineData(0.5, 0.25, 1.75, 0.999, 1.1431455544939021)]
    [InlineData(1, 1, 2, 0.99, 4.6516870565536268)]
    [InlineData(2, 3, 6, 0.9999, 9.9587098907278806)]
    public void The_hypergeometric_function_has_its_known_values_also_near_one(double a, double b, double c, double z, double value) =>
        Near(value, GaussHypergeometric.At(a, b, c, z), 1e-11);

    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    [InlineData(0.9499)]
    [InlineData(0.9501)]
    [InlineData(0.9999)]
    public void The_hypergeometric_function_is_a_power_where_b_is_c(double z) => Near(Math.Pow(1 - z, -0.7), GaussHypergeometric.At(0.7, 1.3, 1.3, z), 1e-10);

    [Fact]
    public void What_a_series_cannot_be_asked_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussHypergeometric.At(1, 1, -2, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussHypergeometric.At(1, 1, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussHypergeometric.At(1, 1, 2, double.NaN));
    }

    [Fact]
    public void A_search_finds_the_summit_of_a_curved_ridge_from_every_start()
    {
        var found = MaximumLikelihood.Search(new Ridge(), [[0.1, 10], [5, 0.01], [1, 1]], [1e-3, 1e-3], [1e3, 1e3], 0);

        Assert.True(found.Converged);
        Assert.Equal(3, found.Agreeing);
        Near(2, found.Parameters[0], 1e-5);
        Near(5, found.Parameters[1], 1e-5);
    }

    [Fact]
    public void A_search_that_ends_at_the_wall_says_so()
    {
        var found = MaximumLikelihood.Search(new Ridge(), [[1, 1]], [1e-3, 1e-3], [1e3, 3], 0);

        Assert.True(found.AtWall);
        Assert.False(found.Converged);
        Near(3, found.Parameters[1], 1e-9);
    }

    internal static void Near(double expected, double actual, double relative) =>
        Assert.True(Math.Abs(actual - expected) <= relative * Math.Max(1, Math.Abs(expected)), FormattableString.Invariant($"{actual:R} is not {expected:R}"));

    /// <summary>Rosenbrock's valley turned over, its summit at (2, 5).</summary>
    private sealed class Ridge : Likelihood
    {
        public override int Parameters => 2;

        public override int Observations => 1;

        public override double Log(double[] at, double[] slope)
        {
            double across = at[1] - (at[0] * at[0]) - 1, along = at[0] - 2;
            slope[0] = (400 * at[0] * across) - (2 * along);
            slope[1] = -200 * across;
            return -(100 * across * across) - (along * along);
        }
    }
}
