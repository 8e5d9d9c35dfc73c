using System;
using System.Globalization;
using System.Linq;

namespace Crm.Extensions.Collections;

/// <summary>
/// The unique keys by which two people who contact one customer at the same moment collide. Each takes the first number that is free in what it
/// read; who read the same takes the same number, and the database lets one of them in.
/// </summary>
internal static class Slots
{
    /// <returns>Null where no cap counts the purpose.</returns>
    public static ContactSlot? At(DateTime utc, Situation situation)
    {
        var request = situation.Request;
        var day = situation.Clocks[0].DateAt(utc);
        if (!situation.Pack.Caps.Any(cap => cap.Counted.Contains(request.Purpose)))
        {
            return null;
        }

        var weekly = situation.Pack.Caps.Any(cap =>
            cap.RuleId is RuleIds.WeeklyCap or RuleIds.OneChannelPerWeek && cap.Counted.Contains(request.Purpose))
            || situation.Policy.For(RuleIds.WeeklyCap)?.Number is not null;
        return new ContactSlot(
            day,
            Free(situation, day.ToString(), attempt => attempt.Slot),
            weekly ? Free(situation, day.Monday.ToString(), attempt => attempt.WeekSlot) : null);
    }

    private static string Free(Situation situation, string period, Func<ContactAttempt, string> slotOf)
    {
        for (var number = 1; ; number++)
        {
            var slot = string.Format(CultureInfo.InvariantCulture, "{0}|{1}|{2}", situation.Customer.Key, period, number);
            if (!situation.Others.Any(attempt => string.Equals(slotOf(attempt), slot, StringComparison.Ordinal)))
            {
                return slot;
            }
        }
    }
}
