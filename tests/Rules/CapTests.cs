using System.Linq;
using Crm.Extensions.Collections;
using Xunit;

namespace Crm.Extensions.Tests.Rules;

public class CapTests
{
    [Theory]
    [InlineData("CO", "phonecall", "2026-11-24T15:00", "2026-11-24T09:00|phonecall|collection|attempted", "daily-cap", "2026-11-25T07:00", "Ley 2300 art. 3: not more than once the same day")]
    [InlineData("CO", "phonecall", "2026-11-24T15:00", "2026-11-24T17:00|phonecall|collection|planned", "daily-cap", "2026-11-25T07:00", "one that is still to come holds the day")]
    [InlineData("CO", "phonecall", "2026-11-24T15:00", "2026-11-24T09:00|phonecall|collection|notmade", "", "2026-11-24T15:00", "one that was stopped uses up nothing")]
    [InlineData("CO", "phonecall", "2026-11-24T15:00", "2026-11-24T09:00|phonecall|thankyou|delivered", "daily-cap", "2026-11-25T07:00", "a thank-you uses up the day")]
    [InlineData("CO", "phonecall", "2026-11-24T15:00", "2026-11-24T09:00|sms|otp|delivered", "", "2026-11-24T15:00", "Ley 2300 art. 8: exempt contacts do not count")]
    [InlineData("CO", "phonecall", "2026-11-24T15:00", "2026-11-24T09:00|phonecall|service|conversation", "", "2026-11-24T15:00", "service is not collection")]
    [InlineData("CO", "email", "2026-11-25T15:00", "2026-11-23T09:00|phonecall|collection|attempted", "one-channel-per-week", "2026-11-30T07:00", "Ley 2300 art. 3: not several channels in the same week")]
    [InlineData("CO", "email", "2026-11-25T15:00", "2026-11-28T09:00|phonecall|collection|planned", "one-channel-per-week", "2026-11-30T07:00", "planned later in the week: two channels all the same")]
    [InlineData("CO", "email", "2026-11-30T15:00", "2026-11-28T09:00|phonecall|collection|attempted", "", "2026-11-30T15:00", "a new week begins on Monday")]
    [InlineData("CO", "phonecall", "2026-11-25T15:00", "2026-11-23T09:00|phonecall|collection|conversation", "", "2026-11-25T15:00", "the same channel on another day")]
    [InlineData("CO", "email", "2026-11-24T15:00", "2026-11-24T09:00|phonecall|collection|attempted", "daily-cap,one-channel-per-week", "2026-11-30T07:00", "Ley 2300 art. 3: both")]
    [InlineData("MX", "phonecall", "2026-11-24T15:00", "2026-11-24T09:00|phonecall|collection|attempted", "daily-cap", "2026-11-25T07:00", "house policy: one a day")]
    [InlineData("MX", "email", "2026-11-25T15:00", "2026-11-24T09:00|phonecall|collection|attempted", "", "2026-11-25T15:00", "Mexico has no rule on channels")]
    [InlineData("MX", "phonecall", "2026-11-27T15:00", "2026-11-23T09:00|sms|collection|delivered;2026-11-24T09:00|sms|collection|delivered;2026-11-25T09:00|email|sales|delivered", "weekly-cap", "2026-11-30T07:00", "house policy: three a week")]
    public void A_contact_keeps_to_the_caps_of_day_and_week(
        string country, string channel, string local, string history, string rules, string next, string source)
    {
        var verdict = Judged.Contact(country, channel, "collection", local, history);

        Assert.NotEmpty(source);
        Assert.Equal(rules, string.Join(",", verdict.Findings.Where(finding => finding.Objects).Select(finding => finding.RuleId)));
        Assert.Equal(next, verdict.NextLocal());
    }

    [Fact]
    public void A_contact_does_not_stand_in_its_own_way_when_it_is_moved()
    {
        var before = Judged.History("2026-11-24T09:00|phonecall|collection|planned", Judged.Bogota)[0] with { ActivityId = "a1" };
        var request = new ContactRequest(Channel.PhoneCall, Purpose.Collection, Judged.Utc("2026-11-24T15:00", Judged.Bogota), ContactPhase.Planned);
        var customer = new CustomerContext { Key = "c", TimeZoneIds = [Judged.Bogota], History = [before] };
        var pack = Collections.Packs.CountryPacks.Find("CO")!;

        Assert.True(ContactCourtesy.Judge(request with { ActivityId = "A1" }, customer, pack, HousePolicy.LawEnforced).Allowed);
        Assert.False(ContactCourtesy.Judge(request with { ActivityId = "a2" }, customer, pack, HousePolicy.LawEnforced).Allowed);
    }

    [Fact]
    public void Incoming_contacts_use_up_nothing()
    {
        var incoming = Judged.History("2026-11-24T09:00|phonecall|collection|conversation", Judged.Bogota)[0] with { Outgoing = false };
        var request = new ContactRequest(Channel.PhoneCall, Purpose.Collection, Judged.Utc("2026-11-24T15:00", Judged.Bogota), ContactPhase.Planned);

        var verdict = ContactCourtesy.Judge(
            request, new CustomerContext { TimeZoneIds = [Judged.Bogota], History = [incoming] }, Collections.Packs.CountryPacks.Find("CO")!, HousePolicy.LawEnforced);

        Assert.True(verdict.Allowed);
    }

    [Fact]
    public void Two_who_read_the_same_history_take_the_same_slot_and_a_third_later_the_next()
    {
        var first = Judged.Contact("MX", "phonecall", "collection", "2026-11-24T10:00").Slot!;
        var second = Judged.Contact("MX", "email", "reminder", "2026-11-24T11:00").Slot!;
        var taken = Judged.History("2026-11-25T10:00|phonecall|collection|planned", Judged.MexicoCity)[0] with { Slot = "c|2026-11-25|1", WeekSlot = first.Week! };
        var later = ContactCourtesy.Judge(
            new ContactRequest(Channel.PhoneCall, Purpose.Collection, Judged.Utc("2026-11-24T10:00", Judged.MexicoCity), ContactPhase.Planned),
            new CustomerContext { Key = "c", TimeZoneIds = [Judged.MexicoCity], History = [taken] },
            Collections.Packs.CountryPacks.Find("MX")!,
            HousePolicy.LawEnforced).Slot!;

        Assert.Equal("c|2026-11-24|1", first.Day);
        Assert.Equal("c|2026-11-23|1", first.Week);
        Assert.Equal(first, second);
        Assert.Equal(first.Day, later.Day);
        Assert.Equal("c|2026-11-23|2", later.Week);
    }

    [Fact]
    public void After_a_conversation_the_house_may_leave_the_customer_in_peace()
    {
        var policy = Judged.Policy(RuleIds.RestAfterConversation, "7");

        var verdict = Judged.Contact("CO", "phonecall", "collection", "2026-11-26T10:00", "2026-11-23T09:00|phonecall|collection|conversation", policy);

        Assert.Equal(RuleIds.RestAfterConversation, verdict.RuleIds);
        Assert.Equal("2026-11-30T07:00", verdict.NextLocal());
    }
}
