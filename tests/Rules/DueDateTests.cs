using System;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Shared;
using Xunit;

namespace Crm.Extensions.Tests.Rules;

/// <summary>Due dates on closed days, days past due and bank days.</summary>
public class DueDateTests
{
    [Theory]
    [InlineData("MX", "2026-10-17", "2026-10-19", "Saturday; LTOSF: the next business day")]
    [InlineData("MX", "2026-12-12", "2026-12-14", "Saturday, and the bank employees' day")]
    [InlineData("MX", "2027-03-25", "2027-03-29", "Maundy Thursday: CNBV")]
    [InlineData("CO", "2026-07-11", "2026-07-14", "Saturday; Monday 13 July is Ley 2578's holiday; C.Co. art. 829")]
    [InlineData("PE", "2026-07-28", "2026-07-30", "Fiestas Patrias; Código Civil art. 183 inc. 5")]
    [InlineData("BR", "2026-02-14", "2026-02-18", "Saturday before Carnival; Lei 7.089/1983")]
    [InlineData("US", "2027-07-04", "2027-07-06", "Sunday holiday kept on Monday; 15 U.S.C. 1637(o)(2)")]
    [InlineData("US", "2026-07-03", "2026-07-03", "the Federal Reserve is open")]
    [InlineData("ES", "2026-04-03", "2026-04-07", "Good Friday and Easter Monday: TARGET")]
    [InlineData("ES", "2026-01-06", "2026-01-06", "Epiphany: TARGET is open")]
    [InlineData("CL", "2026-12-31", "2027-01-04", "Ley General de Bancos art. 38, New Year and a weekend")]
    [InlineData("GB", "2026-12-25", "2026-12-29", "Christmas Friday; Boxing Day's substitute is Monday")]
    [InlineData("AR", "2026-11-06", "2026-11-09", "bank day; house policy")]
    [InlineData("EC", "2026-08-08", "2026-08-11", "Saturday; Monday 10 August is a holiday; house policy")]
    [InlineData("VE", "2026-01-17", "2026-01-20", "Saturday; SUDEBAN's Monday; house policy")]
    public void A_due_date_on_a_closed_day_moves_to_the_next_bank_day(string country, string due, string effective, string source)
    {
        Assert.NotEmpty(source);
        Assert.Equal(Day(effective), DueDates.Effective(Day(due), Pack(country)));
    }

    [Theory]
    [InlineData("none", "2026-10-31", "2026-10-31")]
    [InlineData("following", "2026-10-31", "2026-11-03")]
    [InlineData("preceding", "2026-10-31", "2026-10-30")]
    [InlineData("modifiedfollowing", "2026-10-31", "2026-10-30")]
    [InlineData("modifiedfollowing", "2026-10-17", "2026-10-19")]
    [InlineData("endofmonth", "2026-10-05", "2026-10-30")]
    [InlineData("followingconditional", "2026-10-31", "2026-11-03")]
    public void Each_convention_leaves_a_closed_day_its_own_way(string convention, string due, string effective)
    {
        Assert.True(Words.TryRead<DueDateConvention>(convention, out var read));

        Assert.Equal(Day(effective), DueDates.Effective(Day(due), read, BankDays.Of(Pack("MX"))));
    }

    [Theory]
    [InlineData("2026-10-19", 0, "2026-10-19")]
    [InlineData("2026-10-19", 1, "2026-10-16")]
    [InlineData("2026-11-17", 2, "2026-11-12")]
    public void A_debit_is_drawn_early_only_by_contract(string effective, int early, string debit) =>
        Assert.Equal(Day(debit), DueDates.Debit(Day(effective), early, Pack("MX")));

    [Theory]
    [InlineData("BR", "2026-10-17", "2026-10-19", 0, "due Saturday, paid Monday; Lei 7.089/1983")]
    [InlineData("BR", "2026-10-17", "2026-10-20", 3, "paid Tuesday: from the due date; STJ REsp 1.954.924")]
    [InlineData("MX", "2026-10-17", "2026-10-19", 0, "on the effective due date")]
    [InlineData("MX", "2026-10-17", "2026-10-20", 1, "from the effective due date")]
    [InlineData("PE", "2026-10-17", "2026-10-10", 0, "before it was due")]
    public void Days_past_due_are_counted_as_the_country_counts_them(string country, string due, string paid, int days, string source)
    {
        Assert.NotEmpty(source);
        Assert.Equal(days, DaysPastDue.On(Day(paid), Day(due), Pack(country)));
    }

