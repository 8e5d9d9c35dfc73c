using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Compensation.Pay;
using Crm.Extensions.Compensation.Snapshots;
using Crm.Extensions.Compensation.Value;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>Makes of assignments, snapshots and the company's acts the customers that a worker is paid for.</summary>
internal sealed class CustomerMapping
{
    private const decimal Percent = 100m;

    private readonly ClosingFacts facts;

    public CustomerMapping(ClosingFacts facts) => this.facts = facts;

    /// <summary>Customers of whom the period's first or last day was not measured: nobody is paid by a guess.</summary>
    public List<Guid> Unmeasured { get; } = new();

    /// <param name="transitionDays">For so long after a handover the former manager shares the credit.</param>
    public IReadOnlyList<PayCustomer> Customers(Guid worker, int transitionDays) =>
        [.. facts.CustomersOf[worker].Distinct().OrderBy(id => id).Where(id => Counts(id, worker, transitionDays)).Select(Customer).OfType<PayCustomer>()];

    /// <summary>What the customer was worth at the period's start; 0 where it was not measured.</summary>
    public decimal OpeningValue(Guid customer) => Measured(customer)?.Opening.Value ?? 0;

    /// <summary>The snapshot at the period's end, which proves what lines about the customer say.</summary>
    public Guid? ClosingSnapshot(Guid customer) => facts.Snapshots[customer].LastOrDefault(row => FactsReader.Day(row, "crmx_asof") == facts.Until)?.Id;

    /// <summary>Customers who left: worth nothing any more on a measured day of the period.</summary>
    public IReadOnlyList<CustomerDeparture> Departures(IEnumerable<string> customers) =>
        [.. customers.Where(id => id.Length > 0).Distinct().OrderBy(id => id, StringComparer.Ordinal).Select(Departure).OfType<CustomerDeparture>()];

    private CustomerDeparture? Departure(string id)
    {
        var customer = new Guid(id);
        var gone = facts.Snapshots[customer].FirstOrDefault(row => FactsReader.Day(row, "crmx_asof") is var day && day >= facts.From && day <= facts.Until && row.GetAttributeValue<decimal>("crmx_value") <= 0);
        if (gone is null) return null;

        var on = FactsReader.Day(gone, "crmx_asof");
        return new CustomerDeparture(id, on, facts.Acts[customer].Any(act => act.On <= on), Evidence(PayTables.Snapshot, gone.Id));
    }

    private bool Counts(Guid customer, Guid worker, int transitionDays) => facts.Assignments[customer].Any(row =>
    {
        var from = FactsReader.Day(row, "crmx_from");
        if (from > facts.Until || FactsReader.DayOrNone(row, "crmx_until") < facts.From) return false;
        return FactsReader.IdOf(row, "crmx_workerid") == worker || (FactsReader.IdOf(row, "crmx_takenoverfromid") == worker && from.AddDays(transitionDays) > facts.From);
    });

    private PayCustomer? Customer(Guid id)
    {
        if (Measured(id) is not { } value)
        {
            Unmeasured.Add(id);
            return null;
        }

        return new PayCustomer
        {
            Id = PayIds.Text(id),
            Segment = SegmentOf(value.Opening.Segment),
            ValueAtStart = value.Opening.Value,
            Value = value.Closing.Value,
            Expected = value.Opening.Expected,
            Attainable = value.Opening.Attainable,
            Spans = [.. facts.Assignments[id].OrderBy(row => FactsReader.Day(row, "crmx_from")).ThenBy(row => row.Id).Select(row => Span(row, value))],
            NeutralActs = [.. facts.Acts[id].Select(act => new NeutralAct(act.Kind, act.On, act.Amount, Evidence(act.Table, act.Row)))],
        };
    }

    private CreditSpan Span(Entity row, PeriodValue value)
    {
        var from = FactsReader.Day(row, "crmx_from");
        var former = FactsReader.IdOf(row, "crmx_takenoverfromid");
        return new CreditSpan(
            PayIds.Text(FactsReader.IdOf(row, "crmx_workerid")),
            (row.GetAttributeValue<decimal?>("crmx_share") ?? Percent) / Percent,
            from,
            FactsReader.DayOrNone(row, "crmx_until"),
            former == Guid.Empty ? null : PayIds.Text(former),
            from > facts.From && from <= facts.Until ? value.ValueOn(from) : null);
    }

    private PeriodValue? Measured(Guid customer) => PeriodValue.Of(facts.Snapshots[customer].Select(Point), facts.From, facts.Until);

    private static ValuePoint Point(Entity row) => new()
    {
        AsOf = FactsReader.Day(row, "crmx_asof"),
        Value = row.GetAttributeValue<decimal>("crmx_value"),
        Expected = row.GetAttributeValue<decimal>("crmx_expectedvalue"),
        Attainable = row.GetAttributeValue<decimal>("crmx_attainablevalue"),
        Currency = row.GetAttributeValue<string>("crmx_currency") ?? "",
        Segment = ((ValueSegment)PlanMapping.Place(row, "crmx_valuesegment")).ToString(),
    };

    private static ValueSegment SegmentOf(string word) => Enum.TryParse<ValueSegment>(word, out var segment) ? segment : default;

    /// <summary>A record as lines name it.</summary>
    public static string Evidence(string table, Guid row) => table + ":" + PayIds.Text(row);
}
