using System;

namespace Crm.Extensions.Compensation.Value.Mathematics;

/// <summary>Gauss's hypergeometric function ₂F₁(a, b; c; z) for real parameters and 0 ≤ z &lt; 1.</summary>
/// <remarks>
/// Its series (DLMF 15.2.1); near z = 1, where that needs a term for every thousandth of a per cent, the connection with 1 − z (15.8.4), as long as
/// c − a − b keeps away from whole numbers. At a whole number the two parts of that formula are infinite and cancel, so the long series is summed after all.
/// </remarks>
internal static class GaussHypergeometric
{
    private const double NearOne = 0.95;
    private const double NearWhole = 1e-3;
    private const double NearNothing = 1e-3;
    private const int MostTerms = 20_000_000;

    /// <exception cref="ArgumentOutOfRangeException">z lies outside [0, 1), or c is zero or a negative whole number.</exception>
    /// <exception cref="ArithmeticException">The series does not end.</exception>
    public static double At(double a, double b, double c, double z)
    {
        if (GammaFunction.IsPole(c)) throw new ArgumentOutOfRangeException(nameof(c));
        return z > NearOne && KeepsFromWhole(c - a - b) ? AroundOne(a, b, c, z) : 1 + (a * b / c * Excess(a, b, c, z));
    }

    /// <summary>(₂F₁ − 1)·c/(a·b): what the function is above one, in a form that stays finite where a, b or c is zero.</summary>
    /// <remarks>Σ (a+1)ₙ₋₁ (b+1)ₙ₋₁ / (c+1)ₙ₋₁ · zⁿ/n! over n ≥ 1.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">z lies outside [0, 1), or c + 1 is zero or a negative whole number.</exception>
    /// <exception cref="ArithmeticException">The series does not end.</exception>
    public static double Excess(double a, double b, double c, double z)
    {
        if (!(z >= 0 && z < 1)) throw new ArgumentOutOfRangeException(nameof(z));
        if (GammaFunction.IsPole(c + 1)) throw new ArgumentOutOfRangeException(nameof(c));
        var slope = a * b / c;
        return z > NearOne && Math.Abs(slope) > NearNothing && !double.IsInfinity(slope) && KeepsFromWhole(c - a - b)
            ? (AroundOne(a, b, c, z) - 1) / slope
            : Series(a, b, c, z);
    }

    private static double Series(double a, double b, double c, double z)
    {
        var term = z;
        var sum = 0.0;
        for (var n = 1; n < MostTerms; n++)
        {
            sum += term;
            var ratio = (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            term *= ratio;

            // What is left is at most a geometric series, once the terms shrink at a steady rate.
            var steady = Math.Max(Math.Abs(ratio), z);
            if (steady < 1 && c + n > 0 && Math.Abs(term) <= 1e-16 * (1 - steady) * Math.Abs(sum)) return sum;
            if (term == 0) return sum;
        }

        throw new ArithmeticException("A hypergeometric series does not end.");
    }

    private static double AroundOne(double a, double b, double c, double z)
    {
        var s = c - a - b;
        var rest = 1 - z;
        return GammaRatio(c, s, c - a, c - b) * (1 + (a * b / (1 - s) * Series(a, b, 1 - s, rest)))
            + (GammaRatio(c, -s, a, b) * Math.Pow(rest, s) * (1 + ((c - a) * (c - b) / (1 + s) * Series(c - a, c - b, 1 + s, rest))));
    }

    /// <summary>Γ(above) Γ(also) / (Γ(below) Γ(under)); nothing where a Γ below has a pole.</summary>
    private static double GammaRatio(double above, double also, double below, double under)
    {
        if (GammaFunction.IsPole(below) || GammaFunction.IsPole(under)) return 0;
        var log = GammaFunction.LogMagnitude(above, out var first) + GammaFunction.LogMagnitude(also, out var second)
            - GammaFunction.LogMagnitude(below, out var third) - GammaFunction.LogMagnitude(under, out var fourth);
        return first * second * third * fourth * Math.Exp(log);
    }

    private static bool KeepsFromWhole(double s) => Math.Abs(s - Math.Round(s)) > NearWhole;
}
