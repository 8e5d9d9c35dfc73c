using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>At most so many contacts in one day, or in one week from Monday to Sunday, on the customer's calendar.</summary>
/// <remarks>Sources: Ley 2300 de 2023, art. 3, not more than once the same day (Colombia); house policy (Mexico). The house may lower a cap.</remarks>
internal sealed class ContactCap : IContactRule
{
    private static readonly IReadOnlyList<Purpose> NothingCounted = [];

    private readonly bool weekly;

    private ContactCap(string id, bool weekly)
    {
        Id = id;
        this.weekly = weekly;
    }

    public static ContactCap Daily { get; } = new(RuleIds.DailyCap, weekly: false);

    public static ContactCap Weekly { get; } = new(RuleIds.WeeklyCap, weekly: true);

    public string Id { get; }

    public DateTime? FirstPermitted(DateTime fromUtc, Situation situation) =>
        Periods.FirstFree(fromUtc, situation, weekly, (clock, day) => Exceeded(clock, day, situation) is not null);

    public Objection Explain(DateTime atUtc, Situation situation)
    {
        foreach (var clock in situation.Clocks)
        {
            var day = clock.DateAt(atUtc);
            if (Exceeded(clock, day, situation) is { } limit)
            {
                return limit.Max == 0
                    ? new Objection(limit.Source, "CapOfNone", [])
                    : new Objection(limit.Source, (weekly ? "WeeklyCap" : "DailyCap") + (limit.Max == 1 ? "Once" : ""), [day, limit.Max, Latest(clock, day, limit, situation)]);
            }
        }

        throw new InvalidOperationException("The cap does not object to this instant.");
    }

    private Limit? Exceeded(LocalClock clock, CalendarDate day, Situation situation)
    {
        foreach (var limit in LimitsOn(day, situation))
        {
            if (Periods.Within(clock, day, weekly, situation).Count(limit.Counts) >= limit.Max)
            {
                return limit;
            }
        }

        return null;
    }

    private DateTime Latest(LocalClock clock, CalendarDate day, Limit limit, Situation situation) =>
        Periods.Within(clock, day, weekly, situation).Where(limit.Counts).Max(attempt => clock.ToLocal(attempt.AtUtc));

    private IEnumerable<Limit> LimitsOn(CalendarDate day, Situation situation)
    {
        var house = situation.Policy.For(Id)?.Number;
        var strictest = int.MaxValue;
        var counted = NothingCounted;
        var reach = ContactReach.Attempted;
        foreach (var cap in situation.Pack.Caps)
        {
            if (cap.RuleId == Id && cap.Scope.HoldsOn(day) && cap.Scope.Covers(situation.Request.Channel, situation.Request.Purpose))
            {
                yield return new Limit(cap.Max, cap.Counted, cap.CountsFrom, cap.Source);
                strictest = Math.Min(strictest, cap.Max);
            }

            counted = cap.Counted;
        }

        if (house is { } max && max < strictest && counted.Contains(situation.Request.Purpose))
        {
            yield return new Limit(max, counted, reach, HousePolicy.Source);
        }
    }

    private sealed record Limit(int Max, IReadOnlyList<Purpose> Counted, ContactReach From, RuleSource Source)
    {
        public bool Counts(ContactAttempt attempt) => Periods.Counts(attempt, From) && Counted.Contains(attempt.Purpose);
    }
}
