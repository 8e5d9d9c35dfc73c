using System;

namespace Crm.Extensions.Service.Goodwill;

/// <summary>What was spent before, in the limit's currency.</summary>
/// <param name="OnCase">Granted on the case (or to the customer on that day, where there is no case) by anybody.</param>
/// <param name="InMonth">Granted by the holder of the pool in this calendar month to anybody.</param>
internal sealed record GoodwillSpending(decimal OnCase, decimal InMonth);

/// <summary>Whether an amount may be granted, and what is left before it is.</summary>
/// <param name="LeftOnCase">Never negative.</param>
/// <param name="LeftInMonth">Never negative; null: there is no limit to the month.</param>
internal sealed record GoodwillRuling(GoodwillOutcome Outcome, decimal LeftOnCase, decimal? LeftInMonth)
{
    public bool IsGranted => Outcome is GoodwillOutcome.Granted or GoodwillOutcome.GrantedWithAlert;
}

/// <summary>
/// Who speaks with the customer may put things right, without asking: up to the case's limit, whoever spent on it before, and up to the month's. The
/// case's limit is hard; the month's is hard but for the top segment, where it warns.
/// </summary>
/// <remarks>The example of the Ritz-Carlton, where anybody may spend up to 2,000 dollars on a guest; the limit follows what the customer is worth to the house.</remarks>
internal static class GoodwillRule
{
    /// <param name="amount">In the limit's currency, positive.</param>
    public static GoodwillRuling Judge(decimal amount, EmpowermentLimit limit, GoodwillSpending spent)
    {
        var leftOnCase = Math.Max(0, limit.PerCase - spent.OnCase);
        var leftInMonth = limit.PerMonth is { } month ? Math.Max(0, month - spent.InMonth) : (decimal?)null;
        var outcome =
            amount > leftOnCase ? GoodwillOutcome.BeyondCase
            : leftInMonth is not { } left || amount <= left ? GoodwillOutcome.Granted
            : limit.IsTop ? GoodwillOutcome.GrantedWithAlert
            : GoodwillOutcome.BeyondMonth;
        return new GoodwillRuling(outcome, leftOnCase, leftInMonth);
    }

    /// <summary>What may be granted now at most without asking: shown before anybody asks.</summary>
    public static decimal Most(EmpowermentLimit limit, GoodwillSpending spent)
    {
        var left = Judge(0, limit, spent);
        return limit.IsTop || left.LeftInMonth is not { } month ? left.LeftOnCase : Math.Min(left.LeftOnCase, month);
    }
}
