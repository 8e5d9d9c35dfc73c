using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Collections;

/// <summary>How somebody has paid so far: the instalments whose day has passed, the latest first. Fees and penalties say nothing of that.</summary>
internal sealed class PaymentRecord
{
    private readonly List<bool> late;

    private PaymentRecord(List<bool> late) => this.late = late;

    /// <summary>Instalments paid on time in a row, up to now.</summary>
    public int PunctualInRow => late.IndexOf(true) is var first and >= 0 ? first : late.Count;

    public bool HasLateIn(int instalments) => late.Take(instalments).Contains(true);

    public static PaymentRecord Of(ObligationLedger ledger, LedgerTerms terms, DateTime atUtc) => new(
    [
        .. ledger.Installments
            .Where(line => line.Kind == InstallmentKind.Installment && !line.IsCancelled && terms.HasPassed(terms.EffectiveDue(line), atUtc))
            .Where(line => line.PaidOn is not null || DirectDebit.Of(line, ledger, terms, atUtc).Standing == DebitStanding.None)
            .OrderByDescending(line => line.DueDate)
            .Select(line => IsLate(line, ledger, terms)),
    ]);

    /// <summary>A direct debit has its window to arrive in, and one that the bank failed to draw does not speak against the customer.</summary>
    private static bool IsLate(InstallmentLine line, ObligationLedger ledger, LedgerTerms terms)
    {
        var due = terms.EffectiveDue(line);
        if (line.PaidOn is not { } paid)
        {
            return true;
        }

        if (paid <= due)
        {
            return false;
        }

        var debit = terms.Debit(line);
        var window = terms.BankDays.Add(terms.BankDays.OnOrAfter(debit > due ? debit : due), terms.ReturnWindow);
        return !(ledger.HasMandate && paid <= window) && !DirectDebit.BankFailed(line, ledger, terms);
    }
}
