using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>
/// Carries the close of a period from phase to phase: values, then statements, then the end. It keeps no state but the cursor of slice 0 and the rows of
/// the slices, and asks both what is left: so whoever ends a slice may carry it on, twice at once too, and after an interruption anywhere.
/// </summary>
/// <remarks>Depth: the API, slice 0, the value slices, the statement slices: four, whatever the number of workers. No slice sets off another of its kind.</remarks>
internal sealed class CloseRun
{
    /// <summary>Customers of a value slice.</summary>
    public const int CustomersOfSlice = 500;

    /// <summary>Workers of a statement slice: with some 250 customers each, about 5,000 lines.</summary>
    public const int WorkersOfSlice = 10;

    private readonly ClosingDesk desk;

    public CloseRun(ClosingDesk desk) => this.desk = desk;

    /// <summary>Carries the period's close on as far as it goes now.</summary>
    public void Advance(Guid period)
    {
        while (desk.Store.Find(PayIds.Work(period, 0)) is { IsOpen: true } close)
        {
            if (!Step(close)) return;
        }
    }

    // whether there may be more to do at once
    private bool Step(WorkRow close)
    {
        var phase = ClosePhase.Read(close.Cursor);
        if (phase.Kind.Length == 0) return Begin(close, phase, WorkColumns.ValueKind);

        var slices = phase.Slices == 0 ? [] : desk.Store.Slices(close.Period, phase);
        if (slices.Count < phase.Slices)
        {
            Divide(close, phase, slices);
            return false;
        }

        if (slices.Any(slice => slice.IsOpen)) return false;
        if (phase.Kind == WorkColumns.ValueKind) return Begin(close, phase, WorkColumns.StatementKind, Failures(slices));

        Finish(close, slices);
        return false;
    }

    // written down before anything is divided: of two who are here at once one goes on
    private bool Begin(WorkRow close, ClosePhase phase, string kind, string failures = "")
    {
        var count = Members(close.Period, kind).Count;
        var most = kind == WorkColumns.ValueKind ? CustomersOfSlice : WorkersOfSlice;
        var next = phase.Next(kind, (count + most - 1) / most);
        desk.Trace("phase " + next);
        return desk.Store.Save(
            close,
            WorkStore.Column(WorkColumns.Cursor, next.ToString()),
            WorkStore.Column(WorkColumns.Failure, failures),
            WorkStore.Column(WorkColumns.Status, new OptionSetValue(WorkColumns.UnderWay))) is not null;
    }

    private void Divide(WorkRow close, ClosePhase phase, IReadOnlyList<WorkRow> present)
    {
        // too deep to set anything off: crmx_RunDue takes slice 0 up again, at depth 1
        if (!desk.MayFanOut) return;

        var code = desk.Service.Retrieve(PayTables.Period, close.Period, new ColumnSet(PeriodColumns.Code)).GetAttributeValue<string>(PeriodColumns.Code);
        var known = new HashSet<int>(present.Select(slice => slice.Slice));
        var parts = Members(close.Period, phase.Kind).Select((member, index) => new KeyValuePair<int, Guid>(phase.First + (index % phase.Slices), member)).ToLookup(pair => pair.Key, pair => pair.Value);
        desk.Store.Add([.. Enumerable.Range(phase.First, phase.Slices).Where(slice => !known.Contains(slice)).Select(slice => WorkRow.New(close.Period, code, slice, phase.Kind, parts[slice]))]);
    }

    private void Finish(WorkRow close, IReadOnlyList<WorkRow> slices)
    {
        var failures = string.Join("\n", new[] { close.Failure, Failures(slices) }.Where(text => text.Length > 0));
        if (failures.Length == 0) MarkCalculated(close.Period);
        desk.Store.End(close, failures);
        desk.Trace("closed " + (failures.Length == 0 ? "" : "with failures: " + failures));
    }

    private void MarkCalculated(Guid period)
    {
        var status = desk.Service.Retrieve(PayTables.Period, period, new ColumnSet(PeriodColumns.Status)).GetAttributeValue<OptionSetValue>(PeriodColumns.Status)?.Value;
        if (status == PeriodColumns.Open) desk.Service.Update(new Entity(PayTables.Period, period) { [PeriodColumns.Status] = new OptionSetValue(PeriodColumns.Calculated) });
    }

    private static string Failures(IEnumerable<WorkRow> slices) => string.Join("\n", slices.Where(slice => slice.Failure.Length > 0).OrderBy(slice => slice.Slice).Select(slice => slice.Failure));

    // in the order of their ids, so that a division that was interrupted goes on as it began
    private IReadOnlyList<Guid> Members(Guid period, string kind)
    {
        var row = desk.Service.Retrieve(PayTables.Period, period, new ColumnSet(PeriodColumns.From, PeriodColumns.Until));
        var from = CalendarDate.Of(row.GetAttributeValue<DateTime>(PeriodColumns.From));
        var until = CalendarDate.Of(row.GetAttributeValue<DateTime>(PeriodColumns.Until));
        return kind == WorkColumns.ValueKind ? ClosingMembers.Customers(desk.Service, from, until) : ClosingMembers.Workers(desk.Service, from, until);
    }
}
