using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Shared;
using Xunit;

namespace Crm.Extensions.Tests.Rules;

/// <summary>A day's list for a team, and a week's grid for one customer.</summary>
public sealed class PlanningTests
{
    /// <summary>Monday 23 November 2026, 06:00 in Bogotá.</summary>
    private static readonly DateTime Dawn = new(2026, 11, 23, 11, 0, 0, DateTimeKind.Utc);

    private static readonly CountryPack Colombia = CountryPacks.Find("CO")!;

    [Fact]
    public void The_most_pressing_matter_gets_the_first_permitted_hour_and_the_others_follow_one_by_one()
    {
        var plan = Plan([Of("mild", 3), Of("grave", 40), Of("middle", 20)], minutes: 10, agents: 1);

        Assert.Equal(["grave", "middle", "mild"], plan.Contacts.Select(contact => contact.Candidate.CustomerKey));
        Assert.Equal(["07:00", "07:10", "07:20"], plan.Contacts.Select(contact => contact.Verdict.LocalAt.ToString("HH:mm", null)));
        Assert.Empty(plan.Left);
    }

    [Fact]
    public void Two_agents_take_two_customers_at_a_time()
    {
        var plan = Plan([Of("a", 4), Of("b", 3), Of("c", 2), Of("d", 1)], minutes: 30, agents: 2);

        Assert.Equal(["07:00", "07:00", "07:30", "07:30"], plan.Contacts.Select(contact => contact.Verdict.LocalAt.ToString("HH:mm", null)));
    }

    [Fact]
    public void Whoever_owes_on_two_obligations_is_called_once_about_the_graver()
    {
        var plan = Plan([Of("a", 5) with { ObligationKey = "card" }, Of("a", 35) with { ObligationKey = "loan" }], minutes: 10, agents: 1);

        Assert.Equal("loan", Assert.Single(plan.Contacts).Candidate.ObligationKey);
    }

    [Fact]
    public void Whoever_asked_for_the_afternoon_is_planned_in_the_afternoon_and_his_place_goes_to_the_next()
    {
        var afternoon = new Consent(ConsentKind.Preference, null, null) { Window = new DayWindow(15 * 60, 17 * 60) };
        var plan = Plan([Of("late", 40), Of("early", 3)], minutes: 10, agents: 1, new Dictionary<string, Consent> { ["late"] = afternoon });

        Assert.Equal(["early", "late"], plan.Contacts.Select(contact => contact.Candidate.CustomerKey));
        Assert.Equal("15:00", plan.Contacts[1].Verdict.LocalAt.ToString("HH:mm", null));
    }

    [Fact]
    public void Whoever_cannot_be_contacted_that_day_is_named_with_the_rule()
    {
        var no = new Consent(ConsentKind.OptOut, null, null);
        var plan = Plan([Of("never", 40), Of("a", 3)], minutes: 10, agents: 1, new Dictionary<string, Consent> { ["never"] = no });

        Assert.Equal("never", Assert.Single(plan.Left).Candidate.CustomerKey);
        Assert.Equal(RuleIds.OptOut, plan.Left[0].Objection!.Findings[0].RuleId);
        Assert.Single(plan.Contacts);
    }

    [Fact]
    public void When_the_day_is_full_the_least_pressing_are_left()
    {
        var plan = Plan([.. Enumerable.Range(1, 30).Select(index => Of("c" + index, index))], minutes: 60, agents: 1);

        Assert.Equal(12, plan.Contacts.Count);
        Assert.Equal(18, plan.Left.Count);
        Assert.True(plan.Contacts.Min(contact => contact.Candidate.DaysPastDue) > plan.Left.Max(left => left.Candidate.DaysPastDue));
    }

    [Fact]
    public void A_grid_is_open_when_the_law_is_and_says_what_closes_the_rest()
    {
        var grid = Grid(Dawn, new CustomerContext { Key = "c" });

        Assert.Equal(["07:00-19:00"], grid.Days[0].Open.Select(window => window.ToString()));
        Assert.Equal(["08:00-15:00"], grid.Days[5].Open.Select(window => window.ToString()));
        Assert.Empty(grid.Days[6].Open);
        Assert.Contains(RuleIds.PermittedHours, grid.Days[6].Reasons.Select(finding => finding.RuleId));
    }

    [Fact]
    public void A_grid_that_begins_in_the_day_offers_nothing_that_has_passed()
    {
        var grid = Grid(Dawn.AddHours(6).AddMinutes(15), new CustomerContext { Key = "c" });

        Assert.Equal(["12:00-19:00"], grid.Days[0].Open.Select(window => window.ToString()));
    }

    [Fact]
    public void A_contact_made_this_morning_closes_the_rest_of_the_day()
    {
        var made = new ContactAttempt(Dawn.AddHours(2), Channel.PhoneCall, Purpose.Collection, ContactReach.Attempted);
        var grid = Grid(Dawn.AddHours(3), new CustomerContext { Key = "c", History = [made] });

        Assert.Empty(grid.Days[0].Open);
        Assert.Contains(RuleIds.DailyCap, grid.Days[0].Reasons.Select(finding => finding.RuleId));
        Assert.NotEmpty(grid.Days[1].Open);
    }

    [Fact]
    public void An_hour_that_the_clock_skips_is_not_offered()
    {
        // Santiago puts the clock forward on the night of Saturday 5 September 2026: Sunday has no hour from 00:00 to 01:00
        var clock = LocalClock.Find("Pacific SA Standard Time")!;
        var from = new DateTime(2026, 9, 6, 4, 0, 0, DateTimeKind.Utc);
        var request = new ContactRequest(Channel.Letter, Purpose.Notice, from, ContactPhase.Planned);

        var grid = ContactGrid.Of(from, 1, clock, at => ContactCourtesy.Judge(request with { AtUtc = at }, new CustomerContext(), Colombia, HousePolicy.LawEnforced));

        Assert.Equal(["01:00-24:00"], grid.Days[0].Open.Select(window => window.ToString()));
    }

    private static PlanCandidate Of(string customer, int daysPastDue) => new(customer, "o-" + customer, Purpose.Collection, 100m, daysPastDue);

    private static DayPlan Plan(IReadOnlyList<PlanCandidate> candidates, int minutes, int agents, IReadOnlyDictionary<string, Consent>? consents = null) =>
        DayPlan.Of(candidates, Dawn, Dawn.AddHours(18), minutes, agents, (candidate, at) => ContactCourtesy.Judge(
            new ContactRequest(Channel.PhoneCall, candidate.Purpose, at, ContactPhase.Planned),
            new CustomerContext { Key = candidate.CustomerKey, Consents = consents is not null && consents.TryGetValue(candidate.CustomerKey, out var consent) ? [consent] : [] },
            Colombia,
            HousePolicy.LawEnforced));

    private static ContactGrid Grid(DateTime from, CustomerContext customer) =>
        ContactGrid.Of(from, 7, Colombia.Clocks[0], at => ContactCourtesy.Judge(
            new ContactRequest(Channel.PhoneCall, Purpose.Collection, at, ContactPhase.Planned), customer, Colombia, HousePolicy.LawEnforced));
}
