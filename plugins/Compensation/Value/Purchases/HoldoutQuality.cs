using System;
using System.Collections.Generic;

namespace Crm.Extensions.Compensation.Value.Purchases;

/// <summary>How well expectations foretold what was left out of the fit.</summary>
internal sealed class HoldoutQuality
{
    /// <summary>Customers with so many repeat purchases or more stand in the last row.</summary>
    public const int LastRow = 7;

    private HoldoutQuality(int customers) => Customers = customers;

    public int Customers { get; }

    /// <summary>Repeat purchases that were expected of all together.</summary>
    public double Expected { get; private set; }

    /// <summary>Repeat purchases that were made.</summary>
    public int Actual { get; private set; }

    /// <summary>Expected over actual, less one: below zero the model expected too little.</summary>
    public double Bias => Actual == 0 ? 0 : (Expected / Actual) - 1;

    /// <summary>Mean absolute error per customer, in purchases.</summary>
    public double MeanAbsoluteError { get; private set; }

    /// <summary>Root of the mean squared error per customer, in purchases.</summary>
    public double RootMeanSquareError { get; private set; }

    /// <summary>Correlation of what was expected of a customer and what the customer did.</summary>
    public double Correlation { get; private set; }

    /// <summary>By repeat purchases in the calibration: 0, 1, … and <see cref="LastRow"/> or more.</summary>
    public IReadOnlyList<HoldoutRow> Rows { get; private set; } = [];

    /// <param name="frequencies">Repeat purchases of each customer in the calibration.</param>
    /// <param name="expected">What was expected of each in the holdout.</param>
    /// <param name="actual">What each did.</param>
    public static HoldoutQuality Of(IReadOnlyList<int> frequencies, IReadOnlyList<double> expected, IReadOnlyList<int> actual)
    {
        var count = frequencies.Count;
        var quality = new HoldoutQuality(count);
        if (count == 0) return quality;
        var rows = new HoldoutRow[LastRow + 1];
        for (var row = 0; row <= LastRow; row++) rows[row] = new HoldoutRow(row);
        double squares = 0, absolute = 0, products = 0, expectedSquares = 0, actualSquares = 0;
        for (var i = 0; i < count; i++)
        {
            var error = expected[i] - actual[i];
            absolute += Math.Abs(error);
            squares += error * error;
            products += expected[i] * actual[i];
            expectedSquares += expected[i] * expected[i];
            actualSquares += (double)actual[i] * actual[i];
            quality.Expected += expected[i];
            quality.Actual += actual[i];
            rows[Math.Min(LastRow, frequencies[i])].Add(expected[i], actual[i]);
        }

        quality.MeanAbsoluteError = absolute / count;
        quality.RootMeanSquareError = Math.Sqrt(squares / count);
        var spread = ((count * expectedSquares) - (quality.Expected * quality.Expected)) * ((count * actualSquares) - ((double)quality.Actual * quality.Actual));
        quality.Correlation = spread > 0 ? ((count * products) - (quality.Expected * quality.Actual)) / Math.Sqrt(spread) : 0;
        quality.Rows = rows;
        return quality;
    }
}

/// <summary>Customers with as many repeat purchases in the calibration.</summary>
internal sealed class HoldoutRow(int frequency)
{
    public int Frequency { get; } = frequency;

    public int Customers { get; private set; }

    public double Expected { get; private set; }

    public int Actual { get; private set; }

    internal void Add(double expected, int actual)
    {
        Customers++;
        Expected += expected;
        Actual += actual;
    }
}
