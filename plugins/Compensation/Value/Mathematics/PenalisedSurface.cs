using System;

namespace Crm.Extensions.Compensation.Value.Mathematics;

/// <summary>What a search goes down: the negative log-likelihood by the logarithms of the parameters, with a penalty on large ones.</summary>
/// <remarks>The penalty is that of lifetimes: −LL/n + penalty · Σ θ², here times n. Values of .001 to .1 are usual where customers are few.</remarks>
internal sealed class PenalisedSurface(Likelihood likelihood, double penalty)
{
    private readonly double[] parameters = new double[likelihood.Parameters];

    public int Dimensions => parameters.Length;

    /// <summary>How often it was asked.</summary>
    public int Evaluations { get; private set; }

    /// <returns>The height at the point.</returns>
    public double Height(double[] logarithms, double[] slope)
    {
        Evaluations++;
        for (var i = 0; i < parameters.Length; i++) parameters[i] = Math.Exp(logarithms[i]);
        var height = -likelihood.Log(parameters, slope);
        var weight = penalty * likelihood.Observations;
        for (var i = 0; i < parameters.Length; i++)
        {
            height += weight * parameters[i] * parameters[i];
            slope[i] = parameters[i] * ((2 * weight * parameters[i]) - slope[i]);
        }

        return height;
    }
}
