using System;
using System.Linq;
using Crm.Extensions.Collections;
using Xunit;
using static Crm.Extensions.Tests.Rules.Ledgers;

namespace Crm.Extensions.Tests.Rules;

/// <summary>Whom, and who is left in peace. House policy unless a row names an article.</summary>
public class HoldAndPartyTests
{
    private static readonly CustomerContext Owing = Customer(Loan(Due("2026-10-08")));

    [Theory]
    [InlineData("deceased", "collection,reminder,promise,thankyou,sales,survey,service,otp,requested,outage", "notice,fraudalert")]
    [InlineData("insolvency", "collection,reminder,promise,thankyou,sales,survey", "service,notice,fraudalert,otp,requested,outage")]
    [InlineData("represented", "collection,reminder,promise,sales,survey", "thankyou,service,notice,fraudalert,otp,requested,outage")]
    [InlineData("hardship", "collection,reminder,promise,sales,survey", "thankyou,service,notice,fraudalert,otp,requested,outage")]
    [InlineData("disaster", "collection,reminder,promise,thankyou,sales,survey", "service,notice,fraudalert,otp,requested,outage")]
    [InlineData("minor", "collection,reminder,promise,thankyou,sales,survey", "service,notice,fraudalert,otp,requested,outage")]
    [InlineData("disputedamount", "", "collection,reminder,promise,thankyou,sales,survey,service,notice,fraudalert,otp,requested,outage")]
    public void A_hold_stops_what_law_or_decency_stops(string kind, string stopped, string left)
    {
        var customer = Owing with { Holds = [new ContactHold(Enum.Parse<HoldKind>(kind, true), null, null, null, null)] };
        bool IsStopped(string purpose) =>
            customer.Judge(Ask(Enum.Parse<Purpose>(purpose, true), "2026-10-12T10:00")).Findings.Any(finding => finding.Objects && finding.RuleId == RuleIds.Hold);

        Assert.All(stopped.Split(',', StringSplitOptions.RemoveEmptyEntries), purpose => Assert.True(IsStopped(purpose), purpose));
        Assert.All(left.Split(','), purpose => Assert.False(IsStopped(purpose), purpose));
        Assert.Equal(Enum.GetValues<Purpose>().Length, stopped.Split(',', StringSplitOptions.RemoveEmptyEntries).Length + left.Split(',').Length);
    }

    [Theory]
    [InlineData("loan", "loan", true)]
    [InlineData("loan", "card", false)]
    [InlineData("loan", null, false)]
    [InlineData(null, "card", true)]
    public void A_hold_on_one_obligation_is_about_that_one(string? held, string? asked, bool stopped)
    {
        var customer = Customer(Loan(Due("2026-10-08")), Loan(Due("2026-10-08")) with { Key = "card" })
            with { Holds = [new ContactHold(HoldKind.Hardship, held, null, null, null)] };

        Assert.Equal(stopped, customer.Judge(Ask(Purpose.Collection, "2026-10-12T10:00", key: asked)).RuleIds.Contains(RuleIds.Hold, StringComparison.Ordinal));
    }

    [Fact]
    public void A_hold_that_ends_on_a_day_is_waited_for()
    {
        var customer = Owing with { Holds = [new ContactHold(HoldKind.Disaster, null, null, null, Judged.Day("2026-10-14"))] };

        Assert.Equal("2026-10-15T07:00", customer.Judge(Ask(Purpose.Collection, "2026-10-12T10:00")).NextLocal());
    }

    [Theory]
    [InlineData("MX", "reference", true, "not-a-party")]
    [InlineData("MX", "guarantor", true, "")]
    [InlineData("MX", "codebtor", true, "")]
    [InlineData("CO", "guarantor", true, "")]
    [InlineData("CO", "reference", true, "not-a-party")]
    [InlineData("MX", "debtor", false, "not-a-party")]
    public void Debt_is_spoken_of_with_those_whom_the_law_names(string country, string role, bool mayBeTold, string rules)
    {
        var ledger = Loan(Due("2026-10-08")) with { Role = Enum.Parse<PartyRole>(role, true), MayBeTold = mayBeTold };

        var verdict = Customer(ledger).Judge(Ask(Purpose.Collection, "2026-10-13T10:00", key: Key), country: country);

        Assert.Equal(rules, string.Join(",", verdict.Findings.Where(finding => finding.Objects).Select(finding => finding.RuleId)));
    }

