using System;
using System.Collections.Generic;

namespace Crm.Extensions.Shared;

/// <summary>Parts an amount by weights so that the parts add up to it to the cent.</summary>
/// <remarks>
/// Largest remainder: each part is cut to the cent towards zero, and the cents that are left go one by one to those who lost most by the cut; between equals, to
/// whoever stands first. So callers put the parts in an order of their own, never in that of arrival. An amount below zero is parted like its opposite, which
/// makes a reversal exact.
/// </remarks>
internal static class MoneyShares
{
    private const decimal Cent = 0.01m;

    /// <summary>Decimals of a part before it is cut: finer differences are of the arithmetic, not of the weights.</summary>
    private const int Places = 16;
    private const decimal Scale = 10_000_000_000_000_000m;

    /// <param name="amount">In whole cents.</param>
    /// <param name="weights">None below zero.</param>
    /// <returns>One part for each weight; all nothing where all weights are nothing and the amount is nothing too.</returns>
    /// <exception cref="ArgumentException">The amount has fractions of a cent, a weight is below zero, or there is an amount and no weight for it.</exception>
    public static IReadOnlyList<decimal> Allocate(decimal amount, IReadOnlyList<decimal> weights)
    {
        if (decimal.Round(amount, 2) != amount) throw new ArgumentException("An amount is parted in whole cents.", nameof(amount));
        var total = 0m;
        foreach (var weight in weights)
        {
            if (weight < 0) throw new ArgumentException("A weight is not below zero.", nameof(weights));
            total += weight;
        }

        var parts = new decimal[weights.Count];
        if (amount == 0) return parts;
        if (total == 0) throw new ArgumentException("There is an amount, and no weight to part it by.", nameof(weights));

        var size = Math.Abs(amount);
        var left = size;
        var lost = new long[parts.Length];
        var each = size / total;
        for (var index = 0; index < parts.Length; index++)
        {
            // one division for all; what its last digit says amiss is rounded away
            var exact = Math.Round(weights[index] * each, Places);
            parts[index] = Math.Min(decimal.Truncate(exact * 100) * Cent, left);
            lost[index] = weights[index] == 0 ? -1 : (long)((exact - parts[index]) * Scale);
            left -= parts[index];
        }

        GiveRest(parts, lost, left);
        if (amount < 0)
        {
            for (var index = 0; index < parts.Length; index++) parts[index] = 0 - parts[index];
        }

        return parts;
    }

    /// <summary>Half a cent goes away from zero, as on paper.</summary>
    public static decimal ToCent(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);

    private static void GiveRest(decimal[] parts, long[] lost, decimal left)
    {
        if (left == 0) return;
        var order = new int[parts.Length];
        for (var index = 0; index < order.Length; index++) order[index] = index;
        Array.Sort(order, (one, other) => lost[other] != lost[one] ? lost[other].CompareTo(lost[one]) : one.CompareTo(other));
        for (var next = 0; left > 0; next = (next + 1) % order.Length)
        {
            if (lost[order[next]] < 0) continue;
            parts[order[next]] += Cent;
            left -= Cent;
        }
    }
}
