using System;
using System.Linq;
using Crm.Extensions.Compensation.Pay;
using Crm.Extensions.Compensation.Plans;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;
using Xunit;

namespace Crm.Extensions.Tests.Compensation;

/// <summary>What a plan and a participation must fulfil before people are paid by them.</summary>
public sealed class PlanRulesTests
{
    private const int Ceiling = 20;

    [Theory]
    [InlineData("retention 60, development 40", "")]
    [InlineData("retention 60", "Weights")]
    [InlineData("retention 60, development 50", "Weights!")]
    [InlineData("productquota 100", "QuotaAlone!")]
    [InlineData("productquota 20", "Weights QuotaAlone")]
    [InlineData("retention 80, productquota 20", "")]
    [InlineData("retention 79, productquota 21", "QuotaTooMuch!")]
    [InlineData("retention 100, development 0", "WeightWrong!")]
    [InlineData("recovered 100", "")]
    public void What_no_further_component_can_put_right_in_a_plan_for_customer_managers_is_not_even_saved(string components, string expected) =>
        Assert.Equal(expected, Judged(new PayPlan { Code = "P", IsForCustomerManagers = true, Components = Read(components) }));

    [Theory]
    [InlineData("recovered 100", "RecoveredAlone!")]
    [InlineData("recovered 60", "Weights RecoveredAlone")]
    [InlineData("recovered 60, satisfaction 40", "")]
    [InlineData("productquota 100", "")]
    public void A_plan_for_who_collects_does_not_pay_by_money_recovered_alone(string components, string expected) =>
        Assert.Equal(expected, Judged(new PayPlan { Code = "P", IsForCollectors = true, Components = Read(components) }));

    [Fact]
    public void A_draft_without_a_job_or_with_a_component_that_measures_nothing_is_found_and_told_in_both_languages()
    {
        var findings = PlanRules.Judge(new PayPlan { Code = "P", Components = Read("retention 100") }, hasJob: false, ["Bonus"], Ceiling);

        Assert.Equal(["JobMissing", "MetricMissing"], findings.Select(finding => finding.Code));
        Assert.All(findings, finding => Assert.NotEqual(finding.Write(Language.English), finding.Write(Language.Spanish)));
        Assert.Contains("Bonus", findings[1].Write(Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("75/25,50/50,0/100", true)]
    [InlineData("0/100", true)]
    [InlineData(" 75/25 , 0/100 ", true)]
    [InlineData("75/25,50/50", false)]
    [InlineData("50/50,75/25,0/100", false)]
    [InlineData("75/30,0/100", false)]
    [InlineData("75/25,,0/100", false)]
    [InlineData("many", false)]
    [InlineData("", false)]
    public void A_blend_never_grows_back_and_ends_with_the_new_plan_alone(string text, bool isRight) => Assert.Equal(isRight, BlendShares.TryRead(text, out _));

    [Theory]
    [InlineData("75/25,50/50,0/100", "500", "2027-02-28", null)]
    [InlineData("75/25,50/50,0/100", "500", null, "DrawNeedsUntil")]
    [InlineData("75/25,50/50,0/100", null, "2027-02-28", "DrawWithout")]
    [InlineData("75/25,50/50,0/100", "0", "2027-02-28", "DrawNegative")]
    [InlineData("75/25,50/50,0/100", "500", "2026-12-31", "DrawUntilOutside")]
    [InlineData("75/25,50/50,0/100", "500", "2028-01-01", "DrawUntilOutside")]
    [InlineData("75/25", "500", "2027-02-28", "BlendWrong")]
    [InlineData("", "500", "2027-02-28", "FormerNeedsBlend")]
    public void The_terms_of_a_change_of_plan_are_checked(string blend, string? draw, string? until, string? expected)
    {
        var from = new CalendarDate(2027, 1, 1);
        var last = CalendarDate.TryParse(until, out var day) ? day : (CalendarDate?)null;
        var terms = new ParticipationTerms(
            from, new CalendarDate(2027, 12, 31), Guid.NewGuid(), Guid.NewGuid(), blend, draw is null ? null : decimal.Parse(draw, System.Globalization.CultureInfo.InvariantCulture), last);

        object[] facts = expected switch { "BlendWrong" => [blend], "DrawUntilOutside" => [last!, from], _ => [] };
        Assert.Equal(expected is null ? null : PlanTexts.Write(Language.English, expected, facts), terms.Wrong(Language.English));
    }

    private static string Judged(PayPlan plan) =>
        string.Join(" ", PlanRules.Judge(plan, hasJob: true, [], Ceiling).Select(finding => finding.Code + (finding.IsImpossible ? "!" : "")));

    private static PayComponent[] Read(string components) => [.. components.Split(", ").Select(text => text.Split(' ')).Select(words => new PayComponent
    {
        Id = words[0],
        Metric = Enum.Parse<PayMetric>(words[0], ignoreCase: true),
        Weight = int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture),
        Evidence = "Ledger",
    })];
}
