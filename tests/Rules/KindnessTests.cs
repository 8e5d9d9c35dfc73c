using System;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Platform;
using Xunit;
using static Crm.Extensions.Tests.Rules.Ledgers;

namespace Crm.Extensions.Tests.Rules;

/// <summary>Thanks, reminders, deposits and offers. House policy unless a row names an article. 2026-10-17, the next due date, is a Saturday.</summary>
public class KindnessTests
{
    private static readonly InstallmentLine Next = Due("2026-11-17", number: 99);
    private static readonly InstallmentLine Moved = Due("2026-10-17", number: 99);

    [Theory]
    [InlineData(31, "", "")]
    [InlineData(6, "", "")]
    [InlineData(5, "", "thanks-seldom")]
    [InlineData(31, "2026-05-01T10:00|letter|thankyou|delivered", "thanks-seldom")]
    [InlineData(31, "2026-03-01T10:00|letter|thankyou|delivered", "")]
    public void A_punctual_payer_is_thanked_rarely(int months, string history, string rules) =>
        Assert.Equal(rules, Objecting(With(history, Loan(Months(months))).Judge(Ask(Purpose.ThankYou, "2026-10-12T10:00"))));

    [Theory]
    [InlineData(1, "thanks-seldom")]
    [InlineData(0, "")]
    public void Who_paid_late_is_not_thanked_for_punctuality(int daysLate, string rules) =>
        Assert.Equal(rules, Objecting(Customer(Loan(Months(31, 0, daysLate))).Judge(Ask(Purpose.ThankYou, "2026-10-12T10:00"))));

    [Fact]
    public void A_thank_you_waits_until_the_last_one_is_long_ago()
    {
        var verdict = With("2026-05-01T10:00|letter|thankyou|delivered", Loan(Months(31))).Judge(Ask(Purpose.ThankYou, "2026-10-12T10:00"));

        Assert.Equal("2026-10-28T08:00", verdict.NextLocal());
    }

    [Fact]
    public void Nobody_is_thanked_while_something_is_overdue() =>
        Assert.Equal("untrue-thanks", Objecting(Customer(Loan([.. Months(31), Due("2026-10-08", number: 98)])).Judge(Ask(Purpose.ThankYou, "2026-10-12T10:00")), "thanks-seldom"));

    [Theory]
    [InlineData(0, "2026-11-10T10:00", "needless-reminder", null)]
    [InlineData(3, "2026-11-10T10:00", "", "2026-11-10T10:00")]
    [InlineData(3, "2026-10-30T10:00", "needless-reminder", "2026-11-03T07:00")]
    public void A_reminder_goes_to_those_whose_history_gives_reason(int daysLate, string at, string rules, string? next)
    {
        var verdict = Customer(Loan([.. Months(31, 0, 0, daysLate), Next])).Judge(Ask(Purpose.Reminder, at));

        Assert.Equal(rules, Objecting(verdict));
        Assert.Equal(next, verdict.NextLocal());
    }

    [Fact]
    public void A_date_that_a_closed_day_moved_is_a_reason_to_write_to_a_punctual_payer() =>
        Assert.True(Customer(Loan([.. Months(31), Moved])).Judge(Ask(Purpose.Reminder, "2026-10-12T10:00")).Allowed);

    [Fact]
    public void Thirty_one_punctual_months_and_a_Saturday_are_no_ground_for_a_demand()
    {
        var customer = Customer(Loan([.. Months(31), Moved]) with { HasMandate = true });

        Assert.All(
            ["2026-10-16T10:00", "2026-10-19T10:00"],
            at => Assert.Contains(RuleIds.NothingOverdue, customer.Judge(Ask(Purpose.Collection, at)).RuleIds.Split(',')));
        Assert.Equal("debit-window", customer.Judge(Ask(Purpose.Collection, "2026-10-20T10:00")).RuleIds);
    }

