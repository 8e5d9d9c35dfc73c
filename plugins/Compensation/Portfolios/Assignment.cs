using System;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation.Portfolios;

/// <summary>Somebody answers for a customer. Both days are inclusive.</summary>
/// <param name="Until">Null: until further notice.</param>
/// <param name="Share">Percent of the credit, above 0 and at most 100.</param>
/// <param name="IsAccountable">The one who is to be named to the customer; others may share the credit.</param>
internal sealed record Assignment(Guid Id, Guid Worker, string WorkerName, CalendarDate From, CalendarDate? Until, decimal Share, bool IsAccountable)
{
    public static readonly string[] Columns =
    [
        CreditAssignment.Fields.WorkerId, CreditAssignment.Fields.From, CreditAssignment.Fields.Until, CreditAssignment.Fields.Share, CreditAssignment.Fields.Accountable,
    ];

    public bool Covers(CalendarDate day) => From <= day && (Until is not { } until || day <= until);

    public bool Overlaps(Assignment other) => (other.Until is not { } end || From <= end) && (Until is not { } until || other.From <= until);

    /// <summary>"from 2026-07-01 on".</summary>
    public string Period(Language language) =>
        Until is { } until ? PortfolioTexts.Write(language, "FromTo", From, until) : PortfolioTexts.Write(language, "FromOn", From);

    /// <summary>Null: the row says not enough to be one.</summary>
    public static Assignment? Read(Entity row)
    {
        if (row.GetAttributeValue<EntityReference>(CreditAssignment.Fields.WorkerId) is not { } worker || row.GetAttributeValue<DateTime?>(CreditAssignment.Fields.From) is not { } from) return null;

        var until = row.GetAttributeValue<DateTime?>(CreditAssignment.Fields.Until);
        return new Assignment(
            row.Id, worker.Id, worker.Name ?? "", CalendarDate.Of(from), until is { } last ? CalendarDate.Of(last) : null,
            row.GetAttributeValue<decimal?>(CreditAssignment.Fields.Share) ?? 100, row.GetAttributeValue<bool?>(CreditAssignment.Fields.Accountable) ?? false);
    }
}
