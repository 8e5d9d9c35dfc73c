using System;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>How many days late a payment is. Calendar days, never negative.</summary>
internal static class DaysPastDue
{
    /// <summary>Days past due of an amount that is paid on a day, or still unpaid at its end.</summary>
    /// <returns>
    /// 0 up to and on the effective due date. After it the days since the effective due date; under
    /// <see cref="DueDateConvention.FollowingConditional"/> the days since the due date itself (due Saturday, paid Tuesday: 3).
    /// </returns>
    public static int On(CalendarDate day, CalendarDate due, CalendarDate effective, DueDateConvention convention)
    {
        if (day <= effective)
        {
            return 0;
        }

        return (convention == DueDateConvention.FollowingConditional && due < effective ? due : effective).DaysUntil(day);
    }

    /// <summary>The same by the country's convention for that due date.</summary>
    public static int On(CalendarDate day, CalendarDate due, CountryPack pack)
    {
        var convention = DueDates.RuleFor(due, pack).Convention;
        return On(day, due, DueDates.Effective(due, convention, BankDays.Of(pack)), convention);
    }

    /// <summary>Days past due of an amount that arrives at an instant: after the hour at which the day ends it counts as of the next.</summary>
    public static int At(DateTime utc, CalendarDate due, CountryPack pack, LocalClock? clock = null) => On(DayOf(utc, pack, clock), due, pack);

    /// <summary>The day as of which a payment counts: its local day, or the day after where it comes after the hour at which payment days end (at that hour it is in time).</summary>
    /// <param name="clock">The clock at the place of payment; null: the capital's.</param>
    public static CalendarDate DayOf(DateTime utc, CountryPack pack, LocalClock? clock = null)
    {
        var local = (clock ?? pack.Clocks[0]).ToLocal(utc);
        var day = CalendarDate.Of(local);
        return local > day.Midnight.AddMinutes(pack.Settlement.DayEndsAt) ? day.AddDays(1) : day;
    }
}
