using System;
using System.Collections.Generic;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>At most so many contacts in one day, in one week from Monday to Sunday, or in any so many days on end, on the customer's calendar.</summary>
/// <remarks>
/// Sources: Ley 2300 de 2023, art. 3, not more than once the same day (Colombia); Ley 19.496, art. 37, one call or visit and two other contacts a week
/// (Chile); LODC art. 49, once a day by each mechanism (Ecuador); Regulation F, 12 CFR 1006.14(b)(2), seven in seven days for each debt, as house
/// policy (United States); house policy elsewhere. The house may lower a cap. What is still to come holds its place as what was made does.
/// </remarks>
internal sealed class ContactCap : IContactRule
{
    /// <summary>Days on end that a house cap looks at where the pack has no rolling cap.</summary>
    private const int HouseRollingDays = 7;

    private readonly CapSpan span;

    private ContactCap(string id, CapSpan span)
    {
        Id = id;
        this.span = span;
    }

    private enum CapSpan
    {
        Day,
        Week,
        Rolling,
    }

    public static ContactCap Daily { get; } = new(RuleIds.DailyCap, CapSpan.Day);

    public static ContactCap Weekly { get; } = new(RuleIds.WeeklyCap, CapSpan.Week);

    public static ContactCap Rolling { get; } = new(RuleIds.RollingCap, CapSpan.Rolling);

    public string Id { get; }

    public DateTime? FirstPermitted(DateTime fromUtc, Situation situation)
    {
        var house = situation.Policy.For(Id)?.Number;
        if (house is null && (situation.Others.Count == 0 || situation.Values.Caps(Id).Length == 0))
        {
            return fromUtc;
        }

        var end = fromUtc.AddDays(ContactCourtesy.HorizonDays);
        var at = fromUtc;
        while (at < end)
        {
            LocalClock? blocked = null;
            var day = default(CalendarDate);
            foreach (var clock in situation.Clocks)
            {
                day = clock.DateAt(at);
                if (Exceeded(clock, day, house, situation) is not null)
                {
                    blocked = clock;
                    break;
                }
            }

            if (blocked is null)
            {
                return at;
            }

            at = blocked.StartOf(span == CapSpan.Week ? day.Monday.AddDays(7) : day.AddDays(1));
        }

        return null;
    }

    public Objection Explain(DateTime atUtc, Situation situation)
    {
        foreach (var clock in situation.Clocks)
        {
            var day = clock.DateAt(atUtc);
            if (Exceeded(clock, day, situation.Policy.For(Id)?.Number, situation) is { } cap)
            {
                return cap.Max == 0 ? new Objection(cap.Source, "CapOfNone", []) : new Objection(cap.Source, Message(cap), Facts(clock, day, cap, situation));
            }
        }

        throw new InvalidOperationException("The cap does not object to this instant.");
    }

    /// <summary>The first cap that has no place left on that day.</summary>
    private CapValue? Exceeded(LocalClock clock, CalendarDate day, int? house, Situation situation)
    {
        var strictest = int.MaxValue;
        foreach (var cap in situation.Values.Caps(Id))
        {
            if (!cap.Scope.HoldsOn(day))
            {
                continue;
            }

            if (IsFull(clock, day, cap, situation))
            {
                return cap;
            }

            strictest = cap.CountsAll && cap.Max < strictest ? cap.Max : strictest;
        }

        return house is { } max && max < strictest && situation.Pack.IsCounted(situation.Request.Purpose)
            && HouseCap(max, situation) is var own && IsFull(clock, day, own, situation) ? own : null;
    }

    /// <summary>A cap of the house's own counts by every channel all that any cap of the country counts.</summary>
    private CapValue HouseCap(int max, Situation situation) =>
        new(Id, max, ContactReach.Attempted, situation.Pack.CountedPurposes, situation.Values.Everything, HousePolicy.Source) { Days = HouseRollingDays };

    private bool IsFull(LocalClock clock, CalendarDate day, CapValue cap, Situation situation)
    {
        if (cap.Max == 0)
        {
            return true;
        }

        if (span != CapSpan.Rolling)
        {
            var first = span == CapSpan.Week ? day.Monday : day;
            return Count(clock, first, span == CapSpan.Week ? first.AddDays(6) : day, cap, situation) >= cap.Max;
        }

        for (var first = day.AddDays(1 - cap.Days); first <= day; first = first.AddDays(1))
        {
            if (Count(clock, first, first.AddDays(cap.Days - 1), cap, situation) >= cap.Max)
            {
                return true;
            }
        }

        return false;
    }

    private static int Count(LocalClock clock, CalendarDate first, CalendarDate last, CapValue cap, Situation situation)
    {
        var count = 0;
        var dates = situation.DatesOn(clock);
        for (var i = 0; i < dates.Length; i++)
        {
            if (first <= dates[i] && dates[i] <= last && cap.Counts(situation.Others[i], situation.Request))
            {
                count++;
            }
        }

        return count;
    }

    private string Message(CapValue cap) => span == CapSpan.Rolling ? "RollingCap" : (span == CapSpan.Week ? "WeeklyCap" : "DailyCap") + (cap.Max == 1 ? "Once" : "");

    private IReadOnlyList<object> Facts(LocalClock clock, CalendarDate day, CapValue cap, Situation situation)
    {
        var latest = DateTime.MinValue;
        var dates = situation.DatesOn(clock);
        var reach = span == CapSpan.Rolling ? cap.Days - 1 : 0;
        var first = span == CapSpan.Week ? day.Monday : day.AddDays(-reach);
        var last = span == CapSpan.Week ? day.Monday.AddDays(6) : day.AddDays(reach);
        for (var i = 0; i < dates.Length; i++)
        {
            if (first <= dates[i] && dates[i] <= last && situation.Others[i].AtUtc > latest && cap.Counts(situation.Others[i], situation.Request))
            {
                latest = situation.Others[i].AtUtc;
            }
        }

        return span == CapSpan.Rolling ? [cap.Days, cap.Max, clock.ToLocal(latest)] : [day, cap.Max, clock.ToLocal(latest)];
    }
}
