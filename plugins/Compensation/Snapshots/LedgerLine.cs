using System;
using Crm.Extensions.Compensation.Value;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Snapshots;

/// <summary>One row of finance's about a customer, in the measurement currency.</summary>
internal sealed class LedgerLine
{
    public LedgerLine(MoneyKind kind, CalendarDate on, decimal amount)
    {
        Kind = kind;
        On = on;
        Amount = amount;
    }

    public MoneyKind Kind { get; }

    public CalendarDate On { get; }

    /// <summary>As finance has it; below zero: the other way round.</summary>
    public decimal Amount { get; }

    /// <summary>The product's code, or the number of the loan or card that it belongs to; empty where finance says nothing.</summary>
    public string Product { get; init; } = "";

    public string Reference { get; init; } = "";

    /// <summary>The reference of what it gives back; empty: nothing, or not known.</summary>
    public string Reverses { get; init; } = "";

    /// <summary>The case that it is about.</summary>
    public Guid? Case { get; init; }
}
