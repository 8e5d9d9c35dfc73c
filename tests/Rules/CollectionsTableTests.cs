using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;
using Xunit;
using static Crm.Extensions.Tests.Rules.Ledgers;

namespace Crm.Extensions.Tests.Rules;

/// <summary>What customers complained of, one test for each complaint, with the country and the day of the case.</summary>
public class CollectionsTableTests
{
    private static readonly CalendarDate Today = new(2026, 11, 23);

    /// <summary>Thanked one month, dunned the next, and pays by direct debit. Source: house policy; Mexican debits may come back for three bank days.</summary>
    [Fact]
    public void A_debit_due_on_Friday_that_comes_back_on_Tuesday_is_demanded_by_nobody_before_Tuesdays_close()
    {
        var drawn = Loan(Due("2026-10-09")) with { HasMandate = true, Payments = [Debit("2026-10-09T08:00", PaymentState.InTransit)] };
        var returned = drawn with { Payments = [Debit("2026-10-09T08:00", PaymentState.Returned, ReturnReason.InsufficientFunds)] };
        var demands = new List<string>();
        for (var at = Utc("2026-10-09T00:00"); at < Utc("2026-10-13T18:00"); at = at.AddMinutes(30))
        {
            var ledger = at < Utc("2026-10-13T09:00") ? drawn : returned;
            foreach (var purpose in (Purpose[])[Purpose.Collection, Purpose.Promise])
            {
                var verdict = Customer(ledger).Judge(new ContactRequest(Channel.PhoneCall, purpose, at, ContactPhase.Planned));
                if (verdict.Decision is Decision.Allowed or Decision.Changed) demands.Add($"{purpose} {at:u}");
            }
        }

        Assert.Empty(demands);
        Assert.True(Customer(returned).Judge(Ask(Purpose.Collection, "2026-10-15T10:00")).Allowed);
    }

    [Fact]
    public void A_mandate_and_a_debit_still_out_is_no_ground_for_a_demand() => Assert.Equal(
        RuleIds.DebitWindow,
        Customer(Loan(Due("2026-10-09")) with { HasMandate = true, Payments = [Debit("2026-10-09T08:00", PaymentState.InTransit)] })
            .Judge(Ask(Purpose.Collection, "2026-10-12T10:00")).RuleIds);

    [Theory]
    [InlineData("CO", "2026-07-13T10:00:00", RuleIds.PublicHoliday, "Ley 2578 de 2026: 9 July is kept on Monday 13")]
    [InlineData("CO", "2026-11-21T15:00:00", RuleIds.PermittedHours, "Ley 2300 de 2023, art. 3: Saturday until 15:00, half-open")]
    [InlineData("CO", "2026-11-21T14:59:59", "", "Ley 2300 de 2023, art. 3: Saturday until 15:00, half-open")]
    [InlineData("PE", "2026-11-21T10:00:00", RuleIds.PermittedHours, "Ley 29571, art. 62: no Saturday")]
    [InlineData("CL", "2026-11-21T10:00:00", "", "Ley 19.496, art. 37; CPC, art. 59: Saturday is a business day")]
    public void No_call_comes_at_an_odd_hour(string country, string local, string rule, string source)
    {
        var zone = CountryPacks.Find(country)!.Clocks[0].Id;
        var request = new ContactRequest(Channel.PhoneCall, Purpose.Collection, Judged.Utc(local, zone), ContactPhase.Planned);

        var verdict = new CustomerContext { Key = "c", TimeZoneIds = [zone] }.Judge(request, country: country);

        Assert.NotEmpty(source);
        Assert.Equal(rule.Length == 0, verdict.Allowed);
        Assert.Equal(rule, string.Join(",", verdict.Findings.Where(finding => finding.Objects).Select(finding => finding.RuleId)));
    }

