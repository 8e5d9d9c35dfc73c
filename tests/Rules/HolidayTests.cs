using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Shared;
using Xunit;

namespace Crm.Extensions.Tests.Rules;

public class HolidayTests
{
    /// <summary>Where the packs know better than the published data; everything else is the same.</summary>
    private static readonly Dictionary<string, string> Different = new(StringComparer.Ordinal)
    {
        ["GB Easter Monday"] = "+04-13 +04-05 +04-18 +04-10 +04-01 +04-21 +04-06 +03-29 +04-17 +04-02 +04-22",
        ["GB Summer Bank Holiday"] = "+08-31 +08-30 +08-29 +08-28 +08-26 +08-25 +08-31 +08-30 +08-28 +08-27 +08-26",
        ["AR Día del Respeto a la Diversidad Cultural"] = ". . . . . -10-12+10-10 . . . . .",
    };

    /// <summary>Why.</summary>
    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["GB Easter Monday"] = "the data's national set has only what all four nations share; the pack has that of England and Wales",
        ["GB Summer Bank Holiday"] = "the same: the last Monday of August is none in Scotland",
        ["AR Día del Respeto a la Diversidad Cultural"] = "Resolución 139/2025 moved the Sunday to Friday, 10 October 2025; the data left it on the Sunday",
    };

    public static TheoryData<string, int> CountriesAndYears()
    {
        var data = new TheoryData<string, int>();
        foreach (var country in ExpectedHolidays.Countries)
        {
            for (var year = 2020; year <= 2030; year++) data.Add(country, year);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(CountriesAndYears))]
    public void The_rules_give_the_days_that_the_published_calendars_give_but_for_the_differences_explained(string country, int year)
    {
        var expected = new SortedSet<string>(ExpectedHolidays.Of(country, year), StringComparer.Ordinal);
        foreach (var difference in Different.Where(difference => difference.Key.StartsWith(country + " ", StringComparison.Ordinal)))
        {
            Assert.NotEmpty(Reasons[difference.Key]);
            foreach (var change in Changes(difference.Value.Split(' ')[year - 2020]))
            {
                var day = $"{year}-{change[1..]}";
                Assert.True(change[0] == '+' ? expected.Add(day) : expected.Remove(day), $"{difference.Key} {day} is no difference");
            }
        }

        var days = CountryPacks.Find(country)!.PublicHolidays.In(year).Select(holiday => holiday.Date.ToString()).Distinct();

        Assert.Equal(expected, days);
    }

    [Fact]
    public void Every_country_with_published_days_has_a_pack() => Assert.Empty(ExpectedHolidays.Countries.Except(CountryPacks.Countries));

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
    [InlineData("CL", "2035-06-21", "Día Nacional de los Pueblos Indígenas", "Ley 21.357: solstice at 12:33 UTC")]
    [InlineData("CL", "2032-06-20", "Día Nacional de los Pueblos Indígenas", "Ley 21.357: solstice at 19:08 UTC")]
    [InlineData("CL", "2034-01-02", "Feriado nacional", "Ley 20.983: the Monday after a Sunday 1 January")]
    [InlineData("CL", "2031-06-29", "San Pedro y San Pablo", "Ley 19.668: a Sunday stays")]
    [InlineData("CL", "2035-06-29", null, "Ley 19.668: a Friday goes to the Monday after")]
    [InlineData("CL", "2035-07-02", "San Pedro y San Pablo (observado)", "Ley 19.668")]
    [InlineData("CL", "2034-10-27", "Día Nacional de las Iglesias Evangélicas y Protestantes (observado)", "Ley 20.299: a Tuesday goes to the Friday before")]
    [InlineData("AR", "2032-08-16", "Paso a la Inmortalidad del General Don José de San Martín (observado)", "Ley 27.399, art. 6: a Tuesday goes to the Monday before")]
    [InlineData("AR", "2033-06-17", "Paso a la Inmortalidad del General Don Martín Miguel de Güemes", "its Monday would be 20 June, a holiday itself")]
    [InlineData("EC", "2033-08-12", "Primer Grito de Independencia (observado)", "Ley de feriados de 2016: a Wednesday goes to the Friday")]
    [InlineData("BR", "2023-11-20", null, "Lei 14.759/2023 counts from 2024")]
    [InlineData("BR", "2031-11-20", "Dia Nacional de Zumbi e da Consciência Negra", "Lei 14.759/2023")]
    [InlineData("US", "2032-12-24", "Christmas Day (observed)", "5 U.S.C. 6103: a Saturday goes to Friday")]
    [InlineData("US", "2033-12-26", "Christmas Day (observed)", "5 U.S.C. 6103: a Sunday goes to Monday")]
    [InlineData("US", "2010-12-31", "New Year's Day (observed)", "the day before a Saturday 1 January lies in the year before")]
    [InlineData("GB", "2032-12-28", "Boxing Day (observed)", "Banking and Financial Dealings Act 1971: Sunday's substitute, Saturday's being Monday")]
    [InlineData("GB", "2033-12-27", "Christmas Day (observed)", "a Sunday Christmas: Monday is Boxing Day")]
    [InlineData("GB", "2020-05-04", null, "May Day of 2020 was moved to 8 May")]
    [InlineData("ES", "2028-10-12", "Fiesta Nacional de España", "a Thursday")]
    [InlineData("ES", "2031-10-12", null, "a Sunday: each region says what is kept instead")]
    [InlineData("PE", "2023-06-07", null, "Ley 31788 counts from 2024")]
    [InlineData("VE", "2031-02-24", "Lunes de Carnaval", "48 days before Easter")]
    public void A_holiday_falls_where_its_law_puts_it(string country, string date, string? name, string source)
    {
        Assert.NotEmpty(source);
        Assert.Equal(name, CountryPacks.Find(country)!.PublicHolidays.NameOf(Day(date)));
    }

    [Theory]
    [InlineData("MX", "2026-12-12", true, false, "CNBV: día del empleado bancario")]
    [InlineData("MX", "2026-04-02", true, false, "CNBV: Maundy Thursday")]
    [InlineData("MX", "2026-04-03", true, false, "CNBV: Good Friday")]
    [InlineData("MX", "2026-11-02", true, false, "CNBV: 2 November")]
    [InlineData("MX", "2026-09-16", true, true, "LFT art. 74 and CNBV")]
    [InlineData("AR", "2026-11-06", true, false, "Día del Bancario")]
    [InlineData("CL", "2026-12-31", true, false, "Ley General de Bancos, art. 38")]
    [InlineData("BR", "2026-02-16", true, false, "Carnival Monday, CMN 4.880/2020")]
    [InlineData("BR", "2026-02-17", true, false, "Carnival Tuesday, CMN 4.880/2020")]
    [InlineData("BR", "2026-06-04", true, false, "Corpus Christi, CMN 4.880/2020")]
    [InlineData("VE", "2024-05-13", true, false, "SUDEBAN 2024: Ascensión, Thursday 9 May, on Monday")]
    [InlineData("VE", "2024-06-03", true, false, "SUDEBAN 2024: Corpus Christi, Thursday 30 May, on Monday")]
    [InlineData("VE", "2024-08-19", true, false, "SUDEBAN 2024: Asunción, Thursday 15 August, on Monday")]
    [InlineData("VE", "2024-09-16", true, false, "SUDEBAN 2024: Coromoto, Wednesday 11 September, on Monday")]
    [InlineData("VE", "2026-01-19", true, false, "SUDEBAN 2026: Divina Pastora, Wednesday 14 January, on Monday")]
    [InlineData("VE", "2026-01-12", true, false, "SUDEBAN 2026: Reyes, Tuesday 6 January, on Monday")]
    [InlineData("VE", "2024-07-01", false, false, "SUDEBAN 2024: 29 June, a Saturday, is not kept")]
    [InlineData("ES", "2026-01-06", false, true, "Epiphany is no TARGET closing day")]
    [InlineData("ES", "2026-10-12", false, true, "nor is 12 October")]
    [InlineData("ES", "2026-04-06", true, false, "Easter Monday is")]
    [InlineData("ES", "2028-12-26", true, false, "26 December is")]
    [InlineData("US", "2026-07-03", false, true, "the Federal Reserve opens on the Friday before a Saturday holiday")]
    [InlineData("US", "2027-07-05", true, true, "and closes on the Monday after a Sunday one")]
    [InlineData("EC", "2025-10-09", false, true, "moved to Friday 10 October 2025: the Thursday is worked")]
    [InlineData("EC", "2025-10-10", true, true, "the day to which it is moved")]
    [InlineData("GB", "2026-08-31", true, true, "bank holiday in England and Wales")]
    [InlineData("CO", "2026-07-13", true, true, "Ley 2578 de 2026")]
    [InlineData("PE", "2026-07-28", true, true, "Fiestas Patrias")]
    public void Banks_have_a_calendar_of_their_own(string country, string date, bool bank, bool people, string source)
    {
        Assert.NotEmpty(source);
        var pack = CountryPacks.Find(country)!;

        Assert.Equal(bank, pack.BankHolidays.Contains(Day(date)));
        Assert.Equal(people, pack.PublicHolidays.Contains(Day(date)));
    }

    [Fact]
    public void Every_country_names_the_authority_of_its_bank_days()
    {
        foreach (var country in CountryPacks.Countries) Assert.NotEmpty(CountryPacks.Find(country)!.BankHolidaySource.Text);
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
    [InlineData("2020-06-20T21:43")]
    [InlineData("2024-06-20T20:51")]
    [InlineData("2025-06-21T02:42")]
    [InlineData("2026-06-21T08:24")]
    public void The_solstice_is_found_to_two_minutes(string published)
    {
        var expected = DateTime.Parse(published, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

        Assert.InRange((Solstice.JuneUtc(expected.Year) - expected).TotalMinutes, -2, 2);
    }

    [Theory]
    [InlineData("tuesday-1 friday+3", true)]
    [InlineData("next-monday", true)]
    [InlineData("caturday+1", false)]
    [InlineData("tuesday", false)]
    [InlineData("tuesday+7", false)]
    [InlineData("tuesday-1 tuesday+1", false)]
    [InlineData("", false)]
    public void A_shift_names_weekdays_and_days_to_add(string text, bool right) => Assert.Equal(right, HolidayShift.TryParse(text, out _));

    private static IEnumerable<string> Changes(string text)
    {
        for (var at = 0; at + 5 < text.Length; at += 6) yield return text.Substring(at, 6);
    }

    private static CalendarDate Day(string text) => CalendarDate.TryParse(text, out var day) ? day : throw new FormatException(text);
}
