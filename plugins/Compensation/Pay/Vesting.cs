using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Compensation.Pay.Measures;

namespace Crm.Extensions.Compensation.Pay;

/// <summary>What was held back is paid on its day if the customer has stayed. Paying for acquisition alone brings customers who don't.</summary>
internal static class Vesting
{
    /// <returns>What goes on waiting.</returns>
    public static IReadOnlyList<HeldBack> Write(LineDraft draft, StatementInput input)
    {
        var waiting = new List<HeldBack>();
        foreach (var held in input.Opening.HeldBack)
        {
            var left = held.CustomerId.Length == 0 ? null : input.Departures
                .Where(departure => string.Equals(departure.CustomerId, held.CustomerId, StringComparison.Ordinal) && !departure.IsNeutral)
                .Where(departure => departure.On <= held.VestsOn && departure.On <= input.Period.Until)
                .OrderBy(departure => departure.On).ThenBy(departure => departure.Evidence, StringComparer.Ordinal).FirstOrDefault();
            var line = new PayLine { Kind = PayLineKind.Vesting, ComponentId = held.ComponentId, CustomerId = held.CustomerId };
            if (left is not null) draft.Add(line with { Measure = $"{PartList.Figure(held.Amount)} × 0, {left.On}", Evidence = $"{held.Evidence}; {left.Evidence}" });
            else if (held.VestsOn <= input.Period.Until) draft.Add(line with { Amount = held.Amount, Measure = held.VestsOn.ToString(), Evidence = held.Evidence });
            else waiting.Add(held);
        }

        return waiting;
    }

    /// <summary>In canonical order.</summary>
    public static IReadOnlyList<HeldBack> Ordered(IEnumerable<HeldBack> held) =>
    [
        .. held.OrderBy(one => one.VestsOn).ThenBy(one => one.ComponentId, StringComparer.Ordinal).ThenBy(one => one.CustomerId, StringComparer.Ordinal)
            .ThenBy(one => one.Evidence, StringComparer.Ordinal).ThenBy(one => one.Amount),
    ];
}