    [Theory]
    [InlineData(8000, true)]
    [InlineData(9000, true)]
    [InlineData(9001, false)]
    public void Nobody_deposits_before_a_journey_what_the_free_limit_covers(int spend, bool stopped)
    {
        var card = Loan([.. Months(31)]) with { Limit = 10000, Balance = 1000 };
        var customer = Customer(card) with { Travels = [new TravelNotice([], Judged.Day("2026-10-20"), Judged.Day("2026-10-25"), spend)] };

        var verdict = customer.Judge(Ask(Purpose.Reminder, "2026-10-12T10:00"));

        Assert.Equal(stopped, verdict.Findings.Any(finding => finding.RuleId == RuleIds.NeedlessDeposit));
        if (stopped) Assert.Contains("MXN 9,000.00", VerdictText.Explain(verdict, Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-10-02", "offer-in-difficulty", "2026-12-02T08:00")]
    [InlineData("2026-08-01", "", "2026-10-12T10:00")]
    public void No_offer_within_sixty_days_of_a_decrease(string decrease, string rules, string next)
    {
        var verdict = Customer(Loan() with { LimitDecreases = [Judged.Day(decrease)] }).Judge(Ask(Purpose.Sales, "2026-10-12T10:00"));

        Assert.Equal(rules, Objecting(verdict));
        Assert.Equal(next, verdict.NextLocal());
    }

    [Fact]
    public void No_offer_in_arrears_in_a_dispute_or_with_a_card_blocked()
    {
        var request = Ask(Purpose.Sales, "2026-10-12T10:00");

        Assert.Equal("offer-in-difficulty", Objecting(Customer(Loan(Due("2026-10-08"))).Judge(request)));
        Assert.Equal("offer-in-difficulty", Objecting(Customer(Loan() with { IsBlocked = true }).Judge(request)));
        Assert.Equal("offer-in-difficulty", Objecting((Customer(Loan()) with { Holds = [new ContactHold(HoldKind.DisputedAmount, Key, 10, null, null)] }).Judge(request)));
        Assert.Equal("", Objecting(Customer(Loan()).Judge(request)));
    }

    [Theory]
    [InlineData("", "", "2026-10-12T10:00")]
    [InlineData("", "2026-09-20T10:00|email|sales|delivered", "2026-10-20T08:00")]
    [InlineData("", "2026-09-12T10:00|email|sales|delivered", "2026-10-12T10:00")]
    [InlineData("45", "2026-09-12T10:00|email|sales|delivered", "2026-10-27T08:00")]
    [InlineData("7", "2026-09-20T10:00|email|sales|delivered", "2026-10-20T08:00")]
    [InlineData("quarter", "2026-10-01T10:00|email|sales|delivered", null)]
    [InlineData("quarter", "2026-09-01T10:00|email|sales|delivered", "2026-10-12T10:00")]
    public void Offers_of_all_departments_share_one_cap(string value, string history, string? next) =>
        Assert.Equal(next, With(history).Judge(Ask(Purpose.Sales, "2026-10-12T10:00"), Judged.Policy(RuleIds.OfferCap, value)).NextLocal());

    [Fact]
    public void A_quarter_ends_within_sight()
    {
        var verdict = With("2026-10-01T10:00|email|sales|delivered").Judge(Ask(Purpose.Sales, "2026-11-20T10:00"), Judged.Policy(RuleIds.OfferCap, "quarter"));

        Assert.Equal("2027-01-02T09:00", verdict.NextLocal());
    }

    [Fact]
    public void Every_rule_of_the_ledger_can_explain_itself_in_both_languages()
    {
        var collection = Ask(Purpose.Collection, "2026-10-12T10:00");
        var stale = Loan(Due("2026-10-08")) with { AsOfUtc = null };
        var owing = Customer(Loan(Due("2026-10-08")));
        Verdict[] verdicts =
        [
            (owing with { Holds = [new ContactHold(HoldKind.Deceased, null, null, null, null)] }).Judge(collection),
            owing.Judge(collection with { ObligationKey = "other" }),
            owing.Judge(collection with { ReachesThirdParty = true }),
            (owing with { PhoneKind = AddressKind.Workplace }).Judge(collection),
            Customer(stale).Judge(collection),
            Customer(Loan(Due("2026-10-08", paid: 999))).Judge(collection),
            Customer(Loan(Due("2026-10-09")) with { HasMandate = true }).Judge(collection),
            Customer(Loan(Due("2026-10-01")) with { HasMandate = true }).Judge(collection),
            Customer(Loan(Due("2026-10-08")) with { Payments = [new PaymentLine(PaymentMethod.Transfer, PaymentState.InTransit, 1000, Utc("2026-10-12T09:00"), null, null)] }).Judge(collection),
            (owing with { Holds = [new ContactHold(HoldKind.DisputedAmount, Key, null, null, null)] }).Judge(collection),
            Customer(Loan(Due("2026-10-08")) with { Promises = [new PromiseLine(1000, Judged.Day("2026-10-20"), true)] }).Judge(collection),
            owing.Judge(collection with { Purpose = Purpose.ThankYou }),
            Customer(Loan()).Judge(collection with { Purpose = Purpose.Reminder }),
            (Customer(Loan() with { Limit = 10, Balance = 0 }) with { Travels = [new TravelNotice([], Judged.Day("2026-10-12"), Judged.Day("2026-10-12"), 5)] })
                .Judge(collection with { Purpose = Purpose.Reminder }),
            owing.Judge(collection with { Purpose = Purpose.Sales }),
            With("2026-10-01T10:00|email|sales|delivered").Judge(collection with { Purpose = Purpose.Sales }),
        ];

        foreach (var language in (Language[])[Language.English, Language.Spanish])
        {
            var said = verdicts.SelectMany(verdict => verdict.Findings).GroupBy(finding => finding.RuleId).ToDictionary(group => group.Key, group => VerdictText.Explain(group.First(), language));
            Assert.Empty(Ledgers.Rules.Except(said.Keys).Except([RuleIds.OfferInService]));
            Assert.All(said.Values, text => Assert.DoesNotMatch("[{}]|  ", text));
            Assert.All(verdicts, verdict => Assert.DoesNotMatch("[{}]", VerdictText.Explain(verdict, language)));
        }
    }

    private static CustomerContext With(string history, params ObligationLedger[] obligations) =>
        Customer(obligations) with { History = Judged.History(history, Judged.MexicoCity) };

    private static string Objecting(Verdict verdict, params string[] besides) =>
        string.Join(",", verdict.Findings.Where(finding => finding.Objects).Select(finding => finding.RuleId).Except(besides));
}
