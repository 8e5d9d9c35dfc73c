using System;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Packs;
using Xunit;

namespace Crm.Extensions.Tests.Rules;

/// <summary>The hours of every thorough pack, each row naming its source: the first and the last moment of each kind of day.</summary>
public class CountryValueTests
{
    [Theory]
    [InlineData("CO", "phonecall", "collection", "2026-07-13T10:00:00", false, "collections table: Ley 2578 de 2026, the holiday moved to 13 July")]
    [InlineData("CO", "phonecall", "collection", "2026-11-21T15:00:00", false, "collections table: Ley 2300 de 2023, art. 3, Saturday 15:00:00 is outside")]
    [InlineData("PE", "phonecall", "collection", "2026-11-21T10:00:00", false, "collections table: Ley 29571, art. 62, no Saturday")]
    [InlineData("CL", "phonecall", "collection", "2026-11-21T10:00:00", true, "collections table: CPC art. 59, Saturday is a business day")]
    [InlineData("CL", "phonecall", "collection", "2026-11-23T07:59:59", false, "Ley 19.496 art. 37, CPC art. 59: from 08:00")]
    [InlineData("CL", "phonecall", "collection", "2026-11-23T08:00:00", true, "Ley 19.496 art. 37, CPC art. 59: from 08:00")]
    [InlineData("CL", "sms", "reminder", "2026-11-21T19:59:59", true, "Ley 19.496 art. 37, CPC art. 59: Saturday until 20:00")]
    [InlineData("CL", "sms", "reminder", "2026-11-23T20:00:00", false, "Ley 19.496 art. 37, CPC art. 59: 20:00:00 is outside")]
    [InlineData("CL", "email", "promise", "2026-11-22T12:00:00", false, "Ley 19.496 art. 37, CPC art. 59: no Sunday")]
    [InlineData("CL", "phonecall", "collection", "2021-04-19T21:00:00", true, "Ley 21.320 in force on 20 April 2021")]
    [InlineData("CL", "phonecall", "sales", "2026-11-21T13:00:00", false, "house: Saturday until 13:00")]
    [InlineData("CL", "phonecall", "thankyou", "2026-11-23T08:00:00", true, "house: from 08:00")]
    [InlineData("CL", "whatsapp", "service", "2026-11-23T19:00:00", false, "house: until 19:00")]
    [InlineData("PE", "phonecall", "collection", "2026-11-23T06:59:59", false, "Ley 29571, art. 62: not from 20:00 to 07:00")]
    [InlineData("PE", "visit", "collection", "2026-11-23T07:00:00", true, "Ley 29571, art. 62: from 07:00")]
    [InlineData("PE", "phonecall", "reminder", "2026-11-23T19:59:59", true, "Ley 29571, art. 62: until 20:00")]
    [InlineData("PE", "phonecall", "collection", "2026-11-23T20:00:00", false, "Ley 29571, art. 62: 20:00:00 is outside")]
    [InlineData("PE", "sms", "collection", "2026-11-23T20:00:00", false, "Ley 29571, art. 62, lit. g: messages alike")]
    [InlineData("PE", "email", "collection", "2026-11-21T10:00:00", false, "Ley 29571, art. 62, lit. g: no Saturday")]
    [InlineData("PE", "phonecall", "collection", "2026-11-22T10:00:00", false, "Ley 29571, art. 62: no Sunday")]
    [InlineData("PE", "phonecall", "thankyou", "2026-11-21T09:00:00", true, "house: Saturday 09-13")]
    [InlineData("PE", "sms", "sales", "2026-11-23T10:00:00", false, "Ley 29571, art. 58.1.e: no offer without own consent")]
    [InlineData("PE", "sms", "sales", "2025-05-08T10:00:00", true, "Ley 32323 in force on 9 May 2025")]
    [InlineData("ES", "phonecall", "collection", "2026-11-23T08:59:59", false, "house: from 09:00")]
    [InlineData("ES", "phonecall", "collection", "2026-11-23T18:59:59", true, "house: until 19:00")]
    [InlineData("ES", "phonecall", "collection", "2026-11-21T10:00:00", false, "house: no Saturday")]
    [InlineData("ES", "sms", "sales", "2026-11-23T19:00:00", false, "house: messages until 19:00")]
    [InlineData("ES", "phonecall", "sales", "2025-12-23T20:59:59", true, "LGDCU art. 96.2: until 21:00")]
    [InlineData("ES", "phonecall", "sales", "2025-12-23T21:00:00", false, "LGDCU art. 96.2: 21:00:00 is outside")]
    [InlineData("ES", "phonecall", "sales", "2025-12-20T10:00:00", false, "LGDCU art. 96.2: no weekend")]
    [InlineData("ES", "phonecall", "sales", "2025-12-29T10:00:00", false, "Ley 10/2025: no sales call without a consent of the last two years")]
    [InlineData("BR", "phonecall", "collection", "2026-11-23T08:00:00", true, "house, custom of the trade: from 08:00")]
    [InlineData("BR", "phonecall", "collection", "2026-11-23T20:00:00", false, "house, custom of the trade: until 20:00")]
    [InlineData("BR", "phonecall", "collection", "2026-11-21T13:59:59", true, "house, custom of the trade: Saturday until 14:00")]
    [InlineData("BR", "phonecall", "collection", "2026-11-21T14:00:00", false, "house, custom of the trade: Saturday 14:00:00 is outside")]
    [InlineData("BR-SP", "phonecall", "collection", "2026-11-23T19:59:59", true, "Lei 15.426/2014: until 20:00")]
    [InlineData("BR-SP", "phonecall", "collection", "2026-11-21T08:00:00", true, "Lei 15.426/2014: Saturday from 08:00")]
    [InlineData("BR-SP", "phonecall", "collection", "2026-11-21T14:00:00", false, "Lei 15.426/2014: Saturday until 14:00")]
    [InlineData("BR-SP", "phonecall", "collection", "2026-11-22T10:00:00", false, "Lei 15.426/2014: no Sunday")]
    [InlineData("BR-AL", "phonecall", "collection", "2026-11-23T07:59:59", false, "Lei 7.782/2016: from 08:00")]
    [InlineData("BR-AL", "phonecall", "collection", "2026-11-21T13:59:59", true, "Lei 7.782/2016: Saturday until 14:00")]
    [InlineData("BR-RJ", "phonecall", "collection", "2026-11-23T08:59:59", false, "Lei 7.868/2018, art. 3, § 4: from 09:00")]
    [InlineData("BR-RJ", "phonecall", "collection", "2026-11-23T18:59:59", true, "Lei 7.868/2018, art. 3, § 4: until 19:00")]
    [InlineData("BR-RJ", "phonecall", "collection", "2026-11-21T10:00:00", false, "Lei 7.868/2018, art. 3, § 4: no Saturday")]
    [InlineData("BR-ES", "phonecall", "collection", "2026-11-23T08:00:00", true, "Lei 10.626/2017: from 08:00")]
    [InlineData("BR-ES", "phonecall", "collection", "2026-11-23T19:00:00", false, "Lei 10.626/2017: until 19:00")]
    [InlineData("BR-AM", "phonecall", "collection", "2026-11-23T18:59:59", true, "Lei 306/2016: until 19:00")]
    [InlineData("BR-AM", "phonecall", "collection", "2026-11-21T10:00:00", false, "Lei 306/2016: no Saturday")]
    [InlineData("EC", "phonecall", "collection", "2026-11-23T07:00:00", true, "LODC art. 49: from 07:00")]
    [InlineData("EC", "phonecall", "collection", "2026-11-23T20:00:00", false, "LODC art. 49: until 20:00")]
    [InlineData("US", "phonecall", "collection", "2026-11-22T20:59:59", true, "Regulation F as house policy: Sundays too")]
    [InlineData("US", "email", "collection", "2026-11-23T21:00:00", false, "Regulation F as house policy: any medium until 21:00")]
    [InlineData("US", "phonecall", "sales", "2026-11-23T07:59:59", false, "47 CFR 64.1200(c)(1): from 08:00")]
    [InlineData("AR", "phonecall", "collection", "2026-11-23T19:00:00", false, "house: until 19:00")]
    [InlineData("VE", "phonecall", "collection", "2026-11-21T09:00:00", true, "house: Saturday 09-13")]
    [InlineData("GB", "phonecall", "collection", "2026-11-22T10:00:00", false, "house: no Sunday")]
    public void The_hours_of_each_country_are_those_of_its_source(string country, string channel, string purpose, string local, bool allowed, string source)
    {
        var verdict = Judge(country, channel, purpose, local);

        Assert.NotEmpty(source);
        Assert.Equal(allowed, verdict.Allowed);
    }

