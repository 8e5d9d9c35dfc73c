using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>When a customer may be contacted in the days to come: for each of the customer's own days, every half hour and what closes it.</summary>
/// <param name="Days">In order, the day of the first instant being the first.</param>
internal sealed record ContactGrid(IReadOnlyList<GridDay> Days)
{
    public const int MinutesPerCell = 30;

    private const int CellsPerDay = 24 * 60 / MinutesPerCell;

    /// <summary>Judges every half hour of so many local days, each by itself: it reserves nothing, and earlier cells count for nothing in later ones.</summary>
    /// <param name="fromUtc">Cells that have passed by then are closed without a reason.</param>
    /// <param name="clock">The customer's clock; the grid is laid on it.</param>
    /// <param name="judge">The verdict on the contact at an instant (UTC).</param>
    public static ContactGrid Of(DateTime fromUtc, int days, LocalClock clock, Func<DateTime, Verdict> judge)
    {
        var first = clock.DateAt(fromUtc);
        return new ContactGrid([.. Enumerable.Range(0, days).Select(index => Day(first.AddDays(index), fromUtc, clock, judge))]);
    }

    private static GridDay Day(CalendarDate day, DateTime fromUtc, LocalClock clock, Func<DateTime, Verdict> judge)
    {
        var cells = new List<GridCell>(CellsPerDay);
        for (var index = 0; index < CellsPerDay; index++)
        {
            var local = day.Midnight.AddMinutes(index * MinutesPerCell);
            var utc = clock.ToUtc(local);

            // an hour that the clock skips is no hour in which anybody can be called
            if (clock.ToLocal(utc) != local || utc.AddMinutes(MinutesPerCell) <= fromUtc)
            {
                cells.Add(new GridCell(local.TimeOfDay, false, null));
                continue;
            }

            var verdict = judge(utc > fromUtc ? utc : fromUtc);
            cells.Add(new GridCell(local.TimeOfDay, verdict.Allowed, verdict.Allowed ? null : verdict.Findings.First(finding => finding.Objects)));
        }

        return new GridDay(day, cells);
    }
}

/// <summary>One day of the grid, on the customer's calendar.</summary>
internal sealed record GridDay(CalendarDate Date, IReadOnlyList<GridCell> Cells)
{
    /// <summary>The open stretches of the day.</summary>
    public IReadOnlyList<DayWindow> Open
    {
        get
        {
            IReadOnlyList<DayWindow> open = DayWindow.None;
            foreach (var cell in Cells.Where(cell => cell.IsOpen))
            {
                var from = (int)cell.From.TotalMinutes;
                open = DayWindow.Union(open, [new DayWindow(from, from + ContactGrid.MinutesPerCell)]);
            }

            return open;
        }
    }

    /// <summary>What closes cells of the day, each rule once, the one heard first before the others.</summary>
    public IReadOnlyList<Finding> Reasons =>
        [.. Cells.Select(cell => cell.Why).OfType<Finding>().GroupBy(finding => finding.RuleId).Select(group => group.First())];
}

/// <summary>Half an hour of the grid.</summary>
/// <param name="From">Local time of day.</param>
/// <param name="Why">The first rule that objects; null where the cell is open or has passed.</param>
internal sealed record GridCell(TimeSpan From, bool IsOpen, Finding? Why);
