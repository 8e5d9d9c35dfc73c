using System;

namespace Crm.Extensions.Compensation.Value.Mathematics;

/// <summary>How sharply a likelihood falls off around its maximum, and so how surely the data fix each parameter.</summary>
internal static class Curvature
{
    private const double Apart = 1e-4;

    /// <summary>Standard errors of the parameters; null where the surface is flat in some direction, so that the data do not tell the parameters apart.</summary>
    /// <remarks>
    /// Roots of the diagonal of the inverse of the observed information. The surface is that of the logarithms, and d ln θ = dθ/θ, so an error there times θ
    /// is the parameter's own.
    /// </remarks>
    public static double[]? StandardErrors(PenalisedSurface surface, double[] logarithms)
    {
        var size = logarithms.Length;
        var rows = new double[size][];
        var above = new double[size];
        var below = new double[size];
        for (var i = 0; i < size; i++)
        {
            rows[i] = new double[2 * size];
            var point = (double[])logarithms.Clone();
            point[i] += Apart;
            surface.Height(point, above);
            point[i] -= 2 * Apart;
            surface.Height(point, below);
            for (var j = 0; j < size; j++) rows[i][j] = (above[j] - below[j]) / (2 * Apart);
            rows[i][size + i] = 1;
        }

        if (!Invert(rows)) return null;
        var errors = new double[size];
        for (var i = 0; i < size; i++)
        {
            if (!(rows[i][size + i] > 0)) return null;
            errors[i] = Math.Exp(logarithms[i]) * Math.Sqrt(rows[i][size + i]);
        }

        return errors;
    }

    /// <summary>Gauss and Jordan: brings the left half to the unit matrix; the right half is then the inverse.</summary>
    private static bool Invert(double[][] rows)
    {
        var size = rows.Length;
        var largest = 0.0;
        foreach (var row in rows)
        {
            for (var j = 0; j < size; j++) largest = Math.Max(largest, Math.Abs(row[j]));
        }

        for (var i = 0; i < size; i++)
        {
            var pivot = i;
            for (var k = i + 1; k < size; k++)
            {
                if (Math.Abs(rows[k][i]) > Math.Abs(rows[pivot][i])) pivot = k;
            }

            if (!(Math.Abs(rows[pivot][i]) > 1e-12 * largest)) return false;
            var row = rows[pivot];
            rows[pivot] = rows[i];
            rows[i] = row;
            var scale = 1 / row[i];
            for (var j = 0; j < 2 * size; j++) row[j] *= scale;
            for (var k = 0; k < size; k++)
            {
                if (k == i) continue;
                var factor = rows[k][i];
                for (var j = 0; j < 2 * size; j++) rows[k][j] -= factor * row[j];
            }
        }

        return true;
    }
}
