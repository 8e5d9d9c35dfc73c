using System;
using System.Collections.Generic;

namespace Crm.Extensions.Cli.Demo;

/// <summary>A customer as the demo loads him, with what he owes.</summary>
/// <param name="Number">Number in the source, unique within it.</param>
/// <param name="Name">Full name.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code.</param>
/// <param name="Zone">Where his clock is.</param>
/// <param name="Obligation">The card, loan or account that is paid in parts.</param>
internal sealed record DemoCustomer(int Number, string Name, string Country, DemoZone Zone, DemoObligation Obligation);

/// <param name="Number">Contract number, unique.</param>
/// <param name="Product">What it is, in the language of the demo's country.</param>
/// <param name="Limit">Credit limit, in the organization's base currency.</param>
/// <param name="Balance">Balance of the last statement.</param>
/// <param name="MonthsLate">Whole months past due; 0 when the customer is up to date.</param>
/// <param name="Statements">Statements, the oldest first.</param>
internal sealed record DemoObligation(
    string Number, string Product, decimal Limit, decimal Balance, int MonthsLate, IReadOnlyList<DemoStatement> Statements)
{
    /// <summary>Months past due a month ago: what a calling list of last month still says.</summary>
    public int MonthsLateBefore { get; init; }

    /// <summary>What finance has of it on the eve of the week.</summary>
    public DemoLedger Ledger { get; init; } = DemoLedger.Empty;

    /// <summary>Whether what came due last was paid in full.</summary>
    public bool IsPunctual { get; init; }
}

/// <summary>One monthly statement.</summary>
/// <param name="Due">Day on which it is due.</param>
/// <param name="Billed">Amount billed; negative where the customer is in credit.</param>
/// <param name="Paid">Amount paid towards it.</param>
internal sealed record DemoStatement(DateOnly Due, decimal Billed, decimal Paid);
