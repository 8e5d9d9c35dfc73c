using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Snapshots;

/// <summary>What pay wants of one customer's snapshots for one period.</summary>
internal sealed class PeriodValue
{
    private readonly IReadOnlyList<ValuePoint> points;

    private PeriodValue(ValuePoint opening, ValuePoint closing, IReadOnlyList<ValuePoint> points)
    {
        Opening = opening;
        Closing = closing;
        this.points = points;
    }

    /// <summary>At the period's start: what the customer was worth, what would come anyway by its end, and what can be attained, frozen.</summary>
    public ValuePoint Opening { get; }

    public ValuePoint Closing { get; }

    /// <param name="points">Of one customer, in any order; days outside the period are passed over.</param>
    /// <returns>Null unless the period's first and last day are among them: nobody is paid by a value that was not measured.</returns>
    public static PeriodValue? Of(IEnumerable<ValuePoint> points, CalendarDate from, CalendarDate until)
    {
        var inside = points.Where(point => point.AsOf >= from && point.AsOf <= until).OrderBy(point => point.AsOf).ToList();
        if (inside.Count == 0 || inside[0].AsOf != from || inside[inside.Count - 1].AsOf != until) return null;
        return new PeriodValue(inside[0], inside[inside.Count - 1], inside);
    }

    /// <summary>The value that somebody who takes the customer over on a day starts from: as it was measured last.</summary>
    public decimal ValueOn(CalendarDate day) => (points.LastOrDefault(point => point.AsOf <= day) ?? Opening).Value;
}

/// <summary>One snapshot, as pay reads it.</summary>
internal sealed class ValuePoint
{
    public CalendarDate AsOf { get; init; }

    public decimal Value { get; init; }

    public decimal Expected { get; init; }

    public decimal Attainable { get; init; }

    /// <summary>Counts for nobody.</summary>
    public decimal BadProfit { get; init; }

    public string Currency { get; init; } = "";

    public string Segment { get; init; } = "";
}
