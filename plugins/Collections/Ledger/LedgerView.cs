using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Collections;

/// <summary>The customer's ledgers as they bear on one contact.</summary>
internal sealed class LedgerView
{
    private readonly Situation situation;
    private readonly IReadOnlyList<ObligationLedger> all;
    private IReadOnlyList<Arrears> last = [];
    private DateTime lastAt;

    public LedgerView(Situation situation, IReadOnlyList<ObligationLedger> obligations)
    {
        this.situation = situation;
        all = obligations;
        Terms = new LedgerTerms(situation.Pack, situation.Clocks);
        var request = situation.Request;
        KnownUtc = request.NotBeforeUtc is { } now && now < request.AtUtc ? now : request.AtUtc;
        var key = request.ObligationKey;
        Concerned = [.. obligations.Where(ledger => key is null ? MayHear(ledger) : Arrears.Same(ledger.Key, key))];
    }

    public LedgerTerms Terms { get; }

    /// <summary>When the question is asked: what is overdue later is nobody's arrears yet. UTC.</summary>
    public DateTime KnownUtc { get; }

    /// <summary>Every obligation of the customer.</summary>
    public IReadOnlyList<ObligationLedger> All => all;

    /// <summary>The obligation that the contact names; where it names none, all that the customer may be spoken to about.</summary>
    public IReadOnlyList<ObligationLedger> Concerned { get; }

    public IReadOnlyList<ContactHold> Holds => situation.Customer.Holds;

    /// <summary>Bound by it in a capacity that the country lets be contacted, and entitled to know.</summary>
    public bool MayHear(ObligationLedger ledger) => ledger.MayBeTold && Terms.MayContact(ledger.Role, Terms.Today(KnownUtc));

    /// <summary>The arrears of the obligations concerned at an instant; what was worked out last is kept.</summary>
    public IReadOnlyList<Arrears> At(DateTime utc)
    {
        if (lastAt != utc)
        {
            last = [.. Concerned.Select(ledger => ArrearsOf(ledger, utc))];
            lastAt = utc;
        }

        return last;
    }

    public Arrears ArrearsOf(ObligationLedger ledger, DateTime utc) => Arrears.Of(ledger, Holds, Terms, utc, KnownUtc);

    /// <summary>The instants after one at which the arrears can change by themselves, in order.</summary>
    public IEnumerable<DateTime> ChangesAfter(DateTime fromUtc) => Concerned
        .SelectMany(ledger => Arrears.Changes(ledger, Holds, Terms, fromUtc))
        .Where(at => at > fromUtc)
        .Distinct()
        .OrderBy(at => at);

    /// <summary>Not known up to the last bank close: something may have been paid since.</summary>
    public bool IsStale(ObligationLedger ledger) => ledger.AsOfUtc is not { } known || known < Terms.LastClose(KnownUtc);

    /// <summary>The instalments that fall due within so many days, with what is left to pay of them.</summary>
    public IEnumerable<InstallmentLine> Upcoming(ObligationLedger ledger, DateTime atUtc, int days)
    {
        var today = Terms.Today(atUtc);
        return ledger.Installments.Where(line =>
            !line.IsCancelled && line.Paid < line.Amount && !Terms.HasPassed(Terms.EffectiveDue(line), atUtc) && Terms.EffectiveDue(line) <= today.AddDays(days));
    }
}
