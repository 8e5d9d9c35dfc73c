using System.Linq;
using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Shared;
using Xunit;

namespace Crm.Extensions.Tests.Rules;

public class HolidayTests
{
    public static TheoryData<string, int> CountriesAndYears()
    {
        var data = new TheoryData<string, int>();
        foreach (var country in (string[])["CO", "MX"])
        {
            for (var year = 2020; year <= 2030; year++) data.Add(country, year);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(CountriesAndYears))]
    public void The_rules_give_the_days_that_the_published_calendars_give(string country, int year)
    {
        var days = CountryPacks.Find(country)!.PublicHolidays.In(year).Select(holiday => holiday.Date.ToString()).Distinct();

        Assert.Equal(ExpectedHolidays.Of(country, year), days);
    }

    [Theory]
    [InlineData("CO", "2026-07-13", "Día de Nuestra Señora del Rosario de Chiquinquirá (observado)", "Ley 2578 de 2026")]
    [InlineData("CO", "2025-07-14", null, "Ley 2578 de 2026 is not yet in force")]
    [InlineData("CO", "2028-07-10", "Día de Nuestra Señora del Rosario de Chiquinquirá (observado)", "Ley 2578 de 2026")]
    [InlineData("CO", "2025-06-30", "Sagrado Corazón (observado); San Pedro y San Pablo (observado)", "two names share a day")]
    [InlineData("CO", "2026-06-29", "San Pedro y San Pablo", "a Monday already: nothing is moved (Ley 51 de 1983)")]
    [InlineData("CO", "2035-11-05", "Día de Todos los Santos (observado)", "a year beyond every table (Ley 51 de 1983)")]
    [InlineData("CO", "1983-01-06", "Día de los Reyes Magos", "before Ley 51 de 1983 moved it")]
    [InlineData("MX", "2024-10-01", "Transmisión del Poder Ejecutivo Federal", "LFT art. 74 VII, every six years")]
    [InlineData("MX", "2030-10-01", "Transmisión del Poder Ejecutivo Federal", "LFT art. 74 VII, every six years")]
    [InlineData("MX", "2026-10-01", null, "LFT art. 74 VII, not in between")]
    [InlineData("MX", "2018-12-01", "Transmisión del Poder Ejecutivo Federal", "1 December before the reform of 2014 took effect")]
    [InlineData("MX", "2024-12-01", null, "1 October since 2024")]
    [InlineData("MX", "2026-11-16", "Día de la Revolución", "LFT art. 74 VI, third Monday")]
    public void A_holiday_falls_where_its_law_puts_it(string country, string date, string? name, string source)
    {
        Assert.NotEmpty(source);
        Assert.Equal(name, CountryPacks.Find(country)!.PublicHolidays.NameOf(Day(date)));
    }

    [Theory]
    [InlineData("2026-12-12")]
    [InlineData("2026-04-02")]
    [InlineData("2026-04-03")]
    [InlineData("2026-11-02")]
    public void Mexican_banks_close_on_days_that_are_no_labour_holidays(string date)
    {
        var pack = CountryPacks.Find("MX")!;

        Assert.True(pack.BankHolidays.Contains(Day(date)));
        Assert.False(pack.PublicHolidays.Contains(Day(date)));
    }

    [Theory]
    [InlineData(1818, "1818-03-22")]
    [InlineData(1943, "1943-04-25")]
    [InlineData(2000, "2000-04-23")]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2038, "2038-04-25")]
    public void Easter_is_found_from_its_earliest_to_its_latest_day(int year, string date) => Assert.Equal(Day(date), Easter.Of(year));

    [Theory]
    [InlineData("2026-10-17", "2026-10-19", "2026-10-16")]
    [InlineData("2026-11-16", "2026-11-17", "2026-11-13")]
    [InlineData("2026-10-19", "2026-10-19", "2026-10-19")]
    public void A_closed_day_is_left_forwards_or_backwards(string day, string following, string preceding)
    {
        var days = new BusinessDays(CountryPacks.Find("CO")!.BankHolidays);

        Assert.Equal(Day(following), days.OnOrAfter(Day(day)));
        Assert.Equal(Day(preceding), days.OnOrBefore(Day(day)));
    }

    [Theory]
    [InlineData("2026-11-13", 1, "2026-11-17")]
    [InlineData("2026-11-17", -1, "2026-11-13")]
    [InlineData("2026-11-14", 0, "2026-11-17")]
    public void Business_days_are_added_across_weekends_and_holidays(string day, int add, string expected) =>
        Assert.Equal(Day(expected), new BusinessDays(CountryPacks.Find("CO")!.BankHolidays).Add(Day(day), add));

    private static CalendarDate Day(string text) => CalendarDate.TryParse(text, out var day) ? day : throw new System.FormatException(text);
}
