using System;
using System.Linq;

namespace Crm.Extensions.Compensation.Pay;

/// <summary>What part of its target pay a component earns by an attainment. More attainment never earns less.</summary>
/// <remarks>
/// Without tiers, x = (attainment − threshold) ÷ (target − threshold) and the share is x (linear), 2x ÷ (1 + x) (concave) or x(1 + x) ÷ 2 (convex): 0 at the
/// threshold, 1 at the target, rising on to the cap. With tiers the attainment is that of the whole period, never a single deal's.
/// </remarks>
internal static class PayoutCurve
{
    private const int Places = 6;

    /// <returns>To six decimals, not below 0.</returns>
    public static decimal Share(PayComponent component, decimal attainment)
    {
        var reached = Math.Min(attainment, component.Cap);
        if (reached < component.Threshold || reached < 0) return 0;
        return Math.Round(component.Tiers.Count > 0 ? Tiered(component, reached) : Curved(component, reached), Places, MidpointRounding.AwayFromZero);
    }

    private static decimal Curved(PayComponent component, decimal reached)
    {
        var distance = component.Target - component.Threshold;
        if (distance <= 0) return 1;
        var x = (reached - component.Threshold) / distance;
        return component.Curve switch
        {
            PayCurve.Concave => 2 * x / (1 + x),
            PayCurve.Convex => x * (1 + x) / 2,
            _ => x,
        };
    }

    private static decimal Tiered(PayComponent component, decimal reached)
    {
        var tiers = component.Tiers.OrderBy(tier => tier.From).ThenBy(tier => tier.Rate).ToList();
        var share = 0m;
        for (var index = 0; index < tiers.Count && tiers[index].From <= reached; index++)
        {
            var to = index + 1 < tiers.Count ? Math.Min(reached, tiers[index + 1].From) : reached;
            var rate = Math.Max(0, tiers[index].Rate);

            // whole: the highest that any attainment up to this one would have been paid
            share = component.TierBasis == TierBasis.Whole ? Math.Max(share, to * rate) : share + ((to - tiers[index].From) * rate);
        }

        return share;
    }
}
