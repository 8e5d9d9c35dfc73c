using System;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Shared;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Crm.Extensions.Tests.Rules;

/// <summary>What holds for every due date of every country, 1990 to 2060, by every convention.</summary>
[Properties(Arbitrary = [typeof(Dues)], MaxTest = 300)]
public class DueDateProperties
{
    [Property]
    public bool An_effective_due_date_is_no_closed_day_and_never_early(Due it)
    {
        var effective = DueDates.Effective(it.On, it.Pack);
        return BankDays.Of(it.Pack).Contains(effective) && effective >= it.On;
    }

    [Property]
    public bool Every_convention_but_none_ends_on_a_bank_day(Due it) =>
        it.Convention == DueDateConvention.None || BankDays.Of(it.Pack).Contains(DueDates.Effective(it.On, it.Convention, BankDays.Of(it.Pack)));

    [Property]
    public bool Modified_following_stays_in_the_month(Due it) =>
        DueDates.Effective(it.On, DueDateConvention.ModifiedFollowing, BankDays.Of(it.Pack)).Month == it.On.Month;

    [Property]
    public bool A_later_due_date_is_never_effective_earlier(Due it, byte later) =>
        DueDates.Effective(it.On, it.Convention, BankDays.Of(it.Pack)) <= DueDates.Effective(it.On.AddDays(later), it.Convention, BankDays.Of(it.Pack));

    [Property]
    public bool Adding_business_days_and_taking_them_away_comes_back_to_the_business_day(Due it, byte days)
    {
        var bank = BankDays.Of(it.Pack);
        var from = bank.OnOrAfter(it.On);
        return bank.Add(bank.Add(from, days), -days) == from && bank.Between(from, bank.Add(from, days)) == days;
    }

    [Property]
    public bool Nobody_is_late_who_pays_by_the_effective_due_date(Due it, byte earlier)
    {
        var effective = DueDates.Effective(it.On, it.Convention, BankDays.Of(it.Pack));
        return DaysPastDue.On(effective.AddDays(-earlier), it.On, effective, it.Convention) == 0;
    }

    [Property]
    public bool Paying_a_day_later_never_makes_less_late(Due it, byte later)
    {
        var effective = DueDates.Effective(it.On, it.Convention, BankDays.Of(it.Pack));
        int Late(int days) => DaysPastDue.On(it.On.AddDays(days), it.On, effective, it.Convention);
        return Late(later) <= Late(later + 1) && Late(later) >= 0;
    }

    [Property]
    public bool A_debit_by_contract_is_drawn_so_many_bank_days_early(Due it, byte early)
    {
        var effective = DueDates.Effective(it.On, it.Pack);
        var debit = DueDates.Debit(effective, early % 11, it.Pack);
        return BankDays.Of(it.Pack).Contains(debit) && BankDays.Of(it.Pack).Between(debit, effective) == early % 11;
    }

    [Property]
    public bool The_last_close_is_past_and_that_of_a_bank_day_and_the_end_of_the_next_lies_ahead(Due it, ushort minutes)
    {
        var at = DateTime.SpecifyKind(it.On.Midnight.AddMinutes(minutes), DateTimeKind.Utc);
        var close = BankDays.LastCloseBefore(at, it.Pack);
        return close <= at && BankDays.Of(it.Pack).Contains(it.Pack.Clocks[0].DateAt(close)) && BankDays.After(at, 0, it.Pack) > at
            && BankDays.After(at, 1, it.Pack) > BankDays.After(at, 0, it.Pack);
    }

    /// <summary>A due date, a country, a convention.</summary>
    public sealed record Due(string Country, int DayNumber, int ConventionNumber)
    {
        internal CountryPack Pack => CountryPacks.Find(Country)!;

        internal CalendarDate On => new CalendarDate(1990, 1, 1).AddDays(DayNumber);

        internal DueDateConvention Convention => (DueDateConvention)ConventionNumber;
    }

    public static class Dues
    {
        public static Arbitrary<Due> Due() =>
            (from country in Gen.Elements(CountryPacks.Countries.ToArray())
             from day in Gen.Choose(0, 365 * 70)
             from convention in Gen.Choose(0, (int)DueDateConvention.FollowingConditional)
             select new Due(country, day, convention)).ToArbitrary();
    }
}