    [Theory]
    [InlineData("2026-10-19", 0, "Lei 7.089/1983, art. 1: paid on the next bank day")]
    [InlineData("2026-10-20", 3, "STJ, REsp 1.954.924: else from the original date")]
    public void In_Brazil_due_on_Saturday_the_17th_is_late_from_the_17th_or_not_at_all(string paid, int days, string source)
    {
        Assert.NotEmpty(source);
        Assert.Equal(days, DaysPastDue.On(Judged.Day(paid), Judged.Day("2026-10-17"), CountryPacks.Find("BR")!));
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public void In_Brazil_a_limit_is_not_cut_with_29_days_notice(int days, bool allowed)
    {
        var cut = new LimitChange(1000m, 500m, LimitChangeReason.Other, Today.AddDays(days), Today) { Notice = new LimitNotice(Today, true) };

        var judgement = LimitChangeCourtesy.Judge(cut, new CardLedger { Currency = "BRL" }, CountryPacks.Find("BR")!, HousePolicy.LawEnforced);

        Assert.Equal(allowed, judgement.Allowed);
        Assert.Equal(RuleIds.LimitNotice, judgement.RuleIds);
        Assert.Equal("Resolução BCB 96/2021, art. 10", judgement.Findings[0].Source.Text);
    }

    [Theory]
    [InlineData(900, false)] // the statements say 410
    [InlineData(410, true)]
    public void A_card_is_not_blocked_for_an_average_that_the_statements_do_not_bear_out(int stated, bool allowed)
    {
        var ledger = new CardLedger
        {
            Currency = "COP",
            ClosingDay = 25,
            Statements =
            [
                new StatementLine(new CalendarDate(2026, 8, 25), 400m, 400m, 900m, 50m, true),
                new StatementLine(new CalendarDate(2026, 9, 25), 410m, 410m, 900m, 50m, true),
                new StatementLine(new CalendarDate(2026, 10, 25), 420m, 420m, 900m, 50m, true),
            ],
        };
        var block = new CardBlockWish(BlockReason.Amount, Today, Today)
        {
            Claim = new MetricClaim(RiskMetric.AverageSpending, stated, 400m, 3, new CalendarDate(2026, 10, 25)),
        };

        var judgement = CardBlockCourtesy.Judge(block, ledger, CountryPacks.Find("CO")!, HousePolicy.LawEnforced);

        Assert.Equal(allowed, judgement.Allowed);
        Assert.Equal(410m, judgement.Proof!.Found);
        var said = LimitTexts.Explain(judgement, Language.English);
        if (!allowed) Assert.All(["410", "900"], figure => Assert.Contains(figure, said, System.StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(9000, "needless-deposit")] // the free limit covers it
    [InlineData(9001, "")]
    public void Nobody_is_told_to_deposit_before_a_journey_that_his_limit_covers(int spend, string rule)
    {
        var customer = Customer(Loan() with { Limit = 10000, Balance = 1000 }) with
        {
            Travels = [new TravelNotice([], Judged.Day("2026-10-20"), Judged.Day("2026-10-25"), spend)],
        };

        var verdict = customer.Judge(Ask(Purpose.Reminder, "2026-10-12T10:00"));

        Assert.False(verdict.Allowed);
        Assert.Equal(rule, string.Join(",", verdict.Findings.Select(finding => finding.RuleId).Where(id => id == RuleIds.NeedlessDeposit)));
    }

    [Theory]
    [InlineData(10, "offer-in-difficulty")]
    [InlineData(60, "offer-in-difficulty")]
    [InlineData(61, "")]
    public void Nobody_whose_limit_was_lowered_ten_days_ago_is_sold_anything(int daysAgo, string rule)
    {
        var decrease = Judged.Day("2026-10-12").AddDays(-daysAgo);

        var verdict = Customer(Loan() with { LimitDecreases = [decrease] }).Judge(Ask(Purpose.Sales, "2026-10-12T10:00"));

        Assert.Equal(rule.Length == 0, verdict.Allowed);
        Assert.Equal(rule, string.Join(",", verdict.Findings.Where(finding => finding.Objects).Select(finding => finding.RuleId)));
    }

    [Theory]
    [InlineData("ES", true, "offer-in-service", "LGDCU, art. 21.2 (Ley 10/2025, DF 3), desde el 28 de diciembre de 2025")]
    [InlineData("ES", false, "", "an occasion of its own, with a consent of this year")]
    [InlineData("MX", true, "offer-in-service", "Política de la casa")] // no law was read that forbids it
    [InlineData("MX", false, "", "an occasion of its own")]
    public void Who_calls_for_service_is_sold_nothing_on_that_occasion_in_Spain_by_law(string country, bool concernsCase, string rule, string source)
    {
        var zone = CountryPacks.Find(country)!.Clocks[0].Id;
        var consent = new Consent(ConsentKind.MarketingConsent, null, Purpose.Sales) { SignedOn = Judged.Day("2026-06-01") };
        var request = new ContactRequest(Channel.PhoneCall, Purpose.Sales, Judged.Utc("2026-11-23T10:00", zone), ContactPhase.Planned) { ConcernsCase = concernsCase };

        var verdict = new CustomerContext { Key = "c", TimeZoneIds = [zone], Consents = [consent] }.Judge(request, country: country);

        Assert.Equal(rule, string.Join(",", verdict.Findings.Where(finding => finding.Objects).Select(finding => finding.RuleId)));
        if (rule.Length == 0) return;
        Assert.Equal(source, verdict.Findings[0].Source.Text);
        Assert.Null(verdict.NextAllowedAtUtc);
    }
}
