using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Collections;

/// <summary>Nothing is asked of somebody who owes nothing that is overdue. The due day itself is still his; of the 17th, the 18th is the first day late.</summary>
/// <remarks>House policy; where only the date that a closed day moved stands against it, the law that moves it. No time cures it: what falls due later is not overdue.</remarks>
internal sealed class NothingOverdue : LedgerRule
{
    public override string Id => RuleIds.NothingOverdue;

    public override Objection Explain(DateTime atUtc, Situation situation)
    {
        var ledger = situation.Ledger!;
        foreach (var line in ledger.Concerned.SelectMany(obligation => obligation.Installments))
        {
            var due = ledger.Terms.EffectiveDue(line);
            if (!line.IsCancelled && line.Paid < line.Amount && due > line.DueDate && line.DueDate < ledger.Terms.Today(ledger.KnownUtc))
            {
                return new Objection(DueDates.RuleFor(line.DueDate, situation.Pack).Source, "DueDateMoved", [line.DueDate, due]);
            }
        }

        return Because(situation, ledger.All.Count == 0 ? "NothingOwed" : "NothingOverdue");
    }

    protected override bool Concerns(ContactRequest request) => request.Purpose.SpeaksOfDebt();

    protected override bool Objects(DateTime atUtc, LedgerView ledger, Situation situation) =>
        situation.Request.Purpose.Demands() ? ledger.At(atUtc).All(arrears => arrears.Overdue == 0) : ledger.Concerned.Count == 0;
}

/// <summary>A ledger older than the last close of the banks demands nothing: the customer may have paid since.</summary>
/// <remarks>House policy. Only a new feed cures it.</remarks>
internal sealed class StaleLedger : LedgerRule
{
    public override string Id => RuleIds.StaleLedger;

    public override Objection Explain(DateTime atUtc, Situation situation)
    {
        var ledger = situation.Ledger!;
        var close = situation.Clocks[0].ToLocal(ledger.Terms.LastClose(ledger.KnownUtc));
        return ledger.Concerned.First(obligation => IsOpenAndStale(obligation, ledger)).AsOfUtc is { } known
            ? Because(situation, "StaleLedger", situation.Clocks[0].ToLocal(known), close)
            : Because(situation, "UnknownLedger", close);
    }

    protected override bool Concerns(ContactRequest request) => request.Purpose.SpeaksOfDebt();

    protected override bool Objects(DateTime atUtc, LedgerView ledger, Situation situation) =>
        ledger.Concerned.Any(obligation => IsOpenAndStale(obligation, ledger));

    private static bool IsOpenAndStale(ObligationLedger obligation, LedgerView ledger) =>
        ledger.IsStale(obligation) && obligation.Installments.Any(line => !line.IsCancelled && line.Paid < line.Amount);
}

/// <summary>What is overdue is held back for one reason, and nothing else is left that may be demanded.</summary>
internal abstract class WithheldDemand : LedgerRule
{
    protected abstract Withholding Why { get; }

    protected override bool Concerns(ContactRequest request) => request.Purpose.Demands();

    protected override bool Objects(DateTime atUtc, LedgerView ledger, Situation situation)
    {
        var arrears = ledger.At(atUtc);
        return !arrears.Any(one => one.MayDemand) && arrears.Any(one => one.Withheld.Any(part => part.Why == Why));
    }

    protected override IEnumerable<DateTime> Changes(DateTime fromUtc, LedgerView ledger, Situation situation) => ledger.ChangesAfter(fromUtc);

    /// <summary>What is held back for the reason, on the first obligation that has any.</summary>
    protected LedgerMoney Held(DateTime atUtc, Situation situation)
    {
        var arrears = situation.Ledger!.At(atUtc).First(one => one.Withheld.Any(part => part.Why == Why));
        return new LedgerMoney(arrears.Withheld.Where(part => part.Why == Why).Sum(part => part.Amount), arrears.Ledger.Currency);
    }

    /// <summary>When the last part held back for the reason is free, on the customer's clock.</summary>
    protected DateTime? Until(DateTime atUtc, Situation situation)
    {
        var ends = situation.Ledger!.At(atUtc).SelectMany(one => one.Withheld).Where(part => part.Why == Why).Select(part => part.UntilUtc).ToList();
        return ends.Contains(null) ? null : situation.Clocks[0].ToLocal(ends.Max()!.Value);
    }
}

/// <summary>Nobody is written to for what is left over of a payment.</summary>
/// <remarks>A threshold per currency, the pack's.</remarks>
internal sealed class ImmaterialAmount : WithheldDemand
{
    public override string Id => RuleIds.Immaterial;

    protected override Withholding Why => Withholding.Immaterial;

    public override Objection Explain(DateTime atUtc, Situation situation)
    {
        var held = Held(atUtc, situation);
        var terms = situation.Ledger!.Terms;
        return new Objection(terms.MaterialitySource(held.Currency), "ImmaterialAmount", [held, new LedgerMoney(terms.Materiality(held.Currency), held.Currency)]);
    }
}

/// <summary>A direct debit has until its return window closes; even one that came back sooner is not demanded before.</summary>
/// <remarks>The return period is the pack's, after SEPA, ACH and Bacs.</remarks>
internal sealed class DebitWindow : WithheldDemand
{
    public override string Id => RuleIds.DebitWindow;

    protected override Withholding Why => Withholding.DebitWindow;

    public override Objection Explain(DateTime atUtc, Situation situation) => new(situation.Ledger!.Terms.ReturnSource, "DebitWindow", [Until(atUtc, situation)!.Value]);
}

/// <summary>A debit that the bank did not present, or returned for technical reasons, is never the customer's arrears.</summary>
/// <remarks>House policy. Only a new presentation cures it.</remarks>
internal sealed class BankFault : WithheldDemand
{
    public override string Id => RuleIds.BankFault;

    protected override Withholding Why => Withholding.BankFault;

    public override Objection Explain(DateTime atUtc, Situation situation) => Because(situation, "BankFault");
}

/// <summary>Money on its way counts as paid until it has had the time that its method takes.</summary>
/// <remarks>House policy.</remarks>
internal sealed class PaymentInTransit : WithheldDemand
{
    public override string Id => RuleIds.PaymentInTransit;

    protected override Withholding Why => Withholding.InTransit;

    public override Objection Explain(DateTime atUtc, Situation situation) =>
        Because(situation, "PaymentInTransit", Held(atUtc, situation), Until(atUtc, situation)!.Value);
}

/// <summary>What the customer disputes is not demanded until the dispute is decided.</summary>
/// <remarks>House policy.</remarks>
internal sealed class DisputedAmount : WithheldDemand
{
    public override string Id => RuleIds.DisputedAmount;

    protected override Withholding Why => Withholding.Disputed;

    public override Objection Explain(DateTime atUtc, Situation situation) => Because(situation, "DisputedAmount", Held(atUtc, situation));
}

/// <summary>What the customer promised to pay is not demanded before the promised day has passed and the money has had time to arrive.</summary>
/// <remarks>House policy.</remarks>
internal sealed class OpenPromise : WithheldDemand
{
    public override string Id => RuleIds.OpenPromise;

    protected override Withholding Why => Withholding.Promised;

    public override Objection Explain(DateTime atUtc, Situation situation) =>
        Because(situation, "OpenPromise", Held(atUtc, situation), Until(atUtc, situation)!.Value);
}
