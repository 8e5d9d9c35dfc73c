using System;
using System.Linq;
using Crm.Extensions.Collections;
using Xunit;

namespace Crm.Extensions.Tests.Rules;

public class HousePolicyTests
{
    [Theory]
    [InlineData("monday-friday 09:00-17:00", "2026-11-23T08:00", "2026-11-23T09:00")]
    [InlineData("monday-friday 05:00-23:00", "2026-11-23T06:00", "2026-11-23T07:00")]
    [InlineData("monday none", "2026-11-23T10:00", "2026-11-24T07:00")]
    [InlineData("saturday-sunday 09:00-20:00", "2026-11-22T10:00", "2026-11-23T07:00")]
    [InlineData("monday 08:00-12:00 14:00-18:00", "2026-11-23T12:30", "2026-11-23T14:00")]
    public void The_house_narrows_the_hours_and_never_widens_them(string hours, string local, string next) =>
        Assert.Equal(next, Judged.Contact("CO", "phonecall", "collection", local, policy: Judged.Policy(RuleIds.PermittedHours, hours)).NextLocal());

    [Fact]
    public void The_houses_closed_days_are_kept()
    {
        var policy = Judged.Policy(RuleIds.PublicHoliday, "2026-12-24, 2026-12-31");

        Assert.Equal("2026-12-26T08:00", Judged.Contact("CO", "phonecall", "collection", "2026-12-24T10:00", policy: policy).NextLocal());
    }

    [Theory]
    [InlineData("1", false)]
    [InlineData("2", true)]
    [InlineData("9", true)]
    public void The_house_lowers_a_cap(string cap, bool allowed)
    {
        var verdict = Judged.Contact("MX", "sms", "collection", "2026-11-25T10:00", "2026-11-24T10:00|phonecall|collection|attempted", Judged.Policy(RuleIds.WeeklyCap, cap));

        Assert.Equal(allowed, verdict.Allowed);
    }

    [Fact]
    public void The_house_does_not_raise_a_cap()
    {
        var verdict = Judged.Contact("CO", "phonecall", "collection", "2026-11-24T15:00", "2026-11-24T10:00|phonecall|collection|attempted", Judged.Policy(RuleIds.DailyCap, "5"));

        Assert.Equal(RuleIds.DailyCap, verdict.RuleIds);
    }

    [Fact]
    public void A_cap_of_none_leaves_no_contact()
    {
        var verdict = Judged.Contact("CO", "phonecall", "collection", "2026-11-24T15:00", policy: Judged.Policy(RuleIds.DailyCap, "0"));

        Assert.Equal(Decision.Stopped, verdict.Decision);
        Assert.Null(verdict.NextAllowedAtUtc);
    }

    [Theory]
    [InlineData("permitted-hours", "monday 19:00-07:00")]
    [InlineData("permitted-hours", "lunes 07:00-19:00")]
    [InlineData("permitted-hours", "always")]
    [InlineData("public-holiday", "2026-02-30")]
    [InlineData("daily-cap", "-1")]
    [InlineData("opt-out", "whatever")]
    [InlineData("no-such-rule", "1")]
    public void A_row_that_makes_no_sense_is_named_and_the_law_holds(string rule, string value)
    {
        var policy = Judged.Policy(rule, value);

        Assert.Contains(rule, Assert.Single(policy.Problems), StringComparison.Ordinal);
        Assert.False(Judged.Contact("CO", "phonecall", "collection", "2026-11-22T10:00", policy: policy).Allowed);
    }

    [Theory]
    [InlineData("CO", null, null, true)]
    [InlineData("co", "2026-11-22", "2026-11-22", true)]
    [InlineData("MX", null, null, false)]
    [InlineData("", "2026-11-23", null, false)]
    [InlineData("", null, "2026-11-21", false)]
    public void A_row_holds_for_its_country_and_its_days(string country, string? from, string? until, bool holds)
    {
        var row = new PolicyRow(country, RuleIds.DailyCap, "0", null, from is null ? null : Judged.Day(from), until is null ? null : Judged.Day(until));
        var policy = HousePolicy.Of(RuleMode.Enforce, [row], "CO", Judged.Day("2026-11-22"));

        Assert.Equal(holds, policy.For(RuleIds.DailyCap) is not null);
    }

    [Fact]
    public void A_rule_that_is_observed_says_what_it_would_do_and_leaves_the_contact_alone()
    {
        var verdict = Judged.Contact("CO", "phonecall", "collection", "2026-11-22T10:00", policy: Judged.Policy(RuleIds.PermittedHours, "", RuleMode.Observe));

        Assert.Equal(Decision.Moved, verdict.Decision);
        Assert.False(verdict.Enforced);
        Assert.Equal(RuleMode.Observe, verdict.Mode);
    }

    [Fact]
    public void One_enforced_rule_among_observed_ones_takes_effect()
    {
        var policy = Judged.Policy(RuleIds.DailyCap, "", RuleMode.Enforce, RuleMode.Observe);

        var verdict = Judged.Contact("CO", "phonecall", "collection", "2026-11-24T20:00", "2026-11-24T10:00|phonecall|collection|attempted", policy);

        Assert.Equal("permitted-hours,daily-cap", verdict.RuleIds);
        Assert.True(verdict.Enforced);
    }

    [Fact]
    public void A_rule_that_is_off_says_nothing()
    {
        Assert.True(Judged.Contact("CO", "phonecall", "collection", "2026-11-22T10:00", policy: Judged.Policy(RuleIds.PermittedHours, "", RuleMode.Off)).Allowed);
        Assert.True(Judged.Contact("CO", "phonecall", "collection", "2026-07-13T22:00", policy: Judged.Policy(RuleIds.OptOut, "", RuleMode.Enforce, RuleMode.Off)).Allowed);
    }

    [Fact]
    public void Two_rows_for_one_rule_hold_together()
    {
        var policy = HousePolicy.Of(
            RuleMode.Observe,
            [
                new PolicyRow("", RuleIds.PermittedHours, "monday 09:00-19:00", null, null, null),
                new PolicyRow("CO", RuleIds.PermittedHours, "monday 07:00-12:00; tuesday 10:00-11:00", RuleMode.Enforce, null, null),
            ],
            "CO",
            Judged.Day("2026-11-22"));

        Assert.Equal("09:00-12:00", Assert.Single(policy.For(RuleIds.PermittedHours)!.Week![1]!).ToString());
        Assert.Equal("10:00-11:00", Assert.Single(policy.For(RuleIds.PermittedHours)!.Week![2]!).ToString());
        Assert.Equal(RuleMode.Enforce, policy.ModeOf(RuleIds.PermittedHours));
        Assert.All(RuleIds.All.Except([RuleIds.PermittedHours, RuleIds.ChannelAuthorisation]), rule => Assert.Equal(RuleMode.Observe, policy.ModeOf(rule)));
    }
}
