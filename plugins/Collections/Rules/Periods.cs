using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>Days and weeks (Monday to Sunday) on a customer's calendar, and the contacts within them.</summary>
internal static class Periods
{
    /// <summary>Whether an attempt is a contact in the rule's reading. One that is still to come holds its place in either reading.</summary>
    public static bool Counts(ContactAttempt attempt, ContactReach from) => attempt.Reach == ContactReach.Planned || attempt.Reach >= from;

    /// <summary>Other contacts in the day, or in the week, that holds <paramref name="day"/>.</summary>
    public static IEnumerable<ContactAttempt> Within(LocalClock clock, CalendarDate day, bool weekly, Situation situation)
    {
        var first = weekly ? day.Monday : day;
        var last = weekly ? first.AddDays(6) : day;
        foreach (var attempt in situation.Others)
        {
            var date = clock.DateAt(attempt.AtUtc);
            if (first <= date && date <= last)
            {
                yield return attempt;
            }
        }
    }

    /// <summary>The first instant from <paramref name="fromUtc"/> on whose day (week) is not full on any of the customer's clocks.</summary>
    public static DateTime? FirstFree(DateTime fromUtc, Situation situation, bool weekly, Func<LocalClock, CalendarDate, bool> full)
    {
        if (situation.Others.Count == 0 && situation.Policy.For(RuleIds.DailyCap) is null && situation.Policy.For(RuleIds.WeeklyCap) is null)
        {
            return fromUtc;
        }

        var end = fromUtc.AddDays(ContactCourtesy.HorizonDays);
        var at = fromUtc;
        while (at < end)
        {
            if (situation.Clocks.FirstOrDefault(clock => full(clock, clock.DateAt(at))) is not { } blocked)
            {
                return at;
            }

            var day = blocked.DateAt(at);
            at = blocked.StartOf(weekly ? day.Monday.AddDays(7) : day.AddDays(1));
        }

        return null;
    }
}
