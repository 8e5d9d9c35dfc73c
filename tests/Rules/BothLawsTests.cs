using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;
using Xunit;

namespace Crm.Extensions.Tests.Rules;

/// <summary>The law of the residence with that of the contract; what the customer asked for; the house's closed days.</summary>
public class BothLawsTests
{
    private static readonly CountryPack Both = CountryPack.Intersect(CountryPacks.Find("MX")!, CountryPacks.Find("CO")!);

    [Theory]
    [InlineData("2026-11-23T20:00", false, "Ley 2300 de 2023, art. 3: the contract's law ends at 19:00")]
    [InlineData("2026-11-21T10:00", false, "CONDUSEF, Profeco: the residence has no Saturday")]
    [InlineData("2026-07-13T10:00", false, "Ley 2578 de 2026: a holiday of the contract's country alone")]
    [InlineData("2026-11-16T10:00", false, "LFT art. 74: a holiday of the residence")]
    [InlineData("2026-11-24T10:00", true, "both permit it")]
    public void A_contact_suits_the_law_of_the_residence_and_that_of_the_contract(string local, bool allowed, string source)
    {
        Assert.NotEmpty(source);
        Assert.Equal(allowed, Judge(Both, local, HousePolicy.LawEnforced).Allowed);
    }

    [Fact]
    public void The_pack_of_two_laws_names_both_and_keeps_the_residence_s_clocks()
    {
        Assert.Equal(CountryPacks.Find("MX")!.Version + "+" + CountryPacks.Find("CO")!.Version, Both.Version);
        Assert.Equal(CountryPacks.Find("MX")!.Clocks, Both.Clocks);
        Assert.Null(Both.HoursWaiver);
        Assert.Equal(24 * 60, Both.Settlement.DayEndsAt);
        Assert.Same(CountryPacks.Find("CO"), CountryPack.Intersect(CountryPacks.Find("CO")!, CountryPacks.Find("CO")!));
    }

    [Fact]
    public void The_stricter_terms_of_two_countries_hold()
    {
        var terms = CountryPack.Intersect(CountryPacks.Find("BR")!, CountryPacks.Find("PE")!).LimitDecreaseOn(Judged.Day("2026-11-22"));

        Assert.Equal(45, terms.NoticeDays);
        Assert.Equal(0, terms.AfterNoticeDays);
        Assert.Null(CountryPack.Intersect(CountryPacks.Find("PE")!, CountryPacks.Find("CL")!).AllowedRoleOf(PartyRole.Guarantor, Judged.Day("2026-11-22")));
    }

    [Theory]
    [InlineData("2026-11-22T20:30", true, "asked for on the 22nd, 20:00 to 21:00")]
    [InlineData("2026-11-22T21:00", false, "half past eight is not nine")]
    [InlineData("2026-11-21T20:30", false, "before it was asked for")]
    [InlineData("2026-11-30T20:30", false, "a request is answered within a week")]
    public void What_the_customer_asked_for_is_made_whatever_the_hour_and_cites_the_request(string local, bool allowed, string why)
    {
        var asked = new Consent(ConsentKind.Request, Channel.PhoneCall, null) { Window = new DayWindow(20 * 60, 21 * 60), SignedOn = Judged.Day("2026-11-22"), Proof = "call 4711" };

        var verdict = Judged.Contact("CO", "phonecall", "collection", local, consents: asked);

        Assert.NotEmpty(why);
        Assert.Equal(allowed, verdict.Allowed);
        Assert.Equal(allowed, verdict.RuleIds == RuleIds.Requested);
        if (allowed) Assert.Contains("call 4711", VerdictText.Explain(verdict, Language.English), System.StringComparison.Ordinal);
        Assert.False(Judged.Contact("CO", "sms", "collection", "2026-11-22T20:30", consents: asked).Allowed);
    }

    [Fact]
    public void A_contact_said_to_be_requested_without_a_record_is_made_and_says_that_none_is_there()
    {
        var verdict = Judged.Contact("CO", "phonecall", "requested", "2026-11-22T20:30");

        Assert.True(verdict.Allowed);
        Assert.Contains("no request is on record", VerdictText.Explain(verdict, Language.English), System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("phonecall", "collection", "2026-12-28T10:00", false)]
    [InlineData("letter", "collection", "2026-12-28T10:00", true)]
    [InlineData("phonecall", "fraudalert", "2026-12-28T10:00", true)]
    [InlineData("phonecall", "collection", "2027-01-04T10:00", true)]
    public void The_houses_own_closed_days_are_kept(string channel, string purpose, string local, bool allowed)
    {
        var policy = HousePolicy.LawEnforced.ClosedOn([new Closure(Judged.Day("2026-12-24"), Judged.Day("2027-01-03"), "Christmas")]);

        var verdict = Judged.Contact("MX", channel, purpose, local, policy: policy);

        Assert.Equal(allowed, verdict.Allowed);
        if (!allowed)
        {
            Assert.Equal(RuleIds.BusinessClosure, verdict.RuleIds);
            Assert.Equal("2027-01-04T07:00", verdict.NextLocal());
        }
    }

    [Theory]
    [InlineData(RuleIds.RollingCap, "2", "2026-11-28T07:00")]
    [InlineData(RuleIds.Spacing, "3", "2026-11-27T07:00")]
    public void The_house_may_ask_for_less_in_days_on_end_and_for_more_days_between(string rule, string value, string next)
    {
        var history = "2026-11-21T10:00|phonecall|collection|attempted;2026-11-24T10:00|phonecall|collection|attempted";

        var verdict = Judged.Contact("CO", "phonecall", "collection", "2026-11-25T10:00", history, Judged.Policy(rule, value));

        Assert.Equal(rule, verdict.RuleIds);
        Assert.Equal(next.Substring(0, 10), verdict.NextLocal()!.Substring(0, 10));
    }

    private static Verdict Judge(CountryPack pack, string local, HousePolicy policy) => ContactCourtesy.Judge(
        new ContactRequest(Channel.PhoneCall, Purpose.Collection, Judged.Utc(local, Judged.MexicoCity), ContactPhase.Planned),
        new CustomerContext { TimeZoneIds = [Judged.MexicoCity] },
        pack,
        policy);
}
