using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Collections;

/// <summary>How long money is on its way before its absence may be held against anybody. Bank days, on the bank calendar of the contract's country.</summary>
internal sealed record SettlementTerms
{
    /// <summary>For each way of paying, the bank days until money that was sent is posted.</summary>
    public required IReadOnlyList<MethodSettlement> Methods { get; init; }

    /// <summary>Bank days after the debit in which a direct debit may still come back: until they are over nobody is late.</summary>
    public required int DebitReturnBankDays { get; init; }

    public required RuleSource DebitReturnSource { get; init; }

    /// <summary>Minutes after local midnight until which a payment is of that day; 1440 where the whole day counts.</summary>
    public required int DayEndsAt { get; init; }

    public required RuleSource DayEndsAtSource { get; init; }

    /// <summary>What the method takes; the longest of all where the pack does not name it.</summary>
    public MethodSettlement Of(PaymentMethod method) =>
        Methods.FirstOrDefault(value => value.Method == method) ?? Methods.OrderByDescending(value => value.BankDays).First();

    /// <summary>Both countries' patience: the longer of each.</summary>
    public SettlementTerms And(SettlementTerms other) => new()
    {
        Methods = [.. Methods.Concat(other.Methods).GroupBy(value => value.Method).Select(group => group.OrderByDescending(value => value.BankDays).First())],
        DebitReturnBankDays = DebitReturnBankDays >= other.DebitReturnBankDays ? DebitReturnBankDays : other.DebitReturnBankDays,
        DebitReturnSource = DebitReturnBankDays >= other.DebitReturnBankDays ? DebitReturnSource : other.DebitReturnSource,
        DayEndsAt = DayEndsAt >= other.DayEndsAt ? DayEndsAt : other.DayEndsAt,
        DayEndsAtSource = DayEndsAt >= other.DayEndsAt ? DayEndsAtSource : other.DayEndsAtSource,
    };
}

/// <summary>Bank days that a way of paying takes.</summary>
internal sealed record MethodSettlement(PaymentMethod Method, int BankDays, RuleSource Source);

/// <summary>The amount up to which (that amount included) nothing is demanded, in one currency.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Amount">In the currency's major unit.</param>
internal sealed record Materiality(string Currency, decimal Amount, RuleSource Source);
