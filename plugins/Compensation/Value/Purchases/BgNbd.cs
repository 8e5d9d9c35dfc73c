using System;
using Crm.Extensions.Compensation.Value.Mathematics;

namespace Crm.Extensions.Compensation.Value.Purchases;

/// <summary>
/// How customers without a contract buy until they silently stop: while alive each buys at a rate of their own (gamma, r and α), and after each purchase
/// stops for good with a chance of their own (beta, a and b).
/// </summary>
/// <remarks>
/// Fader, Hardie and Lee, “Counting Your Customers” the Easy Way, Marketing Science 24(2), 2005, 275–284. A loan or a card has an end that
/// one can see: for those see <c>Contracts</c>. Times are in the unit in which α was fitted: weeks.
/// </remarks>
internal sealed class BgNbd
{
    private const double Almost = 1e-7;

    /// <exception cref="ArgumentOutOfRangeException">A parameter is not above zero.</exception>
    public BgNbd(double r, double alpha, double a, double b)
    {
        if (!(r > 0)) throw new ArgumentOutOfRangeException(nameof(r));
        if (!(alpha > 0)) throw new ArgumentOutOfRangeException(nameof(alpha));
        if (!(a > 0)) throw new ArgumentOutOfRangeException(nameof(a));
        if (!(b > 0)) throw new ArgumentOutOfRangeException(nameof(b));
        R = r;
        Alpha = alpha;
        A = a;
        B = b;
    }

    public double R { get; }

    public double Alpha { get; }

    public double A { get; }

    public double B { get; }

    /// <summary>The chance that the customer has not stopped.</summary>
    /// <remarks>1 without a repeat purchase, since in this model nobody stops but after a purchase that was repeated.</remarks>
    public double Alive(PurchaseSummary customer)
    {
        if (customer.Frequency == 0) return 1;
        var odds = Math.Log(A / (B + customer.Frequency - 1)) + ((R + customer.Frequency) * Math.Log((Alpha + customer.Age) / (Alpha + customer.Recency)));
        return 1 / (1 + Math.Exp(odds));
    }

    /// <summary>Purchases to be expected of this customer in the next <paramref name="weeks"/>.</summary>
    /// <remarks>Equation 10 of the paper.</remarks>
    public double Expected(PurchaseSummary customer, double weeks) => Alive(customer) * OfTheLiving(customer.Frequency, customer.Age, weeks);

    /// <summary>Repeat purchases to be expected of a customer of whom nothing is known, in the first <paramref name="weeks"/> after the first purchase.</summary>
    /// <remarks>Equation 9 of the paper: the one above, with neither purchases nor time passed.</remarks>
    public double Expected(double weeks) => OfTheLiving(0, 0, weeks);

    /// <summary>
    /// C/(a − 1) · [1 − ((α + T)/(α + T + t))^(r + x) · ₂F₁(r + x, b + x; C; z)], with C = a + b + x − 1 and z = t/(α + T + t).
    /// </summary>
    /// <remarks>
    /// By Euler's transformation (DLMF 15.8.1) the bracket is 1 − (1 − z)^(a − 1) · ₂F₁(a + b − 1 − r, a − 1; C; z), which does not overflow with a
    /// thousand purchases; what is divided by a − 1 is taken out of it, so that neither a = 1 nor C = 0 is a hole.
    /// </remarks>
    private double OfTheLiving(int x, double age, double weeks)
    {
        if (weeks <= 0) return 0;
        var z = weeks / (Alpha + age + weeks);
        var logRest = Math.Log((Alpha + age) / (Alpha + age + weeks));
        var c = A + B + x - 1;
        var power = Math.Exp((A - 1) * logRest);
        var growth = Math.Abs((A - 1) * logRest) < Almost ? logRest * (1 + ((A - 1) * logRest / 2)) : (power - 1) / (A - 1);
        var first = A + B - 1 - R;
        return Math.Max(0, -(c * growth) - (power * first * GaussHypergeometric.Excess(first, A - 1, c, z)));
    }
}
