using System;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>So many days lie between one contact and the next, on the customer's calendar: after Monday, two days on is Wednesday.</summary>
/// <remarks>Source: Ley 19.496, art. 37, at least two days between contacts by other channels than call and visit (Chile). The house may widen it.</remarks>
internal sealed class Spacing : IContactRule
{
    public string Id => RuleIds.Spacing;

    public DateTime? FirstPermitted(DateTime fromUtc, Situation situation)
    {
        var house = situation.Policy.For(Id)?.Number;
        if (situation.Others.Count == 0 || (house is null && situation.Values.Caps(Id).Length == 0))
        {
            return fromUtc;
        }

        var end = fromUtc.AddDays(ContactCourtesy.HorizonDays);
        var at = fromUtc;
        while (at < end)
        {
            if (TooNear(at, house, situation) is not { } near)
            {
                return at;
            }

            at = near.Clock.StartOf(near.Clock.DateAt(at).AddDays(1));
        }

        return null;
    }

    public Objection Explain(DateTime atUtc, Situation situation) => TooNear(atUtc, situation.Policy.For(Id)?.Number, situation) is { } near
        ? new Objection(near.Source, "Spacing", [near.Days, near.Clock.ToLocal(near.Other.AtUtc)])
        : throw new InvalidOperationException("No contact is too near to this instant.");

    private Neighbour? TooNear(DateTime atUtc, int? house, Situation situation)
    {
        foreach (var clock in situation.Clocks)
        {
            var day = clock.DateAt(atUtc);
            var dates = situation.DatesOn(clock);
            for (var i = 0; i < dates.Length; i++)
            {
                var other = situation.Others[i];
                var apart = Math.Abs(dates[i].DaysUntil(day));
                foreach (var value in situation.Values.Caps(Id))
                {
                    if (apart < value.Days && value.Scope.HoldsOn(day) && value.Counts(other, situation.Request))
                    {
                        return new Neighbour(clock, other, value.Days, value.Source);
                    }
                }

                if (apart < house && situation.Pack.IsCounted(situation.Request.Purpose) && situation.Pack.IsCounted(other.Purpose)
                    && Periods.Counts(other, ContactReach.Attempted))
                {
                    return new Neighbour(clock, other, house.Value, HousePolicy.Source);
                }
            }
        }

        return null;
    }

    private sealed record Neighbour(LocalClock Clock, ContactAttempt Other, int Days, RuleSource Source);
}
