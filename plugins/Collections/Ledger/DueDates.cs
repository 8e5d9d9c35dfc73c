using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>
/// The three dates of an instalment: the due date as agreed, the effective due date (moved off days on which banks are closed) and the debit date
/// (when direct debit draws). The last two are computed from the first and are never stored in its place.
/// </summary>
internal static class DueDates
{
    /// <summary>The convention of a due date in a country.</summary>
    public static DueDateValue RuleFor(CalendarDate due, CountryPack pack) => pack.DueDates.FirstOrDefault(value => value.HoldsOn(due)) ?? DueDateValue.House;

    /// <summary>The last day on which a payment is in time, by the country's convention.</summary>
    public static CalendarDate Effective(CalendarDate due, CountryPack pack) => Effective(due, RuleFor(due, pack).Convention, BankDays.Of(pack));

    /// <summary>The last day on which a payment is in time, by a convention that the contract names.</summary>
    public static CalendarDate Effective(CalendarDate due, DueDateConvention convention, BusinessDays bankDays)
    {
        switch (convention)
        {
            case DueDateConvention.None:
                return due;
            case DueDateConvention.Preceding:
                return bankDays.OnOrBefore(due);
            case DueDateConvention.EndOfMonth:
                return bankDays.LastOfMonth(due.Year, due.Month);
            case DueDateConvention.ModifiedFollowing:
                var following = bankDays.OnOrAfter(due);
                return following.Month == due.Month ? following : bankDays.OnOrBefore(due);
            default:
                return bankDays.OnOrAfter(due);
        }
    }

    /// <summary>
    /// When direct debit draws: on the effective due date (the next bank day, where that is closed); so many bank days before it only where the
    /// contract says so.
    /// </summary>
    /// <param name="debitEarlyDays">crmx_obligation.crmx_debitearlydays, bank days; 0 or less: not early.</param>
    /// <remarks>Never before the due date unless the contract says early or the convention is <see cref="DueDateConvention.Preceding"/>.</remarks>
    public static CalendarDate Debit(CalendarDate effective, int debitEarlyDays, CountryPack pack)
    {
        var bankDays = BankDays.Of(pack);
        return debitEarlyDays > 0 ? bankDays.Add(effective, -debitEarlyDays) : bankDays.OnOrAfter(effective);
    }
}
