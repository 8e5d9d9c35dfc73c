using System;
using Crm.Extensions.Compensation.Pay.Credit;

namespace Crm.Extensions.Compensation.Pay.Measures;

/// <summary>Value above what was expected anyway ÷ the goal in money, or ÷ the headroom of the customers.</summary>
/// <remarks>
/// Weighted in money: what some bring less than expected lowers what others bring more. Each customer counts up to what was attainable. Who took over
/// in the period starts from the value on that day instead of the expectation; so the gains of former and heir together are the customer's.
/// The values come in the plan's measurement unit, so a book that grew by as much as prices has not grown.
/// </remarks>
internal static class DevelopmentMeasure
{
    public static Measurement Of(CreditBook book, decimal goal)
    {
        var gained = 0m;
        var headroom = 0m;
        var parts = new PartList();
        foreach (var stint in book.Stints)
        {
            var from = stint.IsTakenOver ? stint.Start : stint.Customer.Expected;
            var top = Math.Max(Math.Max(stint.Customer.Attainable, stint.Customer.Expected), from);
            var gain = Math.Min(stint.End, top) - from;
            if (gain < 0) gain += Math.Min(-gain, stint.Neutral);
            var room = Math.Max(0, top - from - Math.Min(top - from, stint.Neutral));
            gained += gain * stint.Part;
            headroom += room * stint.PresentCredit;
            parts.Add(stint.Customer.Id, Math.Max(0, gain) * stint.Part, parts.Figures(from, " → ", from + gain, " ≤ ", top, " × ", stint.Part));
        }

        return Measurement.Of(gained, goal > 0 ? goal * book.Presence.Share : headroom, parts.Parts);
    }
}
