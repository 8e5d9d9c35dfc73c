using System;

namespace Crm.Extensions.Compensation.Value.Mathematics;

/// <summary>Looks for the lowest point of a surface inside a box: quasi-Newton steps after Broyden, Fletcher, Goldfarb and Shanno.</summary>
/// <remarks>
/// Nocedal and Wright, <i>Numerical Optimization</i>, 2nd ed., algorithm 6.1, with backtracking (3.1) in place of a line search to the minimum, steps cut
/// off at the box's walls, and the memory of the curvature given up where it misleads.
/// </remarks>
internal sealed class Descent
{
    private const int MostSteps = 500;
    private const int MostHalvings = 50;
    private const double LongestStep = 3;
    private const double Flat = 1e-8;
    private const double NearlyFlat = 1e-5;
    private const double NothingToGain = 1e-12;

    private readonly PenalisedSurface surface;
    private readonly double[] lowest;
    private readonly double[] highest;
    private readonly double[] direction;
    private readonly CurvatureMemory memory;

    private Descent(PenalisedSurface surface, double[] start, double[] lowest, double[] highest)
    {
        this.surface = surface;
        this.lowest = lowest;
        this.highest = highest;
        var size = surface.Dimensions;
        Point = (double[])start.Clone();
        Slope = new double[size];
        direction = new double[size];
        memory = new CurvatureMemory(size);
    }

    public double[] Point { get; private set; }

    public double[] Slope { get; private set; }

    public double Height { get; private set; }

    public int Steps { get; private set; }

    /// <summary>The surface is flat there, in every direction in which the box is open, or no step would gain what arithmetic can tell apart.</summary>
    /// <remarks>On a narrow ridge, as gamma–gamma's is, the slope across it stays noisy where the height has long been found to twelve digits.</remarks>
    public bool Converged { get; private set; }

    /// <summary>One of the parameters stands at the box's wall: the data do not say how far it would go.</summary>
    public bool AtWall
    {
        get
        {
            for (var i = 0; i < Point.Length; i++)
            {
                if (Point[i] <= lowest[i] || Point[i] >= highest[i]) return true;
            }

            return false;
        }
    }

    /// <summary>Goes down from a point inside the box.</summary>
    public static Descent From(double[] start, PenalisedSurface surface, double[] lowest, double[] highest)
    {
        var descent = new Descent(surface, start, lowest, highest);
        descent.GoDown();
        return descent;
    }

    private void GoDown()
    {
        Height = surface.Height(Point, Slope);
        var fresh = Forget();
        while (Steps < MostSteps && !double.IsNaN(Height))
        {
            var scale = Math.Max(1, Math.Abs(Height));
            Turn();
            if (Fall() >= 0)
            {
                fresh = Forget();
                Turn();
            }

            if (Steepness() <= Flat * scale || (!fresh && Steepness() <= NearlyFlat * scale && -Fall() <= NothingToGain * scale))
            {
                Converged = true;
                return;
            }

            if (Step())
            {
                fresh = false;
                Steps++;
            }
            else if (fresh)
            {
                return;
            }
            else
            {
                fresh = Forget();
            }
        }
    }

    /// <summary>Whether a step down was found in the present direction; if so, it is taken and the curvature learnt from it.</summary>
    private bool Step()
    {
        var fall = Fall();
        var length = 0.0;
        foreach (var part in direction) length = Math.Max(length, Math.Abs(part));
        var step = Math.Min(1, LongestStep / length);
        var point = new double[Point.Length];
        var slope = new double[Point.Length];
        for (var halving = 0; halving < MostHalvings; halving++, step /= 2)
        {
            for (var i = 0; i < point.Length; i++) point[i] = Math.Min(highest[i], Math.Max(lowest[i], Point[i] + (step * direction[i])));
            var height = surface.Height(point, slope);
            if (!(height <= Height + (1e-4 * step * fall))) continue;

            memory.Learn(Point, point, Slope, slope);
            Point = point;
            Slope = slope;
            Height = height;
            return true;
        }

        return false;
    }

    private bool Forget()
    {
        memory.Forget(1 / Math.Max(1, Steepness()));
        return true;
    }

    private void Turn()
    {
        for (var i = 0; i < Point.Length; i++)
        {
            direction[i] = 0;
            if (Pressed(i)) continue;
            for (var j = 0; j < Point.Length; j++)
            {
                if (!Pressed(j)) direction[i] -= memory.Inverse(i, j) * Slope[j];
            }
        }
    }

    /// <summary>Stands at a wall, and down lies behind it.</summary>
    private bool Pressed(int i) => (Point[i] <= lowest[i] && Slope[i] > 0) || (Point[i] >= highest[i] && Slope[i] < 0);

    private double Fall()
    {
        var fall = 0.0;
        for (var i = 0; i < Point.Length; i++) fall += direction[i] * Slope[i];
        return fall;
    }

    private double Steepness()
    {
        var most = 0.0;
        for (var i = 0; i < Point.Length; i++)
        {
            if (!Pressed(i)) most = Math.Max(most, Math.Abs(Slope[i]));
        }

        return most;
    }
}
