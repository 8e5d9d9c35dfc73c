using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Collections;

/// <summary>Nobody is thanked for his punctuality while something of his is overdue.</summary>
/// <remarks>House policy. What the bank failed to draw and what is too little to speak of do not count; only payment cures it.</remarks>
internal sealed class UntrueThanks : LedgerRule
{
    public override string Id => RuleIds.UntrueThanks;

    public override Objection Explain(DateTime atUtc, Situation situation) => Because(situation, "UntrueThanks");

    /// <summary>Something is overdue that is neither the bank's doing nor a trifle.</summary>
    public static bool IsInArrears(Arrears arrears) =>
        arrears.Overdue > arrears.Withheld.Where(part => part.Why is Withholding.BankFault or Withholding.Immaterial).Sum(part => part.Amount);

    protected override bool Concerns(ContactRequest request) => request.Purpose == Purpose.ThankYou;

    protected override bool Objects(DateTime atUtc, LedgerView ledger, Situation situation) => ledger.At(atUtc).Any(IsInArrears);
}

/// <summary>A punctual payer is thanked, but rarely; nobody else is thanked for being one.</summary>
/// <remarks>House policy: at most once in 180 days (a policy may name more), after six punctual instalments or more.</remarks>
internal sealed class ThanksSeldom : LedgerRule
{
    public const int DefaultDays = 180;

    private const int Instalments = 6;

    public override string Id => RuleIds.ThanksSeldom;

    public static int Days(HousePolicy policy) => Math.Max(DefaultDays, policy.For(RuleIds.ThanksSeldom)?.Number ?? 0);

    public static bool IsEarned(LedgerView ledger, DateTime atUtc) =>
        ledger.Concerned.Any(obligation => PaymentRecord.Of(obligation, ledger.Terms, atUtc).PunctualInRow >= Instalments);

    /// <summary>The first instant at which the last thank-you lies far enough back; null where there was none lately.</summary>
    public static DateTime? RestEnds(Situation situation, DateTime atUtc)
    {
        DateTime? end = null;
        foreach (var thanks in situation.Others.Where(attempt => attempt.Purpose == Purpose.ThankYou && attempt.AtUtc <= atUtc))
        {
            var clock = situation.Clocks[0];
            var free = clock.StartOf(clock.DateAt(thanks.AtUtc).AddDays(Days(situation.Policy)));
            end = free > atUtc && (end is null || free > end) ? free : end;
        }

        return end;
    }

    public override Objection Explain(DateTime atUtc, Situation situation) => IsEarned(situation.Ledger!, atUtc)
        ? Because(situation, "ThanksSeldom", Days(situation.Policy))
        : Because(situation, "ThanksUnearned", Instalments);

    protected override bool Concerns(ContactRequest request) => request.Purpose == Purpose.ThankYou;

    protected override bool Objects(DateTime atUtc, LedgerView ledger, Situation situation) => !IsEarned(ledger, atUtc) || RestEnds(situation, atUtc) is not null;

    protected override IEnumerable<DateTime> Changes(DateTime fromUtc, LedgerView ledger, Situation situation) =>
        RestEnds(situation, fromUtc) is { } end ? [end] : [];
}

/// <summary>A punctual payer is never reminded; a reminder goes to those whose history, or a date that was moved, gives reason.</summary>
/// <remarks>House policy: from 14 days before the effective due date (a policy may name fewer), if one of the last twelve instalments was late.</remarks>
internal sealed class NeedlessReminder : LedgerRule
{
    public const int DefaultDays = 14;

    private const int Instalments = 12;

    public override string Id => RuleIds.NeedlessReminder;

    /// <summary>The obligation has something to be reminded of at that time.</summary>
    public static bool IsJustified(ObligationLedger obligation, LedgerView ledger, HousePolicy policy, DateTime atUtc)
    {
        var upcoming = ledger.Upcoming(obligation, atUtc, Days(policy)).ToList();
        return upcoming.Any(line => IsMoved(line, ledger.Terms)) || (upcoming.Count > 0 && PaymentRecord.Of(obligation, ledger.Terms, atUtc).HasLateIn(Instalments));
    }

