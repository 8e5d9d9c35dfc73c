using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>What a text may say of one obligation's money, by the rules that decide whether it may be demanded at all.</summary>
internal sealed class Demand
{
    private readonly ObligationLedger ledger;
    private readonly LedgerTerms terms;
    private readonly DateTime now;
    private readonly Arrears arrears;

    private Demand(ObligationLedger ledger, IReadOnlyList<ContactHold> holds, LedgerTerms terms, DateTime now)
    {
        this.ledger = ledger;
        this.terms = terms;
        this.now = now;
        arrears = Arrears.Of(ledger, holds, terms, now, now);
    }

    /// <summary>What may be demanded now: 0 where nothing may, and on a ledger older than the last bank close.</summary>
    public decimal Amount => IsStale ? 0 : arrears.Demandable;

    /// <summary>The ledger is older than the last bank close: something may have been paid since.</summary>
    public bool IsStale => ledger.AsOfUtc is not { } known || known < terms.LastClose(now);

    public decimal Fees => Open.Where(line => line.Kind != InstallmentKind.Installment).Sum(Unpaid);

    /// <summary>The oldest instalment that is the customer's own arrears; null where none is.</summary>
    public InstallmentLine? Oldest => Open.FirstOrDefault(line =>
        line.Kind == InstallmentKind.Installment && terms.HasPassed(terms.EffectiveDue(line), now)
        && DirectDebit.Of(line, ledger, terms, now).Standing is not (DebitStanding.BankFault or DebitStanding.WithinWindow));

    /// <summary>The next instalment that is not due yet; null where none is in sight.</summary>
    public InstallmentLine? Next => Open.FirstOrDefault(line => line.Kind == InstallmentKind.Installment && !terms.HasPassed(terms.EffectiveDue(line), now));

    private IEnumerable<InstallmentLine> Open => ledger.Installments.Where(line => !line.IsCancelled && Unpaid(line) > 0).OrderBy(line => line.DueDate);

    public static decimal Unpaid(InstallmentLine line) => Math.Max(0, line.Amount - line.Paid);

    public CalendarDate EffectiveDue(InstallmentLine line) => terms.EffectiveDue(line);

    /// <summary>The day on which direct debit draws it; null where nothing is debited.</summary>
    public CalendarDate? Debit(InstallmentLine line) => ledger.HasMandate ? terms.Debit(line) : null;

    /// <param name="country">Of the customer's residence, as the customer's row has it.</param>
    /// <returns>Null where the obligation is closed, and where no country has rules here.</returns>
    public static Demand? Of(Queries queries, Guid customer, Guid obligation, string country, LocalClock clock, DateTime now)
    {
        if (queries.LedgerOf(obligation, now) is not { } ledger) return null;
        if (ContactLaw.Of(CountryPacks.Find(country), [ledger.Country]) is not { } pack) return null;

        var holds = queries.Customers([customer]).SelectMany(record => record.Holds).ToList();
        return new Demand(ledger, holds, new LedgerTerms(pack, [clock]), now);
    }
}
