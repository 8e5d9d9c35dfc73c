using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>What became of the direct debit of one instalment.</summary>
internal enum DebitStanding
{
    /// <summary>Direct debit has no part in it, or it failed for a reason of the customer's.</summary>
    None,

    /// <summary>It may still be presented, or may still come back.</summary>
    WithinWindow,

    /// <summary>The bank never presented it, or it came back for a technical reason: not the customer's doing.</summary>
    BankFault,
}

/// <summary>Follows the direct debit of one instalment through presentation, return and second presentation.</summary>
/// <param name="Standing">Where it stands at the instant asked for.</param>
/// <param name="WindowEndsUtc">When its window closes; null where direct debit has no part in it.</param>
/// <remarks>
/// House policy, after the SEPA, ACH and Bacs return windows. The window is strict: it runs to its end even if the debit comes back before. A debit
/// drawn before the effective due date that fails is presented again on the effective due date; until that one's window ends nothing is demanded.
/// </remarks>
internal sealed record DirectDebit(DebitStanding Standing, DateTime? WindowEndsUtc)
{
    private static readonly DirectDebit NoPart = new(DebitStanding.None, null);

    public static DirectDebit Of(InstallmentLine line, ObligationLedger ledger, LedgerTerms terms, DateTime atUtc)
    {
        var due = terms.EffectiveDue(line);
        var debit = terms.Debit(line);
        var presented = Presented(line, ledger, terms, debit).ToList();
        if (!ledger.HasMandate && presented.Count == 0)
        {
            return NoPart;
        }

        // one that was drawn early and failed counts for nothing: it must be presented again when the money is due
        var valid = presented.Where(one => one.On >= due || !one.Failed).ToList();
        var last = valid.Count == 0 ? null : valid[valid.Count - 1];
        var start = due > debit ? due : debit;
        var end = terms.CloseAfter(last is not null && last.On > start ? last.On : start, terms.ReturnWindow);
        if (atUtc < end)
        {
            return new DirectDebit(DebitStanding.WithinWindow, end);
        }

        var neverPresented = last is null && (ledger.HasMandate || presented.Count > 0);
        return new DirectDebit(neverPresented || last is { Failed: true, Line.Returned: ReturnReason.Technical } ? DebitStanding.BankFault : DebitStanding.None, end);
    }

    /// <summary>Some presentation of the instalment came back for a technical reason.</summary>
    public static bool BankFailed(InstallmentLine line, ObligationLedger ledger, LedgerTerms terms) =>
        Presented(line, ledger, terms, terms.Debit(line)).Any(one => one.Failed && one.Line.Returned == ReturnReason.Technical);

    /// <summary>The presentations of the instalment, oldest first: those that name it, and those without a name between its debit date and the next one's.</summary>
    private static IEnumerable<Presentation> Presented(InstallmentLine line, ObligationLedger ledger, LedgerTerms terms, CalendarDate debit)
    {
        CalendarDate? next = null;
        foreach (var other in ledger.Installments)
        {
            var date = terms.Debit(other);
            next = date > debit && (next is null || date < next.Value) ? date : next;
        }

        return ledger.Payments
            .Where(payment => payment.Method == PaymentMethod.DirectDebit)
            .Select(payment => new Presentation(payment, DayOf(payment, terms, debit)))
            .Where(one => one.Line.InstallmentNumber is { } number
                ? number == line.Number && one.On >= debit
                : one.On >= debit && (next is null || one.On < next.Value))
            .OrderBy(one => one.On);
    }

    private static CalendarDate DayOf(PaymentLine payment, LedgerTerms terms, CalendarDate debit) =>
        (payment.InitiatedUtc ?? payment.PostedUtc) is { } at ? terms.Today(at) : debit;

    private sealed record Presentation(PaymentLine Line, CalendarDate On)
    {
        public bool Failed => Line.State is PaymentState.Rejected or PaymentState.Returned;
    }
}
