using System.Collections.Generic;
using Crm.Extensions.Compensation.Value.Mathematics;

namespace Crm.Extensions.Compensation.Value.Purchases;

/// <summary>BG/NBD fitted to customers by maximum likelihood.</summary>
internal sealed class BgNbdFit
{
    /// <summary>Fewer customers who came again tell nothing about four parameters.</summary>
    public const int LeastRepeaters = 10;

    private static readonly double[] Lowest = [1e-4, 1e-4, 1e-4, 1e-4];
    private static readonly double[] Highest = [1e4, 1e4, 1e4, 1e4];

    private BgNbdFit(MaximumLikelihood search)
    {
        Search = search;
        Model = new BgNbd(search.Parameters[0], search.Parameters[1], search.Parameters[2], search.Parameters[3]);
    }

    public BgNbd Model { get; }

    /// <summary>Parameters r, α, a, b; how the search went.</summary>
    public MaximumLikelihood Search { get; }

    /// <summary>Fits the model; null where fewer than <see cref="LeastRepeaters"/> customers came again or no time has passed.</summary>
    /// <param name="penalty">0, or .001 to .1 where customers are few; see <see cref="PenalisedSurface"/>.</param>
    public static BgNbdFit? To(IReadOnlyList<PurchaseSummary> customers, double penalty = 0)
    {
        var repeaters = 0;
        var age = 0.0;
        foreach (var customer in customers)
        {
            if (customer.Frequency > 0) repeaters++;
            age += customer.Age / customers.Count;
        }

        return repeaters < LeastRepeaters || age <= 0
            ? null
            : new BgNbdFit(MaximumLikelihood.Search(new BgNbdLikelihood(customers), Starts(age), InWeeks(Lowest, age), InWeeks(Highest, age), penalty));
    }

    /// <summary>Seldom and often, quick and slow to leave; α goes with how long customers have been watched, whatever the pace of the trade.</summary>
    private static double[][] Starts(double age) =>
    [
        [0.3, 0.2 * age, 0.8, 2.5],
        [1, age, 1, 1],
        [0.1, 0.05 * age, 0.2, 2],
        [3, 3 * age, 2, 8],
    ];

    private static double[] InWeeks(double[] bounds, double age) => [bounds[0], bounds[1] * age, bounds[2], bounds[3]];
}