    public override Objection Explain(DateTime atUtc, Situation situation) => Because(situation, "NeedlessReminder", Days(situation.Policy));

    protected override bool Concerns(ContactRequest request) => request.Purpose == Purpose.Reminder;

    protected override bool Objects(DateTime atUtc, LedgerView ledger, Situation situation) =>
        ledger.Concerned.Count > 0
        && !ledger.At(atUtc).Any(arrears => arrears.MayDemand)
        && !ledger.Concerned.Any(obligation => IsJustified(obligation, ledger, situation.Policy, atUtc));

    protected override IEnumerable<DateTime> Changes(DateTime fromUtc, LedgerView ledger, Situation situation) => ledger.Concerned
        .SelectMany(obligation => obligation.Installments)
        .Select(line => ledger.Terms.PassedAt(ledger.Terms.EffectiveDue(line).AddDays(-Days(situation.Policy) - 1)))
        .Concat(ledger.ChangesAfter(fromUtc))
        .Where(at => at > fromUtc)
        .OrderBy(at => at);

    private static int Days(HousePolicy policy) => Math.Min(DefaultDays, policy.For(RuleIds.NeedlessReminder)?.Number ?? DefaultDays);

    private static bool IsMoved(InstallmentLine line, LedgerTerms terms) => terms.EffectiveDue(line) != line.DueDate || terms.Debit(line) > line.DueDate;
}

/// <summary>Nobody is asked to deposit before a journey what the free limit covers.</summary>
/// <remarks>House policy. From 14 days before the journey to its end, where the customer told us what he means to spend.</remarks>
internal sealed class NeedlessDeposit : LedgerRule
{
    private const int DaysBefore = 14;

    public override string Id => RuleIds.NeedlessDeposit;

    public override Objection Explain(DateTime atUtc, Situation situation)
    {
        var ledger = situation.Ledger!;
        var covering = Covering(atUtc, ledger, situation).First();
        return Because(
            situation,
            "NeedlessDeposit",
            new LedgerMoney(covering.Limit!.Value - covering.Balance!.Value, covering.Currency),
            new LedgerMoney(Journeys(atUtc, ledger, situation).Max(), covering.Currency));
    }

    protected override bool Concerns(ContactRequest request) => request.Purpose.SpeaksOfDebt();

    protected override bool Objects(DateTime atUtc, LedgerView ledger, Situation situation) =>
        Covering(atUtc, ledger, situation).Any() && !ledger.At(atUtc).Any(arrears => arrears.Overdue > 0)
        && !ledger.Concerned.Any(obligation => NeedlessReminder.IsJustified(obligation, ledger, situation.Policy, atUtc));

    protected override IEnumerable<DateTime> Changes(DateTime fromUtc, LedgerView ledger, Situation situation) => situation.Customer.Travels
        .Select(journey => ledger.Terms.PassedAt(journey.Until))
        .Where(at => at > fromUtc)
        .OrderBy(at => at);

    private static List<decimal> Journeys(DateTime atUtc, LedgerView ledger, Situation situation)
    {
        var today = ledger.Terms.Today(atUtc);
        return [.. situation.Customer.Travels
            .Where(journey => journey.From.AddDays(-DaysBefore) <= today && today <= journey.Until)
            .Select(journey => journey.PlannedSpend)
            .OfType<decimal>()];
    }

    private static IEnumerable<ObligationLedger> Covering(DateTime atUtc, LedgerView ledger, Situation situation) =>
        Journeys(atUtc, ledger, situation) is { Count: > 0 } spends
            ? ledger.Concerned.Where(obligation => obligation.Limit - obligation.Balance >= spends.Max())
            : [];
}
