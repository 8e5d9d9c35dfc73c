using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Snapshots;

/// <summary>
/// Values all customers of a period as of a day, in the background: one row of work divides them into slices, which are rows of their own. The numbers of
/// the rows say the day, so that asking twice for a day sets off nothing new.
/// </summary>
internal sealed class ValuationWork
{
    /// <summary>A row that divides; its cursor is empty.</summary>
    public const string WholeKind = "valuation";

    /// <summary>A slice; its cursor is the number of customers done.</summary>
    public const string SliceKind = "valuationslice";

    public const int CustomersOfSlice = 500;

    // above the numbers of a period's close; 20,000 slices of 500 customers to a day
    private const int FirstNumber = 1_000_000_000;
    private const int NumbersOfDay = 20_000;
    private const int RowsOfBatch = 200;
    private static readonly CalendarDate FirstDay = new(2000, 1, 1);
    private static readonly Guid Space = ComponentId.Of("Compensation", "Work");
    private static readonly TimeSpan LongestExecution = TimeSpan.FromSeconds(75);

    private readonly Execution execution;
    private readonly IOrganizationService service;
    private readonly DateTime until;

    public ValuationWork(Execution execution)
    {
        this.execution = execution;
        service = execution.AsSystem;
        until = execution.Clock.UtcNow + LongestExecution;
    }

    /// <summary>Sets it off, unless it has been for that day.</summary>
    /// <returns>The row of work.</returns>
    public Guid Begin(ValuePeriod period, CalendarDate asOf)
    {
        var row = New(period.Id, period.Code, NumberOf(asOf), WholeKind, []);
        if (Find(row.Id) is null) service.Create(row);
        return row.Id;
    }

    /// <summary>Carries a row on as far as it goes in this execution.</summary>
    public void CarryOn(Guid id)
    {
        if (Find(id) is not { StateCode: ClosingWork_StateCode.Active } row) return;
        if (row.Kind == WholeKind) Divide(row);
        else if (row.Kind == SliceKind) Value(row);
    }

    private static int NumberOf(CalendarDate asOf) => FirstNumber + (FirstDay.DaysUntil(asOf) * NumbersOfDay);

    private static CalendarDate DayOf(int number) => FirstDay.AddDays((number - FirstNumber) / NumbersOfDay);

    private static ClosingWork New(Guid period, string code, int number, string kind, IEnumerable<Guid> customers) => new()
    {
        Id = ComponentId.NameBased(Space, period.ToString("D", CultureInfo.InvariantCulture) + "|" + number.ToString(CultureInfo.InvariantCulture)),
        Name = string.Format(CultureInfo.InvariantCulture, "{0} {1} {2}", code, DayOf(number), number % NumbersOfDay),
        PeriodId = new EntityReference(Tables.CompensationPeriod, period),
        Slice = number,
        Kind = kind,
        Workers = string.Join("\n", customers.Select(customer => customer.ToString("D", CultureInfo.InvariantCulture))),
        Attempts = 1,
    };

    // in the order of ids: an interrupted division goes on as it began, and what is there already is left alone
    private void Divide(ClosingWork whole)
    {
        var store = new ModelStore(service);
        if (whole.PeriodId is not { } reference || store.Period(reference.Id) is not { } period) return;

        var asOf = DayOf(whole.Slice ?? 0);
        var customers = store.Known(asOf > period.Eve ? asOf : period.Eve).ToList();
        var rows = new List<ClosingWork>();
        for (var start = 0; start < customers.Count; start += CustomersOfSlice)
        {
            rows.Add(New(period.Id, period.Code, NumberOf(asOf) + 1 + (start / CustomersOfSlice), SliceKind, customers.Skip(start).Take(CustomersOfSlice)));
        }

        for (var start = 0; start < rows.Count; start += RowsOfBatch) new SliceBatch(service).Create(rows.Skip(start).Take(RowsOfBatch));
        End(whole, "");
    }

    private void Value(ClosingWork slice)
    {
        var customers = (slice.Workers ?? "").Split(['\n'], StringSplitOptions.RemoveEmptyEntries).Select(id => new Guid(id)).ToList();
        var passed = int.TryParse(slice.Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : 0;
        var failures = new List<string>();
        foreach (var done in ValueSlice.Work(execution, slice.PeriodId!.Id, DayOf(slice.Slice ?? 0), customers.Skip(passed).ToList(), failures))
        {
            passed += done;
            if (passed >= customers.Count) break;

            service.Update(new ClosingWork { Id = slice.Id, Cursor = passed.ToString(CultureInfo.InvariantCulture), StatusCode = ClosingWork_StatusCode.UnderWay });

            // the rest waits until its attempts are written: a slice that set itself off again would be a chain
            if (execution.Clock.UtcNow >= until) return;
        }

        End(slice, string.Join("\n", failures), passed);
    }

    private void End(ClosingWork row, string failure, int? passed = null) => service.Update(new ClosingWork
    {
        Id = row.Id,
        Cursor = passed?.ToString(CultureInfo.InvariantCulture) ?? row.Cursor,
        Failure = failure.Length <= 4000 ? failure : failure.Substring(0, 4000),
        StateCode = ClosingWork_StateCode.Inactive,
        StatusCode = failure.Length == 0 ? ClosingWork_StatusCode.Done : ClosingWork_StatusCode.Failed,
    });

    private ClosingWork? Find(Guid id)
    {
        var query = new QueryExpression(Tables.ClosingWork)
        {
            ColumnSet = new ColumnSet(ClosingWork.Fields.PeriodId, ClosingWork.Fields.Slice, ClosingWork.Fields.Kind, ClosingWork.Fields.Workers, ClosingWork.Fields.Cursor, ClosingWork.Fields.StateCode),
        };
        query.Criteria.AddCondition(ClosingWork.Fields.ClosingWorkId, ConditionOperator.Equal, id);
        return service.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<ClosingWork>()).FirstOrDefault();
    }
}
