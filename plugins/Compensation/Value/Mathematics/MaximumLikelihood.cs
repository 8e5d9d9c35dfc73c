using System;
using System.Collections.Generic;

namespace Crm.Extensions.Compensation.Value.Mathematics;

/// <summary>The parameters under which the data are most probable, looked for from several starts.</summary>
/// <remarks>
/// A likelihood of four parameters may have ridges and false summits. Starts that end at the same height speak for the summit; where only one of many
/// gets there, or a parameter stands at the wall of what is searched, the fit says so and its figures are no basis for anyone's pay.
/// </remarks>
internal sealed class MaximumLikelihood
{
    private const double SameHeight = 1e-3;

    private MaximumLikelihood(double[] parameters, double logLikelihood, Descent best, double[]? standardErrors)
    {
        Parameters = parameters;
        LogLikelihood = logLikelihood;
        StandardErrors = standardErrors;
        Converged = best.Converged && !best.AtWall;
        AtWall = best.AtWall;
        Steps = best.Steps;
    }

    public IReadOnlyList<double> Parameters { get; }

    /// <summary>Without the penalty.</summary>
    public double LogLikelihood { get; }

    /// <summary>One per parameter; null where the data do not fix them.</summary>
    public IReadOnlyList<double>? StandardErrors { get; }

    /// <summary>The best start came to rest on a summit inside what is searched.</summary>
    public bool Converged { get; }

    /// <summary>A parameter stands at the limit of what is searched: the data would have it vanish or grow for ever.</summary>
    public bool AtWall { get; }

    /// <summary>Steps of the best start.</summary>
    public int Steps { get; }

    public int Starts { get; private set; }

    /// <summary>Starts that ended at the best one's height.</summary>
    public int Agreeing { get; private set; }

    /// <summary>Evaluations of the likelihood, over all starts.</summary>
    public int Evaluations { get; private set; }

    /// <param name="starts">Points to start from, at least one; parameters, not logarithms.</param>
    /// <param name="lowest">The least value of each parameter, above zero.</param>
    /// <param name="highest">The greatest value of each parameter.</param>
    public static MaximumLikelihood Search(Likelihood likelihood, IReadOnlyList<double[]> starts, double[] lowest, double[] highest, double penalty)
    {
        var surface = new PenalisedSurface(likelihood, penalty);
        var floor = Logarithms(lowest);
        var ceiling = Logarithms(highest);
        Descent? best = null;
        var heights = new double[starts.Count];
        for (var i = 0; i < starts.Count; i++)
        {
            var start = Logarithms(starts[i]);
            for (var j = 0; j < start.Length; j++) start[j] = Math.Min(ceiling[j], Math.Max(floor[j], start[j]));
            var descent = Descent.From(start, surface, floor, ceiling);
            heights[i] = descent.Height;
            if (best is null || descent.Height < best.Height || double.IsNaN(best.Height)) best = descent;
        }

        var parameters = new double[likelihood.Parameters];
        for (var j = 0; j < parameters.Length; j++) parameters[j] = Math.Exp(best!.Point[j]);
        var found = new MaximumLikelihood(parameters, likelihood.Log(parameters, new double[parameters.Length]), best!, Curvature.StandardErrors(surface, best!.Point))
        {
            Starts = starts.Count,
            Evaluations = surface.Evaluations,
        };
        foreach (var height in heights)
        {
            if (height - best.Height <= SameHeight) found.Agreeing++;
        }

        return found;
    }

    private static double[] Logarithms(double[] values)
    {
        var logarithms = new double[values.Length];
        for (var i = 0; i < values.Length; i++) logarithms[i] = Math.Log(values[i]);
        return logarithms;
    }
}
