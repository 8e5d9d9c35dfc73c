using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Service.Goodwill;

/// <summary>What a job may spend for customers of one segment without asking anybody.</summary>
/// <param name="Currency">ISO 4217; of both amounts.</param>
/// <param name="PerCase">Hard: for one case, or for one customer and day where there is no case, whoever spends.</param>
/// <param name="PerMonth">For one worker and calendar month; null: only the case's limit holds.</param>
internal sealed record EmpowermentLimit(ValueSegment Segment, string Currency, decimal PerCase, decimal? PerMonth)
{
    public bool IsTop => Segment == ValueSegments.Top;
}

/// <summary>The limits of one job.</summary>
internal sealed class EmpowermentLimits
{
    private readonly IReadOnlyList<EmpowermentLimit> limits;

    public EmpowermentLimits(IEnumerable<EmpowermentLimit> limits) =>
        this.limits = [.. limits.OrderBy(limit => limit.Segment).ThenBy(limit => limit.Currency, StringComparer.Ordinal)];

    public static EmpowermentLimits None { get; } = new([]);

    /// <summary>Whether the job may spend anything for that segment, in whatever currency.</summary>
    public bool Knows(ValueSegment segment) => limits.Any(limit => limit.Segment == segment);

    /// <summary>
    /// The limit against which an amount of that currency is judged: the one in its own currency, else the first, by code, into whose currency there is
    /// a rate. Null where there is neither.
    /// </summary>
    public EmpowermentLimit? For(ValueSegment segment, string currency, ExchangeRates rates, CalendarDate on)
    {
        var own = limits.Where(limit => limit.Segment == segment).ToList();
        return own.Find(limit => limit.Currency == currency) ?? own.Find(limit => rates.Find(currency, limit.Currency, on) is not null);
    }

    /// <summary>The limit of that segment and currency; null where there is none.</summary>
    public EmpowermentLimit? In(ValueSegment segment, string currency) => limits.FirstOrDefault(limit => limit.Segment == segment && limit.Currency == currency);

    /// <summary>The currency that is meant where nobody names one; null where the job may spend nothing for that segment.</summary>
    public string? CurrencyFor(ValueSegment segment) => limits.FirstOrDefault(limit => limit.Segment == segment)?.Currency;
}
