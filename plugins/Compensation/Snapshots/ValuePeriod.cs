using System;
using Crm.Extensions.Model;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Snapshots;

/// <summary>A period that customers are valued for, as it was read; both days inclusive.</summary>
internal sealed class ValuePeriod
{
    public ValuePeriod(CompensationPeriod row)
    {
        Id = row.Id;
        RowVersion = row.RowVersion;
        Code = row.Code ?? "";
        From = CalendarDate.Of(row.From ?? default);
        Until = CalendarDate.Of(row.Until ?? default);
        Length = row.Length;
        Model = row.Model ?? "";
    }

    public Guid Id { get; }

    public string? RowVersion { get; }

    public string Code { get; }

    public CalendarDate From { get; }

    public CalendarDate Until { get; }

    /// <summary>Null: plans of any length are paid by it.</summary>
    public PeriodLength? Length { get; }

    /// <summary>The fitted model as text; empty before it was fitted.</summary>
    public string Model { get; }

    /// <summary>The last day that the period's model and its opening values know of.</summary>
    public CalendarDate Eve => From.AddDays(-1);
}
