using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Portfolios;

/// <summary>What must hold of all who answer for one customer.</summary>
internal static class AssignmentRules
{
    private const decimal Whole = 100;

    /// <summary>Another who is accountable on a day on which this one is; null: there is none.</summary>
    public static Assignment? Rival(Assignment assignment, IEnumerable<Assignment> all) =>
        assignment.IsAccountable ? all.Where(other => other.Id != assignment.Id && other.IsAccountable && other.Overlaps(assignment)).OrderBy(other => other.From).FirstOrDefault() : null;

    /// <summary>Why an assignment cannot stand by itself; null: it can.</summary>
    public static string? Wrong(Assignment assignment, Language language) =>
        assignment.Until is { } until && until < assignment.From ? PortfolioTexts.Write(language, "UntilBeforeFrom", until, assignment.From)
        : assignment.Share is <= 0 or > Whole ? PortfolioTexts.Write(language, "ShareWrong")
        : null;

    /// <summary>Two shares made to fit into the whole, in proportion; the same where they fit already.</summary>
    public static KeyValuePair<decimal, decimal> Fitted(decimal one, decimal other)
    {
        if (one + other <= Whole) return new KeyValuePair<decimal, decimal>(one, other);

        var part = System.Math.Max(0.01m, System.Math.Floor(one / (one + other) * Whole * 100) / 100);
        return new KeyValuePair<decimal, decimal>(part, Whole - part);
    }

    /// <summary>The first day on which the shares exceed the whole, and what they come to; null: on none. Shares change on first days alone.</summary>
    public static KeyValuePair<CalendarDate, decimal>? Excess(IReadOnlyCollection<Assignment> all)
    {
        foreach (var day in all.Select(assignment => assignment.From).Distinct().OrderBy(day => day))
        {
            var sum = all.Where(assignment => assignment.Covers(day)).Sum(assignment => assignment.Share);
            if (sum > Whole) return new KeyValuePair<CalendarDate, decimal>(day, sum);
        }

        return null;
    }
}
