namespace Crm.Extensions.Compensation.Value.Mathematics;

/// <summary>How probable the data are under a model, as a function of the model's parameters.</summary>
internal abstract class Likelihood
{
    /// <summary>How many parameters; all are above zero.</summary>
    public abstract int Parameters { get; }

    /// <summary>How many observations; a penalty is counted once for each.</summary>
    public abstract int Observations { get; }

    /// <summary>The log-likelihood.</summary>
    /// <param name="at">The parameters, each above zero.</param>
    /// <param name="slope">Filled with the derivative by each parameter.</param>
    public abstract double Log(double[] at, double[] slope);
}