    [Theory]
    [InlineData("CL", "phonecall", "2026-11-25T10:00", "2026-11-23T10:00|visit|collection|attempted", "weekly-cap", "2026-11-30T08:00", "Ley 19.496 art. 37: one call or visit a week")]
    [InlineData("CL", "email", "2026-11-25T10:00", "2026-11-23T10:00|phonecall|collection|attempted", "", "2026-11-25T10:00", "Ley 19.496 art. 37: calls and other channels are counted apart")]
    [InlineData("CL", "email", "2026-11-24T10:00", "2026-11-23T10:00|sms|collection|delivered", "spacing", "2026-11-25T08:00", "Ley 19.496 art. 37: at least two days apart")]
    [InlineData("CL", "email", "2026-11-24T10:00", "2026-11-25T10:00|sms|collection|planned", "spacing", "2026-11-27T08:00", "Ley 19.496 art. 37: from what is still to come, too")]
    [InlineData("CL", "email", "2026-11-27T10:00", "2026-11-23T10:00|sms|collection|delivered;2026-11-25T10:00|email|collection|delivered", "weekly-cap", "2026-11-30T08:00", "Ley 19.496 art. 37: two a week")]
    [InlineData("CL", "phonecall", "2026-11-25T10:00", "2026-11-23T10:00|phonecall|collection|conversation", "weekly-cap,rest-after-conversation", "2026-11-30T08:00", "Ley 19.496 art. 37: the week rests after a talk")]
    [InlineData("EC", "phonecall", "2026-11-24T15:00", "2026-11-24T10:00|phonecall|collection|attempted", "daily-cap", "2026-11-25T07:00", "LODC art. 49: once a day by each mechanism")]
    [InlineData("EC", "sms", "2026-11-24T15:00", "2026-11-24T10:00|phonecall|collection|attempted", "", "2026-11-24T15:00", "LODC art. 49: another mechanism")]
    [InlineData("CO", "phonecall", "2026-11-24T15:00", "2026-11-24T09:00|phonecall|collection|conversation", "daily-cap,rest-after-conversation", "2026-11-25T07:00", "Ley 2300 art. 3: the day rests after a talk")]
    [InlineData("US", "phonecall", "2026-11-25T10:00", "2026-11-19T10:00|phonecall|collection|conversation", "rest-after-conversation", "2026-11-26T08:00", "12 CFR 1006.14(b)(2)(ii) as house policy: the talk's day is day 1")]
    [InlineData("US", "sms", "2026-11-25T10:00", "2026-11-24T10:00|phonecall|collection|conversation", "", "2026-11-25T10:00", "12 CFR 1006.14(b)(2) as house policy: calls alone")]
    [InlineData("BR", "phonecall", "2026-11-24T15:00", "2026-11-24T10:00|sms|collection|delivered", "daily-cap", "2026-11-25T08:00", "house: one a day")]
    [InlineData("ES", "phonecall", "2026-11-25T15:00", "2026-11-24T10:00|phonecall|collection|conversation", "rest-after-conversation", "2026-12-01T09:00", "house: seven days after a talk")]
    [InlineData("PE", "phonecall", "2026-11-26T15:00", "2026-11-23T10:00|sms|collection|delivered;2026-11-24T10:00|sms|collection|delivered;2026-11-25T10:00|sms|collection|delivered", "weekly-cap", "2026-11-30T07:00", "house: three a week")]
    public void Caps_spacing_and_rests_are_those_of_the_source(string country, string channel, string local, string history, string rules, string next, string source)
    {
        var verdict = Judge(country, channel, "collection", local, history);

        Assert.NotEmpty(source);
        Assert.Equal(rules, string.Join(",", verdict.Findings.Where(finding => finding.Objects).Select(finding => finding.RuleId)));
        Assert.Equal(next, verdict.NextLocal());
    }

