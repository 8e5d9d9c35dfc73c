using System;

namespace Crm.Extensions.Compensation.Value;

/// <summary>From which amount on a customer is of segment A, B or C; below: D. HR sets them, for value and for potential apart.</summary>
/// <remarks>A cut-off belongs to the segment that it opens. They are amounts, not shares: a good year moves customers up, nobody is pushed down by it.</remarks>
internal sealed class SegmentCutOffs
{
    /// <exception cref="ArgumentException">They do not fall from A to C.</exception>
    public SegmentCutOffs(decimal a, decimal b, decimal c)
    {
        if (a <= b || b <= c) throw new ArgumentException("The cut-off of A must lie above that of B, and that above C's.", nameof(a));
        A = a;
        B = b;
        C = c;
    }

    public decimal A { get; }

    public decimal B { get; }

    public decimal C { get; }

    public ValueSegment Of(decimal amount) => amount >= A ? ValueSegment.A : amount >= B ? ValueSegment.B : amount >= C ? ValueSegment.C : ValueSegment.D;
}

/// <summary>Segments of value and of potential, the best first.</summary>
internal enum ValueSegment
{
    A,
    B,
    C,
    D,
}
