using System;
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

    public DateTime? FirstPermitted(DateTime fromUtc, Situation situation)
    {
        if (situation.Others.Count == 0 || situation.Values.Caps(Id).Length == 0)
        {
            return fromUtc;
        }

        var end = fromUtc.AddDays(ContactCourtesy.HorizonDays);
        var at = fromUtc;
        while (at < end)
        {
            if (Other(at, situation) is not { } conflict)
            {
                return at;
            }

            at = conflict.Clock.StartOf(conflict.Clock.DateAt(at).Monday.AddDays(7));
        }

        return null;
    }

    public Objection Explain(DateTime atUtc, Situation situation) => Other(atUtc, situation) is { } other
        ? new Objection(other.Cap.Source, "OneChannelPerWeek", [situation.Request.Channel, other.Attempt.Channel, other.Clock.ToLocal(other.Attempt.AtUtc)])
        : throw new InvalidOperationException("The week does not object to this instant.");

    private Conflict? Other(DateTime atUtc, Situation situation)
    {
        foreach (var clock in situation.Clocks)
        {
            var day = clock.DateAt(atUtc);
            foreach (var cap in situation.Values.Caps(Id))
            {
                if (cap.Scope.HoldsOn(day) && Taken(clock, day.Monday, cap, situation) is { } taken)
                {
                    return new Conflict(clock, cap, taken);
                }
            }
        }

        return null;
    }

    /// <summary>A contact of that week by a channel that leaves no room for the one asked for; null where there is room.</summary>
    private static ContactAttempt? Taken(LocalClock clock, CalendarDate monday, CapValue cap, Situation situation)
    {
        var sunday = monday.AddDays(6);
        var dates = situation.DatesOn(clock);
        ContactAttempt? first = null;
        var channels = 0;
        for (var i = 0; i < dates.Length; i++)
        {
            var other = situation.Others[i];
            if (monday <= dates[i] && dates[i] <= sunday && cap.Counts(other, situation.Request))
            {
                first ??= other;
                channels |= 1 << (int)other.Channel;
            }
        }

        return (channels & (1 << (int)situation.Request.Channel)) == 0 && Bits(channels) >= cap.Max ? first : null;
    }

    private static int Bits(int bits)
    {
        var count = 0;
        for (; bits != 0; bits &= bits - 1)
        {
            count++;
        }

        return count;
    }

    private sealed record Conflict(LocalClock Clock, CapValue Cap, ContactAttempt Attempt);
}
