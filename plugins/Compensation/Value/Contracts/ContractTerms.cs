using System;
using System.Collections.Generic;

namespace Crm.Extensions.Compensation.Value.Contracts;

/// <summary>What a running contract brings month by month, as long as it runs.</summary>
/// <remarks>
/// Margin is what finance counts as contribution: interest and commission less cost of funds, expected credit loss and cost to serve. Fees and penalties
/// stay out: they are bad profit, and nobody is to expect them.
/// </remarks>
internal sealed class ContractTerms
{
    private readonly decimal[] schedule;
    private readonly decimal level;

    private ContractTerms(int age, decimal[] schedule, decimal level)
    {
        if (age < 0) throw new ArgumentOutOfRangeException(nameof(age));
        Age = age;
        this.schedule = schedule;
        this.level = level;
    }

    /// <summary>Whole months since the start.</summary>
    public int Age { get; }

    /// <summary>A loan: the margins of the instalments to come; nothing after the last.</summary>
    /// <param name="margins">By month, the next first.</param>
    public static ContractTerms Scheduled(int age, IReadOnlyList<decimal> margins) => new(age, [.. margins], 0);

    /// <summary>A card or a line: each month what the last ones brought on average, without an end agreed.</summary>
    /// <param name="pastMargins">Of past months, at most the last twelve; at least one.</param>
    /// <exception cref="ArgumentException">No month is given.</exception>
    public static ContractTerms Revolving(int age, IReadOnlyList<decimal> pastMargins)
    {
        if (pastMargins.Count == 0) throw new ArgumentException("At least one month's margin must be known.", nameof(pastMargins));
        var from = Math.Max(0, pastMargins.Count - 12);
        var sum = 0m;
        for (var month = from; month < pastMargins.Count; month++) sum += pastMargins[month];
        return new ContractTerms(age, [], sum / (pastMargins.Count - from));
    }

    /// <summary>The margin of a month to come, if the contract outlives it.</summary>
    /// <param name="month">0 is the next.</param>
    public decimal Margin(int month) => month < schedule.Length ? schedule[month] : level;
}
