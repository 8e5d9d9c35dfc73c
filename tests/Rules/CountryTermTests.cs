using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Packs;
using Xunit;

namespace Crm.Extensions.Tests.Rules;

/// <summary>What packs say beside hours and caps: states, parties, settlement, limits, proof; each row names its source.</summary>
public class CountryTermTests
{
    [Theory]
    [InlineData("BR", "São Paulo", "SP", "E. South America Standard Time")]
    [InlineData("BR", "sao paulo", "SP", "E. South America Standard Time")]
    [InlineData("BR", "SP", "SP", "E. South America Standard Time")]
    [InlineData("BR", "Amazonas", "AM", "SA Western Standard Time,SA Pacific Standard Time")]
    [InlineData("MX", "Baja California", "BCN", "Pacific Standard Time (Mexico)")]
    [InlineData("MX", "B.C.", "BCN", "Pacific Standard Time (Mexico)")]
    [InlineData("MX", "baja california sur", "BCS", "Mountain Standard Time (Mexico)")]
    [InlineData("MX", "Quintana Roo", "ROO", "Eastern Standard Time (Mexico)")]
    [InlineData("MX", "CDMX", "CMX", "Central Standard Time (Mexico)")]
    [InlineData("US", "California", "CA", "Pacific Standard Time")]
    [InlineData("US", "Washington, D.C.", "DC", "Eastern Standard Time")]
    [InlineData("ES", "Santa Cruz de Tenerife", "CN", "GMT Standard Time")]
    [InlineData("ES", "Cádiz", "AN", "Romance Standard Time")]
    [InlineData("CL", "Magallanes", "MA", "Magallanes Standard Time")]
    [InlineData("EC", "Galapagos", "W", "Central America Standard Time")]
    [InlineData("EC", "Pichincha", "P", "SA Pacific Standard Time")]
    public void A_state_is_known_by_each_of_its_names_and_says_its_clocks(string country, string text, string state, string zones)
    {
        var pack = CountryPacks.Find(country, text)!;

        Assert.Equal(state, pack.State);
        Assert.Equal(country, pack.Country);
        Assert.Equal(zones, string.Join(",", pack.Clocks.Select(clock => clock.Id)));
        Assert.EndsWith("/" + state, pack.Version, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BR", "Atlantis")]
    [InlineData("BR", "")]
    [InlineData("BR", null)]
    [InlineData("br-xx", null)]
    public void An_unknown_state_leaves_the_national_values_and_every_clock(string country, string? state)
    {
        var pack = state is null && country.Contains('-', System.StringComparison.Ordinal) ? CountryPacks.Find(country)! : CountryPacks.Find(country, state)!;

        Assert.Equal("", pack.State);
        Assert.Equal(8, pack.Clocks.Count);
    }

    [Theory]
    [InlineData("CO", "guarantor", true, "Ley 2300 de 2023: aval and codeudor under the same limits")]
    [InlineData("MX", "guarantor", true, "CONDUSEF: client, aval, obligado solidario")]
    [InlineData("CL", "debtor", true, "Ley 19.496 art. 37: the debtor")]
    [InlineData("CL", "guarantor", false, "Ley 19.496 art. 37: the debtor only")]
    [InlineData("CL", "codebtor", false, "Ley 19.496 art. 37: the debtor only")]
    [InlineData("PE", "guarantor", true, "Ley 29571 art. 62")]
    [InlineData("EC", "codebtor", true, "LODC art. 49")]
    [InlineData("BR", "reference", false, "references never")]
    public void Who_may_be_told_is_the_pack_s_to_say(string country, string role, bool allowed, string source)
    {
        Assert.NotEmpty(source);
        Assert.Equal(allowed, CountryPacks.Find(country)!.AllowedRoleOf(System.Enum.Parse<PartyRole>(role, true), Judged.Day("2026-11-22")) is not null);
    }

    [Theory]
    [InlineData("BR", 30, true, 0, true, "Resolução BCB 96/2021, art. 10")]
    [InlineData("PE", 45, true, 7, true, "Res. SBS 3274-2017, arts. 33 and 41")]
    [InlineData("AR", 60, true, 0, true, "PUSF 2.3.4")]
    [InlineData("US", 45, true, 0, false, "house: the law names the 45 days before fees")]
    [InlineData("MX", 30, true, 0, false, "house: from memory only")]
    [InlineData("CO", 30, true, 0, false, "house: Ley 1328 art. 10 names no days")]
    [InlineData("CL", 30, true, 0, false, "house")]
    [InlineData("ES", 60, true, 0, false, "house: from memory only")]
    public void A_lower_limit_is_announced_so_many_days_before(string country, int days, bool escape, int after, bool law, string source)
    {
        var terms = CountryPacks.Find(country)!.LimitDecreaseOn(Judged.Day("2026-11-22"));

        Assert.NotEmpty(source);
        Assert.Equal(days, terms.NoticeDays);
        Assert.Equal(escape, terms.RiskEscape);
        Assert.Equal(after, terms.AfterNoticeDays);
        Assert.Equal(law, terms.Source.IsLaw);
    }

    [Theory]
    [InlineData("MX", "MXN", 50)]
    [InlineData("CO", "COP", 10000)]
    [InlineData("ES", "EUR", 3)]
    [InlineData("CL", "CLP", 2000)]
    [InlineData("PE", "PEN", 10)]
    [InlineData("BR", "BRL", 10)]
    [InlineData("US", "USD", 5)]
    [InlineData("GB", "GBP", 3)]
    public void Trifles_are_not_demanded(string country, string currency, int amount)
    {
        var value = CountryPacks.Find(country)!.MaterialityOf(currency)!;

        Assert.Equal(amount, value.Amount);
        Assert.False(value.Source.IsLaw);
    }

    [Fact]
    public void The_remaining_terms_are_those_of_their_sources()
    {
        Assert.Equal(18 * 60, CountryPacks.Find("CO")!.Settlement.DayEndsAt); // Código de Comercio, art. 829
        Assert.True(CountryPacks.Find("CO")!.Settlement.DayEndsAtSource.IsLaw);
        Assert.Equal(5, CountryPacks.Find("ES")!.Settlement.DebitReturnBankDays); // SEPA, from memory: house policy
        Assert.False(CountryPacks.Find("ES")!.Settlement.DebitReturnSource.IsLaw);
        Assert.Equal(24, CountryPacks.Find("CL")!.Retentions.Single(value => value.What == "contacts").Months); // Ley 19.496, art. 37
        Assert.True(CountryPacks.Find("PE")!.LimitIncreaseOn(Judged.Day("2026-11-22")) is { ConsentRequired: true, Source.IsLaw: true }); // Res. SBS 3274-2017, art. 37
        Assert.True(CountryPacks.Find("AR")!.BlockOn(Judged.Day("2026-11-22")) is { SameDayNotice: true, Source: { IsLaw: true, Verified: true } }); // Com. A 6664
        Assert.True(CountryPacks.Find("ES")!.NoOffersInService!.IsLaw); // LGDCU, art. 21.2
    }

    [Fact]
    public void Nothing_known_from_memory_or_a_single_report_passes_for_verified_law()
    {
        Assert.All(CountryPacks.Find("VE")!.Hours.Concat(CountryPacks.Find("GB")!.Hours), value => Assert.False(value.Source.IsLaw));
        Assert.All(CountryPacks.Find("BR-RJ")!.Hours.Where(value => value.Source.IsLaw), value => Assert.False(value.Source.Verified));
        Assert.Contains(CountryPacks.Find("BR-RJ")!.Hours, value => value.Source.IsLaw);
        Assert.All(CountryPacks.Find("US")!.Caps, value => Assert.False(value.Source.IsLaw));
        Assert.All(CountryPacks.Countries.Select(country => CountryPacks.Find(country)!.OptOut), source => Assert.NotNull(source.ReviewedOn));
    }
}
