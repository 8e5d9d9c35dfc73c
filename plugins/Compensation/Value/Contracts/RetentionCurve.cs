using System;
using System.Collections.Generic;

namespace Crm.Extensions.Compensation.Value.Contracts;

/// <summary>Which share of contracts outlives each month of their age, as the tenant's own contracts did.</summary>
/// <remarks>
/// Kaplan and Meier, Nonparametric Estimation from Incomplete Observations, Journal of the American Statistical Association 53, 1958, 457–481: of those
/// who were watched through a month, the share that stayed. Contracts still running count for the months they have run; to leave them out would make everybody
/// seem to leave, to count them as kept for ever would make nobody. Where fewer than <see cref="LeastWatched"/> were watched, the pooled rate of the last
/// <see cref="PooledMonths"/> well-watched months holds on.
/// </remarks>
internal sealed class RetentionCurve
{
    public const int LeastWatched = 30;

    public const int PooledMonths = 12;

    private readonly double[] retention;

    private RetentionCurve(double[] retention, double later)
    {
        this.retention = retention;
        Later = later;
    }

    /// <summary>Months of age for which enough contracts were watched.</summary>
    public int MeasuredMonths => retention.Length;

    /// <summary>Monthly retention beyond <see cref="MeasuredMonths"/>.</summary>
    public double Later { get; }

    /// <summary>Monthly retention at each measured month of age.</summary>
    public IReadOnlyList<double> Measured => retention;

    /// <summary>A curve as it was measured before.</summary>
    public static RetentionCurve Restored(IReadOnlyList<double> measured, double later) => new([.. measured], later);

    /// <summary>Measures retention; null where not even the first month was watched on <see cref="LeastWatched"/> contracts.</summary>
    /// <param name="contracts">All of one product, those that are over and those that run.</param>
    public static RetentionCurve? Of(IReadOnlyList<ContractHistory> contracts)
    {
        var longest = 0;
        foreach (var contract in contracts) longest = Math.Max(longest, contract.Months);
        var reached = new int[longest + 2];
        var left = new int[longest + 2];
        foreach (var contract in contracts)
        {
            // The month in which a running contract stands is not over: it was not watched through it.
            reached[contract.Ended ? contract.Months + 1 : contract.Months]++;
            if (contract.Ended) left[contract.Months]++;
        }

        // Watched through month m: those whose last month watched lies behind it.
        var watched = new int[longest + 2];
        var behind = 0;
        for (var month = longest; month >= 0; month--)
        {
            behind += reached[month + 1];
            watched[month] = behind;
        }

        var measured = new List<double>();
        for (var month = 0; month <= longest && watched[month] >= LeastWatched; month++) measured.Add(1 - ((double)left[month] / watched[month]));
        if (measured.Count == 0) return null;

        int pooledLeft = 0, pooledWatched = 0;
        for (var month = Math.Max(0, measured.Count - PooledMonths); month < measured.Count; month++)
        {
            pooledLeft += left[month];
            pooledWatched += watched[month];
        }

        return new RetentionCurve([.. measured], 1 - ((double)pooledLeft / pooledWatched));
    }

    /// <summary>The chance that a contract of that age outlives its next month.</summary>
    /// <param name="age">Whole months since its start.</param>
    public double Retention(int age) => age < retention.Length ? retention[age] : Later;

    /// <summary>The chance that a contract of that age still runs so many months later.</summary>
    public double Survival(int age, int months)
    {
        var survival = 1.0;
        for (var month = 0; month < months; month++) survival *= Retention(age + month);
        return survival;
    }
}
