using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Compensation.Value;
using Crm.Extensions.Compensation.Value.Purchases;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Snapshots;

/// <summary>All that finance, the ledger and complaints say of one customer, as rules want it.</summary>
internal sealed class CustomerLedger
{
    private readonly IReadOnlyList<LedgerLine> lines;
    private readonly IReadOnlyList<Complaint> complaints;
    private readonly Dictionary<string, LedgerLine> byReference = new(StringComparer.Ordinal);

    /// <param name="groups">Of customers that this one may be compared with, the narrowest first.</param>
    public CustomerLedger(Guid customer, IReadOnlyList<string> groups, IReadOnlyList<LedgerLine> lines, IReadOnlyList<Complaint> complaints, IReadOnlyList<ContractRow> contracts)
    {
        Customer = customer;
        Groups = groups;
        this.lines = lines;
        this.complaints = complaints;
        Contracts = contracts;
        foreach (var line in lines)
        {
            if (line.Reference.Length > 0) byReference[line.Reference] = line;
        }
    }

    public Guid Customer { get; }

    public IReadOnlyList<string> Groups { get; }

    public IReadOnlyList<ContractRow> Contracts { get; }

    /// <summary>The money that finance has booked, with what a complaint past due on that day is about marked.</summary>
    /// <param name="withContracts">False: without what belongs to a loan, card or line.</param>
    public IReadOnlyList<CustomerMoney> Money(CalendarDate on, bool withContracts = true)
    {
        var contested = Contested(on);
        return lines.Where(line => withContracts || ContractOf(line) is null).Select(line => Money(line, contested)).ToList();
    }

    /// <summary>Purchases without contract up to that day, refunds taken off the purchase they name; without revenue that is contested.</summary>
    public List<Purchase> PurchasesUntil(CalendarDate on)
    {
        var contested = Contested(on);
        var left = new Dictionary<LedgerLine, decimal>();
        var unnamed = new List<Purchase>();
        foreach (var line in lines.Where(line => line.On <= on && IsPurchase(line, contested))) left[line] = line.Amount;
        foreach (var line in lines.Where(line => line.On <= on && ContractOf(line) is null))
        {
            if (line.Kind == MoneyKind.Revenue && line.Amount < 0) unnamed.Add(new Purchase(line.On, line.Amount));
            if (line.Kind is not (MoneyKind.Refund or MoneyKind.Redress) || line.Amount <= 0) continue;

            var original = Original(line);
            if (original is not null && left.TryGetValue(original, out var amount)) left[original] = amount - line.Amount;
            else if (original is null && line.Kind == MoneyKind.Refund) unnamed.Add(new Purchase(line.On, -line.Amount));
        }

        // what was given back altogether was no purchase; what was free was one
        return left.Where(pair => pair.Value > 0 || pair.Key.Amount == 0).Select(pair => new Purchase(pair.Key.On, pair.Value)).Concat(unnamed).ToList();
    }

    public IEnumerable<LedgerLine> LinesOf(ContractRow contract) => lines.Where(line => ContractOf(line) == contract);

    private static bool IsContested(LedgerLine line, HashSet<Guid> contested) => line.Case is { } about && contested.Contains(about);

    private bool IsPurchase(LedgerLine line, HashSet<Guid> contested) => line.Kind == MoneyKind.Revenue && line.Amount >= 0 && !IsContested(line, contested) && ContractOf(line) is null;

    private HashSet<Guid> Contested(CalendarDate on) => [.. complaints.Where(complaint => complaint.IsPastDue(on)).Select(complaint => complaint.Id)];

    // a number says more than a product; of several contracts of a product the first
    private ContractRow? ContractOf(LedgerLine line) => line.Product.Length == 0
        ? null
        : Contracts.FirstOrDefault(contract => string.Equals(contract.Number, line.Product, StringComparison.OrdinalIgnoreCase)) ?? Contracts.FirstOrDefault(contract => contract.Owns(line));

    private LedgerLine? Original(LedgerLine line) => line.Reverses.Length > 0 && byReference.TryGetValue(line.Reverses, out var original) && original != line ? original : null;

    private CustomerMoney Money(LedgerLine line, HashSet<Guid> contested)
    {
        var original = Original(line);
        var reversed = original is { Amount: >= 0 } ? new CustomerMoney(original.Kind, original.On, original.Amount) { Contested = IsContested(original, contested) } : null;
        if (line.Amount >= 0) return new CustomerMoney(line.Kind, line.On, line.Amount) { Contested = IsContested(line, contested), Reverses = reversed };

        // finance books the other way round: less cost is more contribution, anything else is given back
        return line.Kind == MoneyKind.CostToServe
            ? new CustomerMoney(MoneyKind.Revenue, line.On, -line.Amount)
            : new CustomerMoney(MoneyKind.Refund, line.On, -line.Amount) { Reverses = reversed ?? new CustomerMoney(line.Kind, line.On, -line.Amount) { Contested = IsContested(line, contested) } };
    }
}
