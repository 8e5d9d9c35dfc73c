using System;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Pay.Credit;

/// <summary>A stretch of days on which one worker had credit for one customer, with the values it is judged by.</summary>
internal sealed class Stint
{
    public Stint(PayCustomer customer, decimal start, decimal end, bool isTakenOver, CalendarDate until)
    {
        Customer = customer;
        Start = start;
        End = end;
        IsTakenOver = isTakenOver;
        Neutral = NeutralAmount(customer, until);
    }

    public PayCustomer Customer { get; }

    /// <summary>Worth at its beginning.</summary>
    public decimal Start { get; }

    /// <summary>Worth at its end.</summary>
    public decimal End { get; }

    /// <summary>It starts from the value on the day of a handover, not from what was expected of the period.</summary>
    public bool IsTakenOver { get; }

    /// <summary>Days times share, as a part of the period.</summary>
    public decimal Credit { get; set; }

    /// <summary>The same, of days that were worked.</summary>
    public decimal PresentCredit { get; set; }

    /// <summary>Days times share, as a part of the days that its two values lie apart.</summary>
    public decimal Part { get; set; }

    /// <summary>How much of a loss is neutral.</summary>
    public decimal Neutral { get; }

    /// <summary>What was lost through the company's own act or a death.</summary>
    public decimal NeutralLoss => Math.Min(Math.Max(0, Start - Math.Max(0, End)), Neutral);

    /// <summary>An act counts for a year, in which a trailing value goes on falling.</summary>
    public static bool Counts(NeutralAct act, CalendarDate until) => act.On <= until && act.On > until.AddDays(-366);

    private static decimal NeutralAmount(PayCustomer customer, CalendarDate until)
    {
        var sum = 0m;
        foreach (var act in customer.NeutralActs)
        {
            if (!Counts(act, until)) continue;
            if (act.Amount is not { } amount) return decimal.MaxValue;
            sum += Math.Max(0, amount);
        }

        return sum;
    }
}
