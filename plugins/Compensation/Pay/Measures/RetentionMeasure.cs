using System;
using Crm.Extensions.Compensation.Pay.Credit;
using Crm.Extensions.Compensation.Value;

namespace Crm.Extensions.Compensation.Pay.Measures;

/// <summary>Value kept ÷ value at the start, over customers who were of segments A and B then, weighted by days of credit.</summary>
/// <remarks>
/// Each customer counts for no more than at the start: growth elsewhere hides no loss. What the company itself or a death took leaves both sides, so it
/// neither costs nor earns.
/// </remarks>
internal static class RetentionMeasure
{
    public static Measurement Of(CreditBook book)
    {
        var kept = 0m;
        var start = 0m;
        var parts = new PartList();
        foreach (var stint in book.Stints)
        {
            if (stint.Customer.Segment > ValueSegment.B || stint.Start <= 0) continue;
            var worth = stint.Start - stint.NeutralLoss;
            var still = Math.Max(0, Math.Min(stint.End, worth));
            kept += still * stint.Credit;
            start += worth * stint.Credit;
            parts.Add(stint.Customer.Id, still * stint.Credit, parts.Figures(still, " / ", worth, " × ", stint.Credit));
        }

        return Measurement.Of(kept, start, parts.Parts);
    }
}
