using System.Collections.Generic;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>What the ledger has of the obligation whose limit or card is judged. Amounts in its currency.</summary>
internal sealed record CardLedger
{
    /// <summary>ISO 4217; empty where it is not known.</summary>
    public string Currency { get; init; } = "";

    public decimal? Limit { get; init; }

    /// <summary>Day of the month on which cycles close, 1 to 31 (the month's last day where it is shorter); null: not on record.</summary>
    public int? ClosingDay { get; init; }

    /// <summary>Closed cycles, in any order.</summary>
    public IReadOnlyList<StatementLine> Statements { get; init; } = [];

    public IReadOnlyList<InstallmentLine> Installments { get; init; } = [];

    /// <summary>The last day whose postings are known; null: nobody knows.</summary>
    public CalendarDate? KnownUntil { get; init; }

    /// <summary>What is overdue; null where it was not asked for.</summary>
    public OverdueFigures? Overdue { get; init; }

    public IReadOnlyList<TravelNotice> Travels { get; init; } = [];

    /// <summary>The first day, from <paramref name="day"/> on, on which a cycle closes; null where no closing day is on record.</summary>
    public CalendarDate? CloseOnOrAfter(CalendarDate day)
    {
        if (ClosingDay is not { } closing)
        {
            return null;
        }

        var here = In(day.Year, day.Month, closing);
        var next = new CalendarDate(day.Year, day.Month, 1).Midnight.AddMonths(1);
        return here >= day ? here : In(next.Year, next.Month, closing);
    }

    private static CalendarDate In(int year, int month, int day) => new(year, month, System.Math.Min(day, System.DateTime.DaysInMonth(year, month)));
}

/// <summary>One closed cycle, as crmx_statement has it.</summary>
/// <param name="Purchases">Spent in the cycle.</param>
/// <param name="Balance">Owed at its close.</param>
/// <param name="PaidOnTime">Whether the minimum due was paid by its due date.</param>
internal sealed record StatementLine(CalendarDate ClosedOn, decimal Purchases, decimal Payments, decimal Balance, decimal MinimumDue, bool PaidOnTime);

/// <summary>What is overdue on the obligation, and what of it may be demanded.</summary>
internal sealed record OverdueFigures(decimal Overdue, decimal Demandable, int DaysPastDue);
