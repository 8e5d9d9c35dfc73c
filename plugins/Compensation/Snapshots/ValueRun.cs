using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation.Snapshots;

/// <summary>
/// Values customers for a period: an opening snapshot under the period's first day, with what is attainable frozen in it; one at the period's close;
/// one when a segment has changed in between; and one on the day of each handover, from which the heir starts. What is there already stays as it is, whatever has been learned since.
/// </summary>
/// <remarks>Every write is repeatable: a snapshot's id is derived, and a customer follows the newest snapshot. So it may be interrupted anywhere, and run twice at once.</remarks>
internal sealed class ValueRun
{
    private readonly SnapshotStore snapshots;
    private readonly LedgerReader reader;
    private readonly Measurement measurement;
    private readonly ValuePeriod period;
    private readonly ValueModel model;
    private readonly CalendarDate asOf;

    /// <param name="asOf">The last day that may be known: at most yesterday. After the period: its last day.</param>
    /// <param name="inBatches">Whether writes may be sent together: in asynchronous steps alone.</param>
    /// <exception cref="MissingFigureException">A rate or a price that is needed is not there.</exception>
    public ValueRun(IOrganizationService service, ValuePeriod period, CalendarDate asOf, bool inBatches)
    {
        var measures = new MeasurementReader(service);
        measurement = measures.Read(period);
        model = new ModelStore(service).Of(period, measurement, measures.Currencies);
        reader = new LedgerReader(service, measurement, measures.Currencies);
        snapshots = new SnapshotStore(service, inBatches);
        this.period = period;
        this.asOf = asOf <= period.Until ? asOf : period.Until;
    }

    /// <summary>Values some customers.</summary>
    /// <returns>How many snapshots are new.</returns>
    /// <exception cref="MissingFigureException">An amount cannot be measured.</exception>
    public int Value(IReadOnlyCollection<Guid> customers)
    {
        var known = snapshots.Since(period.From, customers);
        var added = new List<ValueSnapshot>();
        var handovers = snapshots.Handovers(period.From.AddDays(1), asOf < period.Until ? asOf : period.Until.AddDays(-1), customers);
        foreach (var ledger in reader.Read(customers, asOf))
        {
            var there = known[ledger.Customer].ToList();
            var missing = HandedOver(ledger, there, handovers[ledger.Customer]).ToList();
            there.AddRange(missing);
            added.AddRange(missing);
            added.AddRange(Missing(ledger, there));
        }

        snapshots.Add(added);
        var all = known.SelectMany(rows => rows).Concat(added).ToLookup(row => row.CustomerId!.Id);
        snapshots.Follow(reader.Customers.Values, all);
        return added.Count;
    }

    // as an opening value it knows nothing of its day yet
    private IEnumerable<ValueSnapshot> HandedOver(CustomerLedger ledger, List<ValueSnapshot> known, IEnumerable<CalendarDate> days)
    {
        foreach (var day in days.Distinct().Where(day => known.All(row => row.AsOf != day.Midnight)))
        {
            var appraisal = new CustomerAppraisal(ledger, model, day.AddDays(-1));
            yield return SnapshotRow.New(
                reader.Customers[ledger.Customer], day, SnapshotReason.Handover, period, appraisal, appraisal.Expected.Amount, measurement.Currency,
                ModelText.Write(ledger, model, measurement, appraisal, day.AddDays(-1), null, period.Until));
        }
    }

    private IEnumerable<ValueSnapshot> Missing(CustomerLedger ledger, List<ValueSnapshot> known)
    {
        var customer = reader.Customers[ledger.Customer];
        var last = known.Where(row => row.AsOf <= asOf.Midnight).OrderByDescending(row => row.AsOf).FirstOrDefault();
        if (asOf >= period.Eve && known.All(row => row.AsOf != period.From.Midnight))
        {
            var opening = new CustomerAppraisal(ledger, model, period.Eve);
            var baseline = opening.ExpectedBy(period.Until);
            var row = SnapshotRow.New(
                customer, period.From, SnapshotReason.PeriodStart, period, opening, baseline, measurement.Currency, ModelText.Write(ledger, model, measurement, opening, period.Eve, baseline, period.Until));
            last ??= row;
            yield return row;
        }

        // an opening value is kept under the first day, which therefore has no other
        if (asOf <= period.From || known.Any(row => row.AsOf == asOf.Midnight)) yield break;

        var appraisal = new CustomerAppraisal(ledger, model, asOf);
        var isClose = asOf == period.Until;
        var worth = appraisal.Worth;
        if (!isClose && last is not null && last.ValueSegment == SnapshotRow.SegmentOf(worth.Segment) && last.PotentialSegment == SnapshotRow.SegmentOf(worth.Potential)) yield break;

        yield return SnapshotRow.New(
            customer, asOf, isClose ? SnapshotReason.PeriodClose : SnapshotReason.SegmentChange, period, appraisal, appraisal.Expected.Amount, measurement.Currency,
            ModelText.Write(ledger, model, measurement, appraisal, asOf, null, period.Until));
    }
}
