using System;
using System.Linq;
using Crm.Extensions.Compensation.Value;
using Crm.Extensions.Compensation.Value.Contracts;
using Crm.Extensions.Compensation.Value.Purchases;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Snapshots;

/// <summary>What one customer is worth on a day, what would come anyway and what could, by the period's model.</summary>
internal sealed class CustomerAppraisal
{
    private const double DaysOfMonth = 365.25 / 12;
    private const int MonthsOfYear = 12;

    private readonly CustomerLedger ledger;
    private readonly ValueModel model;
    private readonly CalendarDate on;

    public CustomerAppraisal(CustomerLedger ledger, ValueModel model, CalendarDate on)
    {
        this.ledger = ledger;
        this.model = model;
        this.on = on;
        Contribution = Contribution.Of(ledger.Money(on), on);
        Expected = Expect(MonthsOfYear);
        Attainable = AttainableValue.Freeze(Expected.Amount, null, ledger.Groups, model.Peers, on);
    }

    public Contribution Contribution { get; }

    /// <summary>Of the twelve months to come.</summary>
    public ExpectedValue Expected { get; }

    public AttainableValue Attainable { get; }

    public CustomerWorth Worth => new(Contribution, Expected, Attainable, model.ByValue!, model.ByPotential!);

    /// <summary>What the trailing year will have brought when a period ends, if nobody does anything out of the ordinary.</summary>
    /// <remarks>
    /// Value is measured over twelve months, a period may be shorter: of the year that ends with it a part has been seen already. Only the rest is
    /// expected; to compare a year's value with expectations of months that lie beyond the period would pay for what came anyway, or blame for what could not.
    /// Over a whole year it is the same as <see cref="Expected"/>.
    /// </remarks>
    /// <param name="until">The period's last day.</param>
    public decimal ExpectedBy(CalendarDate until)
    {
        var seen = new TrailingYear(until).First;
        var kept = Contribution.Of(ledger.Money(on).Where(line => (line.Reverses ?? line).On >= seen).ToList(), on).Value;
        return kept + Expect(Math.Min(MonthsOfYear, Math.Max(1, (int)Math.Round(on.DaysUntil(until) / DaysOfMonth)))).Amount;
    }

    private ExpectedValue Expect(int months)
    {
        var contracts = ledger.Contracts.Where(contract => contract.Runs(on)).Select(contract => OfContract(contract, months)).ToList();
        var own = Contribution.Of(ledger.Money(on, withContracts: false), on);
        var summary = PurchaseSummary.Of(PurchaseDays.Of(ledger.PurchasesUntil(on), on), on);
        if (summary is null) return ExpectedValue.Of(null, 1, contracts);
        if (model.Purchases is not { } purchases || model.Spend is not { } spend) return ExpectedValue.CarriedOn(CarriedOn(own.Value, summary, months), contracts);

        var margin = own.Revenue > 0 ? own.Value / own.Revenue : model.Margin;
        var expectation = new PurchaseExpectation(purchases.Alive(summary), purchases.Expected(summary, ExpectedValue.Weeks * months / MonthsOfYear), spend.Expected(summary));
        return ExpectedValue.Of(expectation, margin, contracts);
    }

    private decimal OfContract(ContractRow contract, int months)
    {
        var terms = contract.Terms(on, contract.Margins(ledger.LinesOf(contract), on));
        if (model.RetentionOf(contract.Product) is { } retention) return ContractForecast.Expected(terms, retention, months);

        // too few contracts to know how long they last: as if it ran on
        var sum = 0m;
        for (var month = 0; month < months; month++) sum += terms.Margin(month);
        return Math.Round(sum, 2, MidpointRounding.AwayFromZero);
    }

    // the year's contribution, month by month as likely as customers of that age stay
    private decimal CarriedOn(decimal year, PurchaseSummary summary, int months)
    {
        var sum = 0m;
        var age = (int)(summary.AgeDays / DaysOfMonth);
        for (var month = 1; month <= months; month++) sum += year / MonthsOfYear * (decimal)(model.Retention?.Survival(age, month) ?? 1);
        return sum;
    }

    /// <summary>How long a customer has stayed: gone where nothing was bought for a year.</summary>
    public static ContractHistory? Stay(CustomerLedger ledger, CalendarDate on)
    {
        if (PurchaseSummary.Of(PurchaseDays.Of(ledger.PurchasesUntil(on), on), on) is not { } summary) return null;
        var gone = summary.AgeDays - summary.RecencyDays > 365;
        return new ContractHistory((int)((gone ? summary.RecencyDays : summary.AgeDays) / DaysOfMonth), gone);
    }

    /// <summary>Contribution and revenue of purchases without contract, for a margin of all together.</summary>
    public static Contribution OfPurchases(CustomerLedger ledger, CalendarDate on) => Contribution.Of(ledger.Money(on, withContracts: false), on);
}
