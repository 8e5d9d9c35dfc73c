using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Packs;
using Xunit;

namespace Crm.Extensions.Tests.Rules;

public class PermittedHoursTests
{
    [Theory]
    [InlineData("CO", "phonecall", "collection", "2026-11-23T06:59:59", false, "2026-11-23T07:00", "Ley 2300 de 2023, art. 3: from 07:00")]
    [InlineData("CO", "phonecall", "collection", "2026-11-23T07:00:00", true, "2026-11-23T07:00", "Ley 2300 de 2023, art. 3: from 07:00")]
    [InlineData("CO", "phonecall", "collection", "2026-11-23T18:59:59", true, "2026-11-23T18:59", "Ley 2300 de 2023, art. 3: until 19:00")]
    [InlineData("CO", "phonecall", "collection", "2026-11-23T19:00:00", false, "2026-11-24T07:00", "Ley 2300 de 2023, art. 3: 19:00:00 is outside")]
    [InlineData("CO", "phonecall", "collection", "2026-11-21T07:30:00", false, "2026-11-21T08:00", "Ley 2300 de 2023, art. 3: Saturday from 08:00")]
    [InlineData("CO", "phonecall", "collection", "2026-11-21T14:59:59", true, "2026-11-21T14:59", "Ley 2300 de 2023, art. 3: Saturday until 15:00")]
    [InlineData("CO", "phonecall", "collection", "2026-11-21T15:00:00", false, "2026-11-23T07:00", "Ley 2300 de 2023, art. 3: Saturday 15:00:00 is outside")]
    [InlineData("CO", "phonecall", "collection", "2026-11-22T10:00:00", false, "2026-11-23T07:00", "Ley 2300 de 2023, art. 3: no Sunday")]
    [InlineData("CO", "phonecall", "collection", "2026-07-13T10:00:00", false, "2026-07-14T07:00", "Ley 2578 de 2026: holiday")]
    [InlineData("CO", "sms", "collection", "2026-11-14T16:00:00", false, "2026-11-17T07:00", "Ley 2300 de 2023, art. 3: Saturday, Sunday and the holiday of 16 November")]
    [InlineData("CO", "email", "reminder", "2026-11-23T23:00:00", false, "2026-11-24T07:00", "Ley 2300 de 2023, art. 3: every channel")]
    [InlineData("CO", "whatsapp", "sales", "2026-11-22T10:00:00", false, "2026-11-23T07:00", "Ley 2300 de 2023, art. 5")]
    [InlineData("CO", "phonecall", "thankyou", "2026-11-22T10:00:00", false, "2026-11-23T07:00", "house: thanks keep the same hours")]
    [InlineData("CO", "phonecall", "service", "2026-11-22T10:00:00", false, "2026-11-23T07:00", "house: service calls keep the same hours")]
    [InlineData("CO", "email", "service", "2026-11-22T10:00:00", true, "2026-11-22T10:00", "house: an answer by e-mail may leave at any hour")]
    [InlineData("CO", "letter", "collection", "2026-11-22T10:00:00", true, "2026-11-22T10:00", "house: posting a letter disturbs nobody")]
    [InlineData("CO", "phonecall", "collection", "2023-10-09T21:00:00", true, "2023-10-09T21:00", "Ley 2300 de 2023 in force on 10 October 2023")]
    [InlineData("CO", "phonecall", "collection", "2023-10-10T21:00:00", false, "2023-10-11T07:00", "Ley 2300 de 2023 in force on 10 October 2023")]
    [InlineData("MX", "phonecall", "collection", "2026-11-23T06:59:59", false, "2026-11-23T07:00", "CONDUSEF, Profeco: from 07:00")]
    [InlineData("MX", "phonecall", "collection", "2026-11-23T07:00:00", true, "2026-11-23T07:00", "CONDUSEF, Profeco: from 07:00")]
    [InlineData("MX", "phonecall", "collection", "2026-11-23T21:59:59", true, "2026-11-23T21:59", "CONDUSEF, Profeco: until 22:00")]
    [InlineData("MX", "phonecall", "collection", "2026-11-23T22:00:00", false, "2026-11-24T07:00", "CONDUSEF, Profeco: read strictly, 22:00:00 is outside")]
    [InlineData("MX", "phonecall", "collection", "2026-11-21T10:00:00", false, "2026-11-23T07:00", "CONDUSEF, Profeco: working days, no Saturday")]
    [InlineData("MX", "phonecall", "collection", "2026-11-16T10:00:00", false, "2026-11-17T07:00", "LFT art. 74: third Monday of November")]
    [InlineData("MX", "phonecall", "sales", "2026-11-23T19:00:00", false, "2026-11-24T08:00", "house hours where the law is silent")]
    [InlineData("MX", "phonecall", "sales", "2026-11-21T12:59:59", true, "2026-11-21T12:59", "house hours where the law is silent: Saturday 09-13")]
    public void A_contact_keeps_to_the_hours_of_the_customers_country(
        string country, string channel, string purpose, string local, bool allowed, string next, string source)
    {
        var verdict = Judged.Contact(country, channel, purpose, local);

        Assert.NotEmpty(source);
        Assert.Equal(allowed, verdict.Allowed);
        Assert.Equal(next, verdict.NextLocal());
    }

