using System;
using System.Linq;
using System.Text.Json;
using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Platform;
using Xunit;
using static Crm.Extensions.Tests.Rules.Ledgers;

namespace Crm.Extensions.Tests.Rules;

/// <summary>One voice: the purpose comes from the ledger, and modes are kept rule by rule.</summary>
public class OneVoiceTests
{
    private static readonly ObligationLedger Lapsed = Loan(Due("2026-10-01")) with { Promises = [new PromiseLine(1000, Judged.Day("2026-10-06"), true)], DunningLevel = 2 };
    private static readonly ObligationLedger Coming = Loan([.. Months(12, 0, 5), Due("2026-10-19", number: 99)]);

    [Fact]
    public void The_ledger_names_the_purpose()
    {
        Assert.Equal(Purpose.Collection, Derive(Loan(Due("2026-10-08"))));
        Assert.Equal(Purpose.Promise, Derive(Lapsed));
        Assert.Equal(Purpose.Reminder, Derive(Coming));
        Assert.Equal(Purpose.ThankYou, Derive(Loan(Months(12))));
        Assert.Null(Derive(Loan(Months(3))));
        Assert.Null(Derive(Loan(Due("2026-10-08")) with { AsOfUtc = null }));
        Assert.Null(Derive());
        Assert.Null(PurposeFromLedger.Derive(new CustomerContext(), null, Utc("2026-10-12T10:00"), CountryPacks.Find("MX")!, HousePolicy.LawEnforced));
    }

    [Fact]
    public void A_demand_for_what_was_promised_becomes_the_follow_up_of_the_promise()
    {
        var verdict = Customer(Lapsed).Judge(Ask(Purpose.Collection, "2026-10-12T10:00"));

        Assert.Equal(Decision.Changed, verdict.Decision);
        Assert.Equal(new ContactChange(Purpose.Promise, null), verdict.ChangeTo);
        Assert.True(verdict.Enforced);
        Assert.True(Customer(Lapsed).Judge(Ask(Purpose.Promise, "2026-10-12T10:00")).Allowed);
    }

    [Fact]
    public void A_demand_where_only_a_reminder_is_due_becomes_the_reminder()
    {
        var verdict = Customer(Coming).Judge(Ask(Purpose.Collection, "2026-10-12T10:00"));

        Assert.Equal(Decision.Changed, verdict.Decision);
        Assert.Equal(new ContactChange(Purpose.Reminder, null), verdict.ChangeTo);
        Assert.Contains("for this purpose instead: reminder.", VerdictText.Explain(verdict, Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_written_is_not_given_another_purpose()
    {
        var verdict = Customer(Coming).Judge(Ask(Purpose.Collection, "2026-10-12T10:00", Channel.Email) with { Text = "Pague hoy." });

        Assert.Equal(Decision.Stopped, verdict.Decision);
        Assert.Equal(new ContactChange(Purpose.Reminder, null), verdict.ChangeTo);
    }

    [Theory]
    [InlineData("thankyou")]
    [InlineData("reminder")]
    [InlineData("promise")]
    public void A_softer_contact_never_becomes_a_harder_one(string purpose)
    {
        var verdict = Customer(Loan(Due("2026-10-08"))).Judge(Ask(Enum.Parse<Purpose>(purpose, true), "2026-10-12T10:00"));

        Assert.Null(verdict.ChangeTo);
        Assert.NotEqual(Decision.Changed, verdict.Decision);
    }

    [Fact]
    public void Where_no_hour_is_left_a_letter_is_named()
    {
        var verdict = Customer(Loan(Due("2026-10-08"))).Judge(Ask(Purpose.Collection, "2026-10-12T10:00"), Judged.Policy(RuleIds.PermittedHours, "monday-sunday none"));

        Assert.Equal(Decision.Stopped, verdict.Decision);
        Assert.Equal(new ContactChange(null, Channel.Letter), verdict.ChangeTo);
        using var json = JsonDocument.Parse(VerdictJson.Write(verdict, Language.Spanish));
        Assert.Equal("letter", json.RootElement.GetProperty("changeTo").GetProperty("channel").GetString());
        Assert.EndsWith("queda la carta.", json.RootElement.GetProperty("explanation").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_names_the_facts_that_were_looked_at()
    {
        using var json = JsonDocument.Parse(VerdictJson.Write(Customer(Lapsed).Judge(Ask(Purpose.Promise, "2026-10-12T10:00")), Language.English));
        var fact = Assert.Single(json.RootElement.GetProperty("ledger").EnumerateArray());

        Assert.Equal("MXN 1,000.00", fact.GetProperty("demandable").GetString());
        Assert.Equal(11, fact.GetProperty("daysPastDue").GetInt32());
        Assert.Equal(2, fact.GetProperty("dunningLevel").GetInt32());
        Assert.Equal("2030-01-01T06:00:00Z", fact.GetProperty("asOf").GetString());
    }

    [Fact]
    public void An_observed_rule_makes_no_enforced_one_stricter()
    {
        // nothing is overdue (observed only: no hour would ever do) and it is 23:00 (enforced: tomorrow will do)
        var policy = Judged.Policy(RuleIds.PermittedHours, "", RuleMode.Enforce, RuleMode.Observe);

        var verdict = Customer(Loan()).Judge(Ask(Purpose.Collection, "2026-10-12T23:00"), policy);

        Assert.Equal("permitted-hours,nothing-overdue", verdict.RuleIds);
        Assert.Equal(Decision.Moved, verdict.Decision);
        Assert.Equal("2026-10-13T07:00", verdict.NextLocal());
        Assert.True(verdict.Enforced);
        Assert.Equal(RuleMode.Observe, verdict.Findings.Single(finding => finding.RuleId == RuleIds.NothingOverdue).Mode);
    }

    [Fact]
    public void Where_all_that_object_are_observed_they_say_what_they_would_do()
    {
        var policy = Judged.Policy(RuleIds.DailyCap, "", RuleMode.Enforce, RuleMode.Observe);

        var verdict = Customer(Loan()).Judge(Ask(Purpose.Collection, "2026-10-12T10:00"), policy);

        Assert.Equal(Decision.Stopped, verdict.Decision);
        Assert.False(verdict.Enforced);
    }

    [Fact]
    public void A_rule_that_is_off_is_not_asked() =>
        Assert.True(Customer(Loan()).Judge(Ask(Purpose.Collection, "2026-10-12T10:00"), Judged.Policy(RuleIds.NothingOverdue, "", RuleMode.Off)).Allowed);

    private static Purpose? Derive(params ObligationLedger[] obligations) =>
        PurposeFromLedger.Derive(Customer(obligations), null, Utc("2026-10-12T10:00"), CountryPacks.Find("MX")!, HousePolicy.LawEnforced);
}
