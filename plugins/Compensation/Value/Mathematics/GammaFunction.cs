using System;

namespace Crm.Extensions.Compensation.Value.Mathematics;

/// <summary>The logarithm of the gamma function, its derivative, and the gamma function of a negative argument.</summary>
/// <remarks>
/// Stirling's series (DLMF 5.11.1 and 5.11.2) at arguments of ten and more, where its first left-out term is below 1e-15; smaller arguments are carried
/// there by the recurrence (5.5.1, 5.5.2), negative ones by reflection (5.5.3).
/// </remarks>
internal static class GammaFunction
{
    private const double Far = 10;

    private static readonly double HalfLogTwoPi = 0.5 * Math.Log(2 * Math.PI);

    /// <summary>ln Γ(x).</summary>
    /// <param name="x">Above zero.</param>
    public static double Log(double x)
    {
        var product = 1.0;
        while (x < Far)
        {
            product *= x;
            x++;
        }

        var inverse = 1 / x;
        var square = inverse * inverse;
        var series = inverse * ((1 / 12.0) - (square * ((1 / 360.0) - (square * ((1 / 1260.0) - (square * ((1 / 1680.0) - (square * ((1 / 1188.0) - (square * (691 / 360360.0)))))))))));
        return ((x - 0.5) * Math.Log(x)) - x + HalfLogTwoPi + series - Math.Log(product);
    }

    /// <summary>ψ(x), the derivative of <see cref="Log"/>.</summary>
    /// <param name="x">Above zero.</param>
    public static double Digamma(double x)
    {
        var carried = 0.0;
        while (x < Far)
        {
            carried += 1 / x;
            x++;
        }

        var square = 1 / (x * x);
        var series = square * ((1 / 12.0) - (square * ((1 / 120.0) - (square * ((1 / 252.0) - (square * ((1 / 240.0) - (square * ((1 / 132.0) - (square * (691 / 32760.0)))))))))));
        return Math.Log(x) - (0.5 / x) - series - carried;
    }

    /// <summary>ln |Γ(x)| for any x that is no pole.</summary>
    /// <param name="x">Not zero and no negative whole number.</param>
    /// <param name="sign">The sign of Γ(x).</param>
    public static double LogMagnitude(double x, out int sign)
    {
        sign = 1;
        if (x > 0) return Log(x);
        var sine = Math.Sin(Math.PI * (x - (2 * Math.Floor(x / 2))));
        sign = sine < 0 ? -1 : 1;
        return Math.Log(Math.PI / Math.Abs(sine)) - Log(1 - x);
    }

    /// <summary>Whether Γ has a pole there: zero and the negative whole numbers.</summary>
    public static bool IsPole(double x) => x <= 0 && Math.Floor(x) == x;
}
