using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Value;

/// <summary>What a customer was worth on a day, what would come anyway and what could: what a snapshot keeps and never rewrites.</summary>
internal sealed class CustomerWorth
{
    public CustomerWorth(Contribution contribution, ExpectedValue expected, AttainableValue attainable, SegmentCutOffs byValue, SegmentCutOffs byPotential)
    {
        Contribution = contribution;
        Expected = expected;
        Attainable = attainable;
        Segment = byValue.Of(contribution.Value);
        Potential = byPotential.Of(attainable.Headroom(expected.Amount));
    }

    public CalendarDate AsOf => Contribution.AsOf;

    public Contribution Contribution { get; }

    public ExpectedValue Expected { get; }

    public AttainableValue Attainable { get; }

    /// <summary>By value.</summary>
    public ValueSegment Segment { get; }

    /// <summary>By headroom: what could be attained above what is expected.</summary>
    public ValueSegment Potential { get; }

    /// <summary>A snapshot is written where there is none yet, or a segment is another than in the last.</summary>
    public bool DiffersFrom(CustomerWorth? last) => last is null || last.Segment != Segment || last.Potential != Potential;
}
