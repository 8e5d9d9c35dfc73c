using System;
using System.Globalization;
using Crm.Extensions.Compensation.Value;
using Crm.Extensions.Model;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation.Snapshots;

/// <summary>A snapshot as a row. Its id is derived from customer and day: who writes it twice, or two at once, write one.</summary>
internal static class SnapshotRow
{
    private static readonly Guid Space = ComponentId.Of("Compensation", "ValueSnapshot");

    public static Guid IdOf(Guid customer, CalendarDate asOf) => ComponentId.NameBased(Space, customer.ToString("D", CultureInfo.InvariantCulture) + "|" + asOf);

    /// <param name="asOf">The day under which it is kept: the period's first for an opening value, which knows nothing of that day yet.</param>
    /// <param name="expected">What the column holds: by the period's end for an opening value, else of the next twelve months.</param>
    public static ValueSnapshot New(Customer customer, CalendarDate asOf, SnapshotReason reason, ValuePeriod period, CustomerAppraisal appraisal, decimal expected, string currency, string model)
    {
        var worth = appraisal.Worth;
        return new ValueSnapshot
        {
            Id = IdOf(customer.Id, asOf),
            Name = Shorten((customer.Name ?? "") + " " + asOf),
            CustomerId = new EntityReference(Tables.Customer, customer.Id),
            AsOf = asOf.Midnight,
            Reason = reason,
            PeriodId = new EntityReference(Tables.CompensationPeriod, period.Id),
            Value = Cents(worth.Contribution.Value),
            ExpectedValue = Cents(expected),
            AttainableValue = Cents(Math.Max(expected, worth.Attainable.Amount)),
            BadProfit = Cents(worth.Contribution.BadProfit),
            Currency = currency,
            ValueSegment = SegmentOf(worth.Segment),
            PotentialSegment = SegmentOf(worth.Potential),
            Model = model,
        };
    }

    public static Segment SegmentOf(ValueSegment segment) => (Segment)((int)Segment.A + (int)segment);

    private static decimal Cents(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);

    private static string Shorten(string name) => name.Length <= 200 ? name : name.Substring(0, 200);
}
