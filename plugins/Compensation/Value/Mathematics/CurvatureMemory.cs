using System;

namespace Crm.Extensions.Compensation.Value.Mathematics;

/// <summary>What a descent has learnt of a surface's curvature: an estimate of the inverse of its matrix of second derivatives.</summary>
/// <remarks>The update of Broyden, Fletcher, Goldfarb and Shanno: Nocedal and Wright, <i>Numerical Optimization</i>, 2nd ed., equation 6.17.</remarks>
internal sealed class CurvatureMemory
{
    private readonly double[][] inverse;

    public CurvatureMemory(int size)
    {
        inverse = new double[size][];
        for (var i = 0; i < size; i++) inverse[i] = new double[size];
    }

    public double Inverse(int i, int j) => inverse[i][j];

    /// <summary>Begins anew, as if the surface curved alike in every direction.</summary>
    public void Forget(double scale)
    {
        for (var i = 0; i < inverse.Length; i++)
        {
            Array.Clear(inverse[i], 0, inverse.Length);
            inverse[i][i] = scale;
        }
    }

    /// <summary>Learns from a step how the slope turned along it; a step along which the surface did not curve upwards teaches nothing.</summary>
    public void Learn(double[] from, double[] to, double[] slopeBefore, double[] slopeAfter)
    {
        var size = inverse.Length;
        var moved = new double[size];
        var turned = new double[size];
        double curvature = 0, reach = 0, turn = 0;
        for (var i = 0; i < size; i++)
        {
            moved[i] = to[i] - from[i];
            turned[i] = slopeAfter[i] - slopeBefore[i];
            curvature += moved[i] * turned[i];
            reach += moved[i] * moved[i];
            turn += turned[i] * turned[i];
        }

        if (curvature <= 1e-12 * Math.Sqrt(reach * turn)) return;
        var product = new double[size];
        var quadratic = 0.0;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++) product[i] += inverse[i][j] * turned[j];
            quadratic += turned[i] * product[i];
        }

        var scale = (1 + (quadratic / curvature)) / curvature;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
                inverse[i][j] += (scale * moved[i] * moved[j]) - (((product[i] * moved[j]) + (moved[i] * product[j])) / curvature);
        }
    }
}
