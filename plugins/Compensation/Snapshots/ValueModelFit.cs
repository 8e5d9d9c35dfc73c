using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Compensation.Value;
using Crm.Extensions.Compensation.Value.Contracts;
using Crm.Extensions.Compensation.Value.Purchases;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Snapshots;

/// <summary>Fits a period's model to a sample of the tenant's customers.</summary>
internal static class ValueModelFit
{
    /// <param name="ledgers">The sample's, in any order.</param>
    /// <param name="on">The day before the period.</param>
    /// <param name="cutOffs">HR's; null: quantiles of the sample.</param>
    public static ValueModel To(IReadOnlyList<CustomerLedger> ledgers, CalendarDate on, string currency, CutOffText? cutOffs)
    {
        var inOrder = ledgers.OrderBy(ledger => ledger.Customer).ToList();
        var summaries = inOrder.Select(ledger => PurchaseSummary.Of(PurchaseDays.Of(ledger.PurchasesUntil(on), on), on)).OfType<PurchaseSummary>().ToList();
        var forecast = PurchaseForecast.Fit(summaries);
        var outcome = forecast.Purchases is null || forecast.Spend is null ? FitOutcome.TooFew : forecast.Sound ? FitOutcome.Fitted : FitOutcome.NotConverged;
        var fitted = outcome == FitOutcome.Fitted;
        var model = new ValueModel
        {
            FittedOn = on,
            Currency = currency,
            Customers = summaries.Count,
            Repeaters = summaries.Count(summary => summary.Frequency > 0),
            Outcome = outcome,
            Purchases = fitted ? forecast.Purchases!.Model : null,
            Spend = fitted ? forecast.Spend!.Model : null,
            Margin = Margin(inOrder, on),
            Retention = RetentionCurve.Of(inOrder.Select(ledger => CustomerAppraisal.Stay(ledger, on)).OfType<ContractHistory>().ToList()),
            Contracts = Contracts(inOrder, on),
        };
        return WithPeers(model, inOrder, on, cutOffs);
    }

    private static ValueModel WithPeers(ValueModel model, List<CustomerLedger> ledgers, CalendarDate on, CutOffText? cutOffs)
    {
        var peers = new PeerValues();
        var appraisals = new List<CustomerAppraisal>();
        foreach (var ledger in ledgers)
        {
            var appraisal = new CustomerAppraisal(ledger, model, on);
            appraisals.Add(appraisal);
            peers.Add(ledger.Groups, appraisal.Contribution.Value);
        }

        var headroom = appraisals.Select((appraisal, at) => AttainableValue.Freeze(appraisal.Expected.Amount, null, ledgers[at].Groups, peers, on).Headroom(appraisal.Expected.Amount));
        return new ValueModel
        {
            FittedOn = model.FittedOn,
            Currency = model.Currency,
            Customers = model.Customers,
            Repeaters = model.Repeaters,
            Outcome = model.Outcome,
            Purchases = model.Purchases,
            Spend = model.Spend,
            Margin = model.Margin,
            Retention = model.Retention,
            Contracts = model.Contracts,
            Peers = PeerValues.Restored(peers.TopQuartiles()),
            ByValue = cutOffs?.ByValue ?? CutOffText.Quantiles(appraisals.Select(appraisal => appraisal.Contribution.Value)),
            ByPotential = cutOffs?.ByPotential ?? CutOffText.Quantiles(headroom),
        };
    }

    // rounded, so that the stored model is the fitted one to the last digit
    private static decimal Margin(List<CustomerLedger> ledgers, CalendarDate on)
    {
        decimal revenue = 0, value = 0;
        foreach (var ledger in ledgers)
        {
            var own = CustomerAppraisal.OfPurchases(ledger, on);
            revenue += own.Revenue;
            value += own.Value;
        }

        return revenue > 0 ? Math.Round(value / revenue, 6) : 1;
    }

    private static Dictionary<string, RetentionCurve> Contracts(List<CustomerLedger> ledgers, CalendarDate on)
    {
        var curves = new Dictionary<string, RetentionCurve>(StringComparer.OrdinalIgnoreCase);
        var all = ledgers.SelectMany(ledger => ledger.Contracts).Where(contract => contract.Start <= on).ToList();
        foreach (var product in all.Select(contract => contract.Product).Where(product => product.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var own = all.Where(contract => string.Equals(contract.Product, product, StringComparison.OrdinalIgnoreCase));
            if (RetentionCurve.Of(own.Select(contract => contract.History(on)).ToList()) is { } curve) curves[product] = curve;
        }

        if (RetentionCurve.Of(all.Select(contract => contract.History(on)).ToList()) is { } pooled) curves[""] = pooled;
        return curves;
    }
}
