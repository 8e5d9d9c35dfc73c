using System;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>Whoever was contacted by one channel is not contacted by another in the same week (Monday to Sunday, the customer's calendar).</summary>
/// <remarks>
/// Source: Ley 2300 de 2023, art. 3 (Colombia). A contact planned for later in the week holds the week as one made earlier does: whichever comes first,
/// the customer would hear from us by two channels.
/// </remarks>
internal sealed class OneChannelPerWeek : IContactRule
{
    public string Id => RuleIds.OneChannelPerWeek;

    public DateTime? FirstPermitted(DateTime fromUtc, Situation situation) =>
        Periods.FirstFree(fromUtc, situation, weekly: true, (clock, day) => Other(clock, day, situation) is not null);

    public Objection Explain(DateTime atUtc, Situation situation)
    {
        foreach (var clock in situation.Clocks)
        {
            if (Other(clock, clock.DateAt(atUtc), situation) is { } other)
            {
                return new Objection(other.Cap.Source, "OneChannelPerWeek", [situation.Request.Channel, other.Attempt.Channel, clock.ToLocal(other.Attempt.AtUtc)]);
            }
        }

        throw new InvalidOperationException("The week does not object to this instant.");
    }

    private Conflict? Other(LocalClock clock, CalendarDate day, Situation situation)
    {
        foreach (var cap in situation.Pack.Caps)
        {
            if (cap.RuleId != Id || !cap.Scope.HoldsOn(day) || !cap.Scope.Covers(situation.Request.Channel, situation.Request.Purpose))
            {
                continue;
            }

            var used = Periods.Within(clock, day, weekly: true, situation)
                .Where(attempt => Periods.Counts(attempt, cap.CountsFrom) && cap.Counted.Contains(attempt.Purpose))
                .ToList();
            if (used.Select(attempt => attempt.Channel).Concat([situation.Request.Channel]).Distinct().Count() > cap.Max
                && used.All(attempt => attempt.Channel != situation.Request.Channel))
            {
                return new Conflict(cap, used[0]);
            }
        }

        return null;
    }

    private sealed record Conflict(CapValue Cap, ContactAttempt Attempt);
}
