using System;
using System.Collections.Generic;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Value;

/// <summary>A monthly index of prices, such as a statistics office publishes, and the month whose money everything is told in.</summary>
internal sealed class PriceIndex
{
    private readonly Dictionary<int, decimal> levels = [];
    private readonly decimal baseLevel;

    /// <param name="name">Which index, of whom: it stands in every statement that rests on it.</param>
    /// <param name="levels">By a day of each month.</param>
    /// <param name="baseMonth">A day of the month whose money is told in.</param>
    /// <exception cref="ArgumentOutOfRangeException">A level is not above zero.</exception>
    /// <exception cref="KeyNotFoundException">The base month has no level.</exception>
    public PriceIndex(string name, IReadOnlyDictionary<CalendarDate, decimal> levels, CalendarDate baseMonth)
    {
        Name = name;
        foreach (var level in levels)
        {
            if (level.Value <= 0) throw new ArgumentOutOfRangeException(nameof(levels), level.Value, "A price level is above zero.");
            this.levels[Month(level.Key)] = level.Value;
        }

        baseLevel = Level(baseMonth);
    }

    public string Name { get; }

    /// <summary>An amount of one day in money of the base month.</summary>
    /// <exception cref="KeyNotFoundException">The month has no level: real terms are not guessed.</exception>
    public decimal Deflate(decimal amount, CalendarDate on) => amount * baseLevel / Level(on);

    private static int Month(CalendarDate day) => (day.Year * 12) + day.Month;

    private decimal Level(CalendarDate day) => levels.TryGetValue(Month(day), out var level)
        ? level
        : throw new KeyNotFoundException(FormattableString.Invariant($"{Name} has no figure for {day.Year}-{day.Month:00}."));
}
