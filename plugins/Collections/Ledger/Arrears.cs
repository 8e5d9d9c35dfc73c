using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Collections;

/// <summary>Why something that is overdue may not be demanded.</summary>
internal enum Withholding
{
    DebitWindow,
    BankFault,
    InTransit,
    Disputed,
    Promised,
    Immaterial,
}

/// <summary>A part of what is overdue that may not be demanded.</summary>
/// <param name="UntilUtc">When that ends by itself; null: never.</param>
internal sealed record WithheldAmount(Withholding Why, decimal Amount, DateTime? UntilUtc);

/// <summary>What is overdue on one obligation at one instant, and what of it may be demanded. Amounts in the obligation's currency.</summary>
/// <remarks>House policy throughout, but for the due date on a closed day, which the countries' laws move forward (<see cref="LedgerSources"/>).</remarks>
internal sealed record Arrears
{
    private Arrears(ObligationLedger ledger) => Ledger = ledger;

    public ObligationLedger Ledger { get; }

    /// <summary>Unpaid though its effective due date has passed.</summary>
    public decimal Overdue { get; private init; }

    /// <summary>What of it may be demanded now; 0 where nothing may, and where too little is left to speak of.</summary>
    public decimal Demandable { get; private init; }

    /// <summary>What of it may not, each part for the first reason that holds it.</summary>
    public IReadOnlyList<WithheldAmount> Withheld { get; private init; } = [];

    /// <summary>Of the oldest instalment that is overdue, the bank's own doing left aside; 0 where none is.</summary>
    public int DaysPastDue { get; private init; }

    public bool MayDemand => Demandable > 0;

    /// <param name="knownUtc">Only what is overdue by then counts: nobody is dunned in advance.</param>
    public static Arrears Of(ObligationLedger ledger, IReadOnlyList<ContactHold> holds, LedgerTerms terms, DateTime atUtc, DateTime knownUtc)
    {
        var overdue = ledger.Installments
            .Where(line => !line.IsCancelled && line.Paid < line.Amount && terms.HasPassed(terms.EffectiveDue(line), knownUtc < atUtc ? knownUtc : atUtc))
            .ToList();
        if (overdue.Count == 0)
        {
            return new Arrears(ledger);
        }

        var withheld = new List<WithheldAmount>();
        var left = 0m;
        var days = 0;
        foreach (var line in overdue)
        {
            var unpaid = line.Amount - line.Paid;
            var debit = DirectDebit.Of(line, ledger, terms, atUtc);
            days = debit.Standing == DebitStanding.BankFault ? days : Math.Max(days, terms.DaysPastDue(line, atUtc));
            switch (debit.Standing)
            {
                case DebitStanding.WithinWindow:
                    withheld.Add(new WithheldAmount(Withholding.DebitWindow, unpaid, debit.WindowEndsUtc));
                    break;
                case DebitStanding.BankFault:
                    withheld.Add(new WithheldAmount(Withholding.BankFault, unpaid, null));
                    break;
                default:
                    left += unpaid;
                    break;
            }
        }

        foreach (var part in Claims(ledger, holds, terms, atUtc))
        {
            var amount = Math.Min(part.Amount, left);
            if (amount > 0)
            {
                withheld.Add(part with { Amount = amount });
                left -= amount;
            }
        }

        if (left > 0 && left <= terms.Materiality(ledger.Currency))
        {
            withheld.Add(new WithheldAmount(Withholding.Immaterial, left, null));
            left = 0;
        }

        return new Arrears(ledger) { Overdue = overdue.Sum(line => line.Amount - line.Paid), Demandable = left, Withheld = withheld, DaysPastDue = days };
    }

    /// <summary>The instants at which what may be demanded can change by the mere passing of time.</summary>
    public static IEnumerable<DateTime> Changes(ObligationLedger ledger, IReadOnlyList<ContactHold> holds, LedgerTerms terms, DateTime fromUtc)
    {
        foreach (var line in ledger.Installments.Where(line => !line.IsCancelled && line.Paid < line.Amount))
        {
            yield return terms.PassedAt(terms.EffectiveDue(line));
            if (DirectDebit.Of(line, ledger, terms, fromUtc).WindowEndsUtc is { } end)
            {
                yield return end;
            }
        }

        foreach (var payment in ledger.Payments.Where(payment => payment.State == PaymentState.InTransit))
        {
            yield return Expiry(payment, ledger, terms);
        }

        foreach (var promise in ledger.Promises.Where(promise => promise.IsOpen))
        {
            yield return PromiseEnd(promise, terms);
        }

        foreach (var hold in holds.Where(hold => hold.Kind == HoldKind.DisputedAmount))
        {
            if (hold.From is { } from)
            {
                yield return terms.PassedAt(from.AddDays(-1));
            }

            if (hold.Until is { } until)
            {
                yield return terms.PassedAt(until);
            }
        }
    }

    /// <summary>When the day of a promise has passed and its money has had time to arrive.</summary>
    public static DateTime PromiseEnd(PromiseLine promise, LedgerTerms terms) => terms.CloseAfter(promise.On, terms.Settlement(PaymentMethod.Transfer).BankDays);

    private static DateTime Expiry(PaymentLine payment, ObligationLedger ledger, LedgerTerms terms) =>
        payment.ExpiresUtc
        ?? ((payment.InitiatedUtc ?? payment.PostedUtc ?? ledger.AsOfUtc) is { } at ? terms.CloseAfter(terms.Today(at), terms.Settlement(payment.Method).BankDays) : DateTime.MinValue);

    private static IEnumerable<WithheldAmount> Claims(ObligationLedger ledger, IReadOnlyList<ContactHold> holds, LedgerTerms terms, DateTime atUtc)
    {
        foreach (var payment in ledger.Payments.Where(payment => payment.State == PaymentState.InTransit))
        {
            var end = Expiry(payment, ledger, terms);
            if (atUtc < end)
            {
                yield return new WithheldAmount(Withholding.InTransit, payment.Amount, end);
            }
        }

        var today = terms.Today(atUtc);
        foreach (var hold in holds)
        {
            if (hold.Kind == HoldKind.DisputedAmount && (hold.ObligationKey is null || Same(hold.ObligationKey, ledger.Key)) && hold.HoldsOn(today))
            {
                yield return new WithheldAmount(Withholding.Disputed, hold.Amount ?? decimal.MaxValue, hold.Until is { } until ? terms.PassedAt(until) : null);
            }
        }

        foreach (var promise in ledger.Promises.Where(promise => promise.IsOpen))
        {
            var end = PromiseEnd(promise, terms);
            if (atUtc < end)
            {
                yield return new WithheldAmount(Withholding.Promised, promise.Amount, end);
            }
        }
    }

    internal static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
