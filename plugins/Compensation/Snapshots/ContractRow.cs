using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Compensation.Value.Contracts;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Snapshots;

/// <summary>A loan, card or line of a customer, as the ledger of obligations has it.</summary>
internal sealed class ContractRow
{
    private const double DaysOfMonth = 365.25 / 12;
    private const int MonthsOfYear = 12;

    public ContractRow(string number, string product, CalendarDate start)
    {
        Number = number;
        Product = product;
        Start = start;
    }

    public string Number { get; }

    public string Product { get; }

    public CalendarDate Start { get; }

    /// <summary>The day on which it ended; null: it runs.</summary>
    public CalendarDate? End { get; init; }

    /// <summary>The last instalment agreed; null: a card or line, without an agreed end.</summary>
    public CalendarDate? Maturity { get; init; }

    public bool Runs(CalendarDate on) => Start <= on && (End is not { } end || end > on) && (Maturity is not { } last || last > on);

    /// <summary>Whether money under that product or number is this contract's.</summary>
    public bool Owns(LedgerLine line) => line.Product.Length > 0 && (string.Equals(line.Product, Number, StringComparison.OrdinalIgnoreCase) || string.Equals(line.Product, Product, StringComparison.OrdinalIgnoreCase));

    /// <summary>How long it ran until that day, and whether it had ended before it was to.</summary>
    public ContractHistory History(CalendarDate until)
    {
        var over = End is { } end && end <= until;
        var last = over ? End!.Value : until;
        if (Maturity is { } maturity && maturity <= last) return new ContractHistory(Months(Start, maturity), false);
        return new ContractHistory(Months(Start, last), over);
    }

    /// <summary>What it brings from now on, as the last twelve months did: up to the last instalment, or without an agreed end.</summary>
    /// <param name="margins">Contribution by month before <paramref name="on"/>, the oldest first, at least one.</param>
    public ContractTerms Terms(CalendarDate on, IReadOnlyList<decimal> margins)
    {
        var age = Months(Start, on);
        if (Maturity is not { } last) return ContractTerms.Revolving(age, margins);
        var months = Math.Min(MonthsOfYear, (int)Math.Ceiling(on.DaysUntil(last) / DaysOfMonth));
        return ContractTerms.Scheduled(age, Enumerable.Repeat(margins.Sum() / margins.Count, months).ToList());
    }

    /// <summary>Contribution of each of the last months of it, at most twelve, the oldest first.</summary>
    /// <param name="lines">Of this contract.</param>
    public IReadOnlyList<decimal> Margins(IEnumerable<LedgerLine> lines, CalendarDate on)
    {
        var margins = new decimal[Math.Max(1, Math.Min(MonthsOfYear, Months(Start, on)))];
        foreach (var line in lines)
        {
            var back = (int)(line.On.DaysUntil(on) / DaysOfMonth);
            if (line.On > on || back >= margins.Length) continue;
            margins[margins.Length - 1 - back] += Contribution(line);
        }

        return margins;
    }

    public static int Months(CalendarDate from, CalendarDate until) => Math.Max(0, (int)(from.DaysUntil(until) / DaysOfMonth));

    // fees, penalties, goodwill and redress: nobody is to expect them
    private static decimal Contribution(LedgerLine line) => line.Kind switch
    {
        Value.MoneyKind.Revenue => line.Amount,
        Value.MoneyKind.Refund or Value.MoneyKind.CostToServe => -line.Amount,
        _ => 0,
    };
}