    [Fact]
    public void Seven_calls_about_one_debt_in_seven_days_leave_no_eighth_and_say_nothing_of_another_debt()
    {
        var zone = "Eastern Standard Time";
        var history = Enumerable.Range(0, 7)
            .Select(day => new ContactAttempt(Judged.Utc("2026-11-18T10:00", zone).AddDays(day), Channel.PhoneCall, Purpose.Collection, ContactReach.Attempted) { ObligationKey = "loan" })
            .ToList();
        var customer = new CustomerContext { TimeZoneIds = [zone], History = history };
        var eighth = new ContactRequest(Channel.PhoneCall, Purpose.Collection, Judged.Utc("2026-11-24T15:00", zone), ContactPhase.Planned) { ObligationKey = "loan" };
        var pack = CountryPacks.Find("US")!;

        var verdict = ContactCourtesy.Judge(eighth, customer, pack, HousePolicy.LawEnforced);

        Assert.Equal(RuleIds.RollingCap, verdict.RuleIds);
        Assert.Equal("2026-11-25T08:00", verdict.NextLocal());
        Assert.True(ContactCourtesy.Judge(eighth with { ObligationKey = "card" }, customer, pack, HousePolicy.LawEnforced).Allowed);
        Assert.False(ContactCourtesy.Judge(eighth with { ObligationKey = null }, customer, pack, HousePolicy.LawEnforced).Allowed);
    }

