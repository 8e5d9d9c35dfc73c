using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Compensation.Value;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Snapshots;

/// <summary>What a snapshot rests on, in sentences of both languages: nothing is foretold without saying by what.</summary>
internal static class ModelText
{
    /// <param name="opening">What is expected by the period's end; null: the snapshot is no opening value.</param>
    public static string Write(CustomerLedger ledger, ValueModel model, Measurement measurement, CustomerAppraisal appraisal, CalendarDate day, decimal? opening, CalendarDate until) =>
        string.Join("\n\n", new[] { Language.English, Language.Spanish }.Select(language => string.Join(" ", Sentences(language, ledger, model, measurement, appraisal, day, opening, until))));

    private static IEnumerable<string> Sentences(Language language, CustomerLedger ledger, ValueModel model, Measurement measurement, CustomerAppraisal appraisal, CalendarDate day, decimal? opening, CalendarDate until)
    {
        string Say(string name, params object[] facts) => SnapshotTexts.Write(language, name, facts);

        var year = new TrailingYear(day);
        yield return Say("Measured", year.First, year.Last, measurement.Currency, measurement.RateDate);
        if (measurement.Index.Length > 0) yield return Say("Real", measurement.Index, FormattableString.Invariant($"{measurement.RateDate.Year}-{measurement.RateDate.Month:00}"));
        yield return model.Outcome switch
        {
            FitOutcome.Fitted => Say("Fitted", Numbers(model.Purchases!.R, model.Purchases.Alpha, model.Purchases.A, model.Purchases.B), Numbers(model.Spend!.P, model.Spend.Q, model.Spend.Gamma), model.Customers, model.FittedOn),
            FitOutcome.TooFew => Say("TooFew", model.Repeaters, model.Customers, model.FittedOn, Value.Purchases.BgNbdFit.LeastRepeaters),
            _ => Say("NotConverged", model.Customers, model.FittedOn),
        };
        if (model.Outcome != FitOutcome.Fitted) yield return Say(model.Retention is null ? "AsLastYear" : "WithRetention");

        var contracts = ledger.Contracts.Where(contract => contract.Runs(day)).ToList();
        if (contracts.Count > 0)
        {
            yield return Say("Contracts", contracts.Count);
            if (contracts.Any(contract => model.RetentionOf(contract.Product) is null)) yield return Say("ContractsUnwatched", Value.Contracts.RetentionCurve.LeastWatched);
        }

        yield return appraisal.Attainable.Basis == AttainableBasis.Peers ? Say("Peers", appraisal.Attainable.Evidence) : Say("NoPeers", PeerValues.LeastPeers);
        if (opening is { } baseline) yield return Say("Opening", until, Money(baseline), Money(appraisal.Expected.Amount));
        if (appraisal.Contribution.BadProfit != 0) yield return Say("BadProfit", Money(appraisal.Contribution.FeesAndPenalties), Money(appraisal.Contribution.Contested));
    }

    private static string Money(decimal amount) => DecimalText.Money(amount);

    private static string Numbers(params double[] numbers) => string.Join(", ", numbers.Select(number => number.ToString("G6", CultureInfo.InvariantCulture)));
}
