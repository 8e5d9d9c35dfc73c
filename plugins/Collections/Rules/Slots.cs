using System;
using System.Globalization;

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
        var day = situation.Clocks[0].DateAt(utc);
        if (!situation.Values.IsCounted)
        {
            return null;
        }

        var weekly = situation.Values.IsCountedByWeek || situation.Policy.For(RuleIds.WeeklyCap)?.Number is not null;
        return new ContactSlot(
            day,
            Free(situation, day.ToString(), attempt => attempt.Slot),
            weekly ? Free(situation, day.Monday.ToString(), attempt => attempt.WeekSlot) : null);
    }

    private static string Free(Situation situation, string period, Func<ContactAttempt, string> slotOf)
    {
        var stem = situation.Customer.Key + "|" + period + "|";
        for (var number = 1; ; number++)
        {
            var slot = stem + number.ToString(CultureInfo.InvariantCulture);
            if (IsFree(slot, situation, slotOf))
            {
                return slot;
            }
        }
    }

    private static bool IsFree(string slot, Situation situation, Func<ContactAttempt, string> slotOf)
    {
        var others = situation.Others;
        for (var i = 0; i < others.Count; i++)
        {
            if (string.Equals(slotOf(others[i]), slot, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