    [Theory]
    [InlineData("US", false)]
    [InlineData("CL", true)]
    public void A_talk_that_the_customer_began_starts_the_rest_where_the_source_says_so(string country, bool allowed)
    {
        var zone = CountryPacks.Find(country)!.Clocks[0].Id;
        var talk = new ContactAttempt(Judged.Utc("2026-11-23T10:00", zone), Channel.PhoneCall, Purpose.Collection, ContactReach.Conversation) { Outgoing = false };
        var request = new ContactRequest(Channel.PhoneCall, Purpose.Collection, Judged.Utc("2026-11-25T10:00", zone), ContactPhase.Planned);

        var verdict = ContactCourtesy.Judge(request, new CustomerContext { TimeZoneIds = [zone], History = [talk] }, CountryPacks.Find(country)!, HousePolicy.LawEnforced);

        Assert.Equal(allowed, verdict.Allowed);
    }

    [Theory]
    [InlineData("2025-12-01", true)]
    [InlineData("2024-11-23", false)]
    [InlineData(null, false)]
    public void A_consent_to_sales_calls_in_Spain_is_good_for_two_years(string? signed, bool allowed)
    {
        var consent = new Consent(ConsentKind.MarketingConsent, null, Purpose.Sales) { SignedOn = signed is null ? null : Judged.Day(signed) };

        Assert.Equal(allowed, Judge("ES", "phonecall", "sales", "2026-11-23T10:00", "", consent).Allowed);
    }

    private static Verdict Judge(string country, string channel, string purpose, string local, string history = "", params Consent[] consents)
    {
        var pack = CountryPacks.Find(country)!;
        var zone = pack.Clocks[0].Id;
        var customer = new CustomerContext { Key = "c", TimeZoneIds = [zone], History = Judged.History(history, zone), Consents = consents };
        var request = new ContactRequest(Enum.Parse<Channel>(channel, true), Enum.Parse<Purpose>(purpose, true), Judged.Utc(local, zone), ContactPhase.Planned);
        return ContactCourtesy.Judge(request, customer, pack, HousePolicy.LawEnforced);
    }
}
