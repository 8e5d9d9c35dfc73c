using System;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Value;

/// <summary>One amount between a customer and the house.</summary>
/// <remarks>An amount that gives another back stands on the other's day and reverses the other's kind, so that original and reversal always add up to nothing.</remarks>
internal sealed class CustomerMoney
{
    /// <param name="amount">Zero or above; its kind says which way it went. In the measurement currency.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is below zero.</exception>
    public CustomerMoney(MoneyKind kind, CalendarDate on, decimal amount)
    {
        if (amount < 0) throw new ArgumentOutOfRangeException(nameof(amount), amount, "An amount is zero or above; its kind says which way it went.");
        Kind = kind;
        On = on;
        Amount = amount;
    }

    public MoneyKind Kind { get; }

    public CalendarDate On { get; }

    public decimal Amount { get; }

    /// <summary>A complaint about it is past due: until it is answered the money is not earned.</summary>
    public bool Contested { get; init; }

    /// <summary>What a refund or redress gives back, where that is known.</summary>
    public CustomerMoney? Reverses { get; init; }
}
