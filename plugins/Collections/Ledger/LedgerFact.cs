using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Collections;

/// <summary>What a verdict knew of one obligation.</summary>
/// <param name="DunningLevel">0 to 9: the sternest tone that a message about it may take; 0 where nothing may be demanded.</param>
/// <param name="AsOfUtc">Up to when the ledger was known; null: unknown.</param>
internal sealed record LedgerFact(
    string ObligationKey, string Number, LedgerMoney Overdue, LedgerMoney Demandable, int DaysPastDue, int DunningLevel, DateTime? AsOfUtc)
{
    /// <summary>None for purposes that no rule of the ledger looks at, and where no ledger is known.</summary>
    public static IReadOnlyList<LedgerFact> Of(Situation situation) =>
        situation.Ledger is { } ledger && (situation.Request.Purpose.SpeaksOfDebt() || situation.Request.Purpose is Purpose.ThankYou or Purpose.Sales)
            ? [.. ledger.At(situation.Request.AtUtc).Select(Of)]
            : [];

    private static LedgerFact Of(Arrears arrears) => new(
        arrears.Ledger.Key,
        arrears.Ledger.Number,
        new LedgerMoney(arrears.Overdue, arrears.Ledger.Currency),
        new LedgerMoney(arrears.Demandable, arrears.Ledger.Currency),
        arrears.DaysPastDue,
        arrears.MayDemand ? arrears.Ledger.DunningLevel : 0,
        arrears.Ledger.AsOfUtc);
}
