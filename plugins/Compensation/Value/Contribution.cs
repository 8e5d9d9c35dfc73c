using System.Collections.Generic;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Value;

/// <summary>What a customer contributed over the trailing twelve months, with the profit apart that was made at the customer's expense.</summary>
/// <remarks>
/// Reichheld, The Ultimate Question: fees, penalties and the like are <i>bad profit</i>. They, and revenue that a complaint past due is about, are measured
/// but count for nobody's bonus. Goodwill and redress lower no value either: to put things right must not cost the one who does it.
/// </remarks>
internal sealed class Contribution
{
    private Contribution(CalendarDate asOf) => AsOf = asOf;

    public CalendarDate AsOf { get; }

    /// <summary>Uncontested, refunds taken off.</summary>
    public decimal Revenue { get; private set; }

    /// <summary>What serving the customer cost.</summary>
    public decimal CostToServe { get; private set; }

    /// <summary>Fees and penalties, contested or not, less what was given back of them.</summary>
    public decimal FeesAndPenalties { get; private set; }

    /// <summary>Revenue that a complaint past due is about.</summary>
    public decimal Contested { get; private set; }

    public decimal Goodwill { get; private set; }

    public decimal Redress { get; private set; }

    /// <summary>The customer's value: contribution after cost to serve.</summary>
    public decimal Value => Revenue - CostToServe;

    public decimal BadProfit => FeesAndPenalties + Contested;

    /// <param name="money">All that is known of the customer, in any order; what lies outside the twelve months is passed over.</param>
    public static Contribution Of(IReadOnlyList<CustomerMoney> money, CalendarDate asOf)
    {
        var year = new TrailingYear(asOf);
        var contribution = new Contribution(asOf);
        foreach (var line in money)
        {
            // What has not happened yet on that day reverses nothing, even where the original lies inside.
            if (line.On > asOf || !year.Holds((line.Reverses ?? line).On)) continue;
            contribution.Add(line);
        }

        return contribution;
    }

    private void Add(CustomerMoney line)
    {
        switch (line.Kind)
        {
            case MoneyKind.Revenue when line.Contested:
                Contested += line.Amount;
                break;
            case MoneyKind.Revenue:
                Revenue += line.Amount;
                break;
            case MoneyKind.CostToServe:
                CostToServe += line.Amount;
                break;
            case MoneyKind.Fee:
            case MoneyKind.Penalty:
                FeesAndPenalties += line.Amount;
                break;
            case MoneyKind.Goodwill:
                Goodwill += line.Amount;
                break;
            case MoneyKind.Refund:
                GiveBack(line);
                break;
            default:
                Redress += line.Amount;
                if (line.Reverses is not null) GiveBack(line);
                break;
        }
    }

    /// <summary>Takes an amount from where its original stands; an unnamed original is revenue.</summary>
    private void GiveBack(CustomerMoney line)
    {
        switch (line.Reverses?.Kind)
        {
            case MoneyKind.Fee:
            case MoneyKind.Penalty:
                FeesAndPenalties -= line.Amount;
                break;
            case MoneyKind.Revenue when line.Reverses.Contested:
                Contested -= line.Amount;
                break;
            default:
                Revenue -= line.Amount;
                break;
        }
    }
}
