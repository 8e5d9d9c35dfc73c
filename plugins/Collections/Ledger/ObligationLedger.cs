using System;
using System.Collections.Generic;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>What the ledger says of one obligation of one customer: what is due, paid, on its way, promised and disputed. Amounts in its currency.</summary>
internal sealed record ObligationLedger
{
    /// <summary>The obligation's id ("D" format).</summary>
    public required string Key { get; init; }

    public string Number { get; init; } = "";

    /// <summary>What was sold, as the tenant names it; may be empty.</summary>
    public string Product { get; init; } = "";

    /// <summary>ISO 3166-1 alpha-2 code of the contract's law; empty: that of the customer's residence.</summary>
    public string Country { get; init; } = "";

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "";

    /// <summary>In what capacity this customer is bound.</summary>
    public PartyRole Role { get; init; }

    /// <summary>Whether this customer may be told of the debt.</summary>
    public bool MayBeTold { get; init; } = true;

    /// <summary>Instalments are drawn by direct debit.</summary>
    public bool HasMandate { get; init; }

    /// <summary>Up to when the ledger is known, UTC; null: nobody knows.</summary>
    public DateTime? AsOfUtc { get; init; }

    public decimal? Limit { get; init; }

    public decimal? Balance { get; init; }

    /// <summary>How far the collection of this obligation has gone; 0: nowhere.</summary>
    public int DunningLevel { get; init; }

    /// <summary>Those still unpaid, and those paid in the last thirteen months.</summary>
    public IReadOnlyList<InstallmentLine> Installments { get; init; } = [];

    /// <summary>Those on their way, and debits and returns of late; what is posted is already in <see cref="InstallmentLine.Paid"/>.</summary>
    public IReadOnlyList<PaymentLine> Payments { get; init; } = [];

    public IReadOnlyList<PromiseLine> Promises { get; init; } = [];

    /// <summary>Days on which a decrease of its limit took effect.</summary>
    public IReadOnlyList<CalendarDate> LimitDecreases { get; init; } = [];

    /// <summary>A card of it is blocked now.</summary>
    public bool IsBlocked { get; init; }
}

/// <summary>One amount due, as crmx_installment has it.</summary>
/// <param name="DueDate">As agreed.</param>
/// <param name="EffectiveDueDate">Moved off closed days; null: to be computed.</param>
/// <param name="DebitDate">When direct debit draws; null: on the effective due date.</param>
/// <param name="Paid">What has been posted to it.</param>
/// <param name="PaidOn">When it was paid in full; null: it is not.</param>
internal sealed record InstallmentLine(
    int Number, CalendarDate DueDate, CalendarDate? EffectiveDueDate, CalendarDate? DebitDate, decimal Amount, decimal Paid, CalendarDate? PaidOn)
{
    /// <summary>Fees and penalties are lines of their own.</summary>
    public InstallmentKind Kind { get; init; }

    /// <summary>It was cancelled: nothing is owed for it.</summary>
    public bool IsCancelled { get; init; }
}

/// <summary>Money received or on its way, as crmx_payment has it. Instants UTC.</summary>
/// <param name="ExpiresUtc">Until when money on its way is believed; null: the settlement time of its method.</param>
internal sealed record PaymentLine(
    PaymentMethod Method, PaymentState State, decimal Amount, DateTime? InitiatedUtc, DateTime? PostedUtc, DateTime? ExpiresUtc)
{
    /// <summary>Why a direct debit came back; null where it did not, or nobody says.</summary>
    public ReturnReason? Returned { get; init; }

    /// <summary>The instalment it is for; null where it names none.</summary>
    public int? InstallmentNumber { get; init; }
}

/// <summary>What the customer said he would pay, and by when (his own calendar).</summary>
internal sealed record PromiseLine(decimal Amount, CalendarDate On, bool IsOpen);

/// <summary>A reason not to contact the customer, as crmx_contacthold has it.</summary>
/// <param name="ObligationKey">Null: everything about the customer.</param>
/// <param name="Amount">Of a disputed amount; null: the whole obligation.</param>
/// <param name="From">First day; null: from ever.</param>
/// <param name="Until">Last day; null: until it is released.</param>
internal sealed record ContactHold(HoldKind Kind, string? ObligationKey, decimal? Amount, CalendarDate? From, CalendarDate? Until)
{
    public bool HoldsOn(CalendarDate day) => (From is null || From.Value <= day) && (Until is null || day <= Until.Value);
}

/// <summary>Where the customer will be, as crmx_travelnotice has it.</summary>
/// <param name="Countries">ISO 3166-1 alpha-2 codes; empty: abroad.</param>
/// <param name="PlannedSpend">What he means to spend, in the obligation's currency; null: not said.</param>
internal sealed record TravelNotice(IReadOnlyList<string> Countries, CalendarDate From, CalendarDate Until, decimal? PlannedSpend);