    [Theory]
    [InlineData("fraudalert")]
    [InlineData("otp")]
    [InlineData("requested")]
    [InlineData("notice")]
    [InlineData("outage")]
    public void What_the_customer_needs_or_asked_for_is_never_held_back(string purpose)
    {
        var optOut = new Consent(ConsentKind.OptOut, null, null);

        var verdict = Judged.Contact("CO", "phonecall", purpose, "2026-11-22T23:30", "2026-11-22T09:00|email|collection|conversation", null, ContactPhase.Planned, false, optOut);

        Assert.True(verdict.Allowed);
        Assert.Equal(RuleIds.Exempt, Assert.Single(verdict.Findings).RuleId);
        Assert.Null(verdict.Slot);
    }

    [Fact]
    public void Without_a_time_zone_the_contact_must_suit_every_clock_of_the_country()
    {
        var pack = CountryPacks.Find("MX")!;
        var early = new ContactRequest(Channel.PhoneCall, Purpose.Collection, Judged.Utc("2026-11-23T07:00", Judged.MexicoCity), ContactPhase.Planned);

        var verdict = ContactCourtesy.Judge(early, new CustomerContext(), pack, HousePolicy.LawEnforced);

        Assert.False(verdict.Allowed);
        Assert.Equal("2026-11-23T09:00", verdict.NextLocal());
        Assert.All(pack.Clocks, clock => Assert.InRange(clock.ToLocal(verdict.NextAllowedAtUtc!.Value).Hour, 7, 21));
    }

    [Fact]
    public void The_customers_clock_counts_wherever_he_lives()
    {
        var madrid = new CustomerContext { TimeZoneIds = ["Romance Standard Time"] };
        var at = Judged.Utc("2026-11-23T12:00", Judged.Bogota); // 18:00 in Madrid

        var verdict = ContactCourtesy.Judge(
            new ContactRequest(Channel.PhoneCall, Purpose.Collection, at.AddHours(1), ContactPhase.Planned), madrid, CountryPacks.Find("CO")!, HousePolicy.LawEnforced);

        Assert.Equal(19, verdict.LocalAt.Hour);
        Assert.False(verdict.Allowed);
    }

    [Theory]
    [InlineData("2026-05-02", "2026-05-01", true, "signed after the contract: art. 3, parágrafo")]
    [InlineData("2026-05-01", "2026-05-01", false, "signed with the contract is not later")]
    [InlineData("2026-04-30", "2026-05-01", false, "signed before the contract")]
    [InlineData("2026-05-02", null, false, "no contract date: not proven to be later")]
    [InlineData("2026-12-01", "2026-05-01", false, "signed after the contact")]
    public void Other_hours_are_agreed_only_in_a_separate_and_later_instrument(string signed, string? contract, bool allowed, string source)
    {
        var waiver = new Consent(ConsentKind.HoursWaiver, null, null)
        {
            Window = new Shared.DayWindow(19 * 60, 21 * 60),
            SignedOn = Judged.Day(signed),
            ContractSignedOn = contract is null ? null : Judged.Day(contract),
        };

        Assert.NotEmpty(source);
        Assert.Equal(allowed, Judged.Contact("CO", "phonecall", "collection", "2026-11-23T20:00", consents: waiver).Allowed);
        Assert.False(Judged.Contact("CO", "phonecall", "collection", "2026-11-22T20:00", consents: waiver).Allowed);
    }

    [Fact]
    public void The_customers_own_hours_narrow_those_of_the_law()
    {
        var wish = new Consent(ConsentKind.Preference, null, null) { Window = new Shared.DayWindow(18 * 60, 23 * 60) };

        var noon = Judged.Contact("CO", "phonecall", "collection", "2026-11-23T12:00", consents: wish);

        Assert.Equal([RuleIds.CustomerWindow], noon.Findings.Select(finding => finding.RuleId));
        Assert.Equal("2026-11-23T18:00", noon.NextLocal());
        Assert.False(Judged.Contact("CO", "phonecall", "collection", "2026-11-23T19:30", consents: wish).Allowed);
    }

    [Fact]
    public void Where_no_hour_is_left_a_letter_remains()
    {
        var wish = new Consent(ConsentKind.Preference, null, null) { Window = new Shared.DayWindow(20 * 60, 22 * 60) };

        var call = Judged.Contact("CO", "phonecall", "collection", "2026-11-23T12:00", consents: wish);

        Assert.Equal(Decision.Stopped, call.Decision);
        Assert.Null(call.NextAllowedAtUtc);
        Assert.True(Judged.Contact("CO", "letter", "collection", "2026-11-23T12:00", consents: wish).Allowed);
    }
}