    [Fact]
    public void Colombia_protects_references_by_law() =>
        Assert.Equal(
            "Ley 2300 de 2023, art. 4",
            Customer(Loan(Due("2026-10-08")) with { Role = PartyRole.Reference }).Judge(Ask(Purpose.Collection, "2026-10-13T10:00", key: Key), country: "CO")
                .Findings.Single(finding => finding.RuleId == RuleIds.NotAParty).Source.Text);

    [Theory]
    [InlineData(Purpose.Collection)]
    [InlineData(Purpose.Service)]
    [InlineData(Purpose.ThankYou)]
    public void The_wife_who_is_on_the_mortgage_only_hears_nothing_of_the_car(object about)
    {
        var purpose = (Purpose)about;
        var wife = Customer(Loan(Due("2026-10-08")) with { Key = "mortgage" });

        Assert.Contains(RuleIds.NotAParty, wife.Judge(Ask(purpose, "2026-10-12T10:00", key: "car")).RuleIds.Split(','));
        Assert.DoesNotContain(RuleIds.NotAParty, wife.Judge(Ask(purpose, "2026-10-12T10:00", key: "mortgage")).RuleIds.Split(','));
    }

    [Theory]
    [InlineData(ContactPhase.Planned, false, true, null, false)]
    [InlineData(ContactPhase.Happened, true, false, null, true)]
    [InlineData(ContactPhase.Happened, true, false, "Habla Ana del Banco; por favor llámeme al 55 1234 5678.", true)]
    [InlineData(ContactPhase.Happened, true, false, "Su deuda está vencida, pague hoy.", false)]
    [InlineData(ContactPhase.Happened, false, true, "Le dije a su esposa que el crédito está en mora.", false)]
    [InlineData(ContactPhase.Happened, false, true, null, true)]
    public void A_machine_or_a_stranger_hears_a_name_and_a_number_and_no_more(object phase, bool machine, bool stranger, string? text, bool isInOrder)
    {
        var request = Ask(Purpose.Collection, "2026-10-12T10:00") with { Phase = (ContactPhase)phase, ReachedMachine = machine, ReachesThirdParty = stranger, Text = text };

        var verdict = Owing.Judge(request);

        Assert.Equal(isInOrder, verdict.Allowed);
        Assert.Equal(isInOrder ? Decision.Allowed : verdict.Findings[0].RuleId == RuleIds.ThirdParty && (ContactPhase)phase == ContactPhase.Happened ? Decision.Breach : Decision.Stopped, verdict.Decision);
    }

    [Theory]
    [InlineData(Channel.Email, AddressKind.Shared, AddressKind.Own, true)]
    [InlineData(Channel.Email, AddressKind.Own, AddressKind.Workplace, false)]
    [InlineData(Channel.PhoneCall, AddressKind.Own, AddressKind.Workplace, true)]
    [InlineData(Channel.Sms, AddressKind.Own, AddressKind.Shared, true)]
    [InlineData(Channel.Letter, AddressKind.Shared, AddressKind.Shared, false)]
    public void Nothing_about_debt_goes_to_an_address_that_others_read(object channel, object email, object phone, bool stopped)
    {
        var customer = Owing with { EmailKind = (AddressKind)email, PhoneKind = (AddressKind)phone };

        var verdict = customer.Judge(Ask(Purpose.Collection, "2026-10-12T10:00", (Channel)channel));

        Assert.Equal(stopped, verdict.RuleIds.Contains(RuleIds.SharedAddress, StringComparison.Ordinal));
        Assert.Equal(stopped ? new ContactChange(null, Channel.Letter) : null, verdict.ChangeTo);
    }
}