    [Theory]
    [InlineData("CO", "2026-10-20T18:00:00", 0, "C.Co. art. 829: good until six in the evening")]
    [InlineData("CO", "2026-10-20T18:00:01", 1, "C.Co. art. 829")]
    [InlineData("PE", "2026-10-20T23:59:59", 0, "no hour in the Código Civil")]
    public void A_payment_after_the_hour_at_which_the_day_ends_counts_for_the_next(string country, string paidLocal, int days, string source)
    {
        Assert.NotEmpty(source);
        var local = DateTime.Parse(paidLocal, CultureInfo.InvariantCulture);

        Assert.Equal(days, DaysPastDue.At(Pack(country).Clocks[0].ToUtc(local), Day("2026-10-20"), Pack(country)));
    }

    [Fact]
    public void Of_thirty_one_punctual_months_the_one_due_on_a_Saturday_is_drawn_on_Monday_and_on_time()
    {
        var pack = Pack("MX");
        var months = Enumerable.Range(0, 31).Select(month => CalendarDate.Of(new DateTime(2024, 4, 17).AddMonths(month))).ToList();

        Assert.Equal(Day("2026-10-17"), months[^1]);
        Assert.All(months, due =>
        {
            var effective = DueDates.Effective(due, pack);
            var debit = DueDates.Debit(effective, 0, pack);
            Assert.Equal(0, DaysPastDue.On(debit, due, pack));
            Assert.True(BankDays.Of(pack).Contains(debit));
        });
        Assert.Equal(Day("2026-10-19"), DueDates.Debit(DueDates.Effective(months[^1], pack), 0, pack));
    }

    [Theory]
    [InlineData("2026-10-16T17:59", "2026-10-15T18:00", "not closed yet on Friday")]
    [InlineData("2026-10-16T18:00", "2026-10-16T18:00", "the very close")]
    [InlineData("2026-10-18T12:00", "2026-10-16T18:00", "Sunday: Friday's")]
    [InlineData("2026-10-19T09:00", "2026-10-16T18:00", "Monday morning: Friday's")]
    [InlineData("2026-11-03T09:00", "2026-10-30T18:00", "2 November is a bank holiday in Mexico")]
    public void The_last_bank_close_is_that_of_a_bank_day(string local, string close, string why)
    {
        Assert.NotEmpty(why);
        Assert.Equal(Mexico(close), BankDays.LastCloseBefore(Mexico(local), Pack("MX")));
    }

    [Theory]
    [InlineData("2026-10-16T10:00", 0, "2026-10-17T00:00", "the end of its own day")]
    [InlineData("2026-10-16T10:00", 1, "2026-10-20T00:00", "the end of Monday")]
    [InlineData("2026-10-16T18:01", 1, "2026-10-21T00:00", "after the close it counts as Monday's")]
    [InlineData("2026-10-17T10:00", 0, "2026-10-20T00:00", "Saturday counts as Monday's")]
    [InlineData("2026-10-30T10:00", 1, "2026-11-04T00:00", "over a weekend and 2 November")]
    public void Bank_days_are_counted_to_their_end(string local, int days, string end, string why)
    {
        Assert.NotEmpty(why);
        Assert.Equal(Mexico(end), BankDays.After(Mexico(local), days, Pack("MX")));
    }

    [Theory]
    [InlineData("2026-10-17", "2026-10-19", "2026-10-16")]
    [InlineData("2026-11-16", "2026-11-17", "2026-11-13")]
    [InlineData("2026-10-19", "2026-10-19", "2026-10-19")]
    public void A_closed_day_is_left_forwards_or_backwards(string day, string following, string preceding)
    {
        var days = BankDays.Of(Pack("CO"));

        Assert.Equal(Day(following), days.OnOrAfter(Day(day)));
        Assert.Equal(Day(preceding), days.OnOrBefore(Day(day)));
    }

    [Theory]
    [InlineData("2026-11-13", 1, "2026-11-17")]
    [InlineData("2026-11-17", -1, "2026-11-13")]
    [InlineData("2026-11-14", 0, "2026-11-17")]
    public void Business_days_are_added_across_weekends_and_holidays(string day, int add, string expected) =>
        Assert.Equal(Day(expected), BankDays.Of(Pack("CO")).Add(Day(day), add));

    [Fact]
    public void A_month_begins_and_ends_with_a_business_day()
    {
        var days = BankDays.Of(Pack("CO"));

        Assert.Equal(Day("2026-11-03"), days.FirstOfMonth(2026, 11));
        Assert.Equal(Day("2026-10-30"), days.LastOfMonth(2026, 10));
        Assert.Equal(19, days.Between(Day("2026-10-31"), Day("2026-11-30")));
    }

    private static DateTime Mexico(string local) => Pack("MX").Clocks[0].ToUtc(DateTime.Parse(local, CultureInfo.InvariantCulture));

    private static CountryPack Pack(string country) => CountryPacks.Find(country)!;

    private static CalendarDate Day(string text) => CalendarDate.TryParse(text, out var day) ? day : throw new FormatException(text);
}
