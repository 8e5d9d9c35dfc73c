using System;
using System.Linq;
using System.Text.Json;
using Microsoft.Xrm.Sdk;
using Xunit;
using static Crm.Extensions.Tests.Stories.StatementStories;

namespace Crm.Extensions.Tests.Stories;

/// <summary>Before anybody approves a plan: what everybody would have earned by it beside what they earned.</summary>
public sealed class SimulationStories
{
    [Fact]
    public void A_draft_is_run_over_the_past_and_shows_cost_winners_losers_and_what_hangs_on_value()
    {
        using var house = Two(out var draft);
        house.Calculate(house.Worker);
        var before = house.Everything();

        var answer = Simulate(house, draft, house.HrUser);

        // by the quota nobody sold enough; by customers Mario kept all of his, Clara half of hers
        var details = JsonDocument.Parse((string)answer.Results["Details"]).RootElement;
        Assert.Equal(1500m, answer.Results["Cost"]);
        Assert.Equal(1000m, answer.Results["Earned"]);
        Assert.Equal(1, details.GetProperty("winners").GetInt32());
        Assert.Equal(1, details.GetProperty("losers").GetInt32());
        var people = details.GetProperty("people").EnumerateArray().ToDictionary(person => person.GetProperty("hrId").GetString()!, person => person);
        Assert.Equal("1000.00", people["H-2"].GetProperty("wouldHaveEarned").GetString());
        Assert.Equal("0.00", people["H-2"].GetProperty("earned").GetString());
        Assert.Equal("-500.00", people["H-3"].GetProperty("difference").GetString());

        // a tenth less of value costs both a tenth; a tenth more is capped where a customer is worth what he was
        Assert.Equal("1350.00", details.GetProperty("costWithValueDown10").GetString());
        Assert.Equal("1550.00", details.GetProperty("costWithValueUp10").GetString());
        Assert.Equal(before, house.Everything());
    }

    [Fact]
    public void Periods_and_people_must_be_there()
    {
        using var house = Two(out var draft);
        var stranger = house.AddPlan("OTHER", ("statuscode", new OptionSetValue(1)), ("crmx_jobid", PayHouse.Reference("crmx_job", house.Add("crmx_job", ("crmx_name", "Bellboy"), ("crmx_code", "BB")))));

        Assert.Contains("no period", Refusal(() => Simulate(house, draft, house.HrUser, "1999-01")), StringComparison.Ordinal);
        Assert.Contains("name the periods", Refusal(() => Simulate(house, draft, house.HrUser, " , ")), StringComparison.Ordinal);
        Assert.Contains("Nobody was on a plan", Refusal(() => Simulate(house, stranger, house.HrUser)), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_does_not_write_plans_learns_nobodys_pay()
    {
        using var house = Two(out var draft);

        foreach (var user in new[] { house.WorkerUser, house.LeadUser, house.PayrollUser, house.Tenant.Dataverse.AddUser("Nora Nadie") })
        {
            Assert.Contains("prvCreatecrmx_CompensationPlan", Refusal(() => Simulate(house, draft, user)), StringComparison.Ordinal);
        }

        Assert.Contains("may not see it", Refusal(() => Simulate(house, Guid.NewGuid(), house.HrUser)), StringComparison.Ordinal);
    }

    /// <summary>Two people on a quota, one of whom sold; and the draft of a plan that pays by customers kept.</summary>
    private static PayHouse Two(out Guid draft)
    {
        var house = new PayHouse();
        var quota = house.AddPlan("QUOTA");
        house.AddComponent(quota, 5, 100, ("crmx_goal", 10m));
        draft = house.AddPlan("KEEP", ("statuscode", new OptionSetValue(1)));
        house.AddComponent(draft, 0, 100);
        house.Join(house.Worker, quota);
        house.Join(house.Colleague, quota);
        house.AddCustomer("Kept Kiosk", house.Worker, 1000m, 1000m);
        house.AddCustomer("Half Hotel", house.Colleague, 1000m, 500m);
        house.Add("crmx_achievement", ("crmx_name", "Cards"), ("crmx_workerid", PayHouse.Reference("crmx_worker", house.Colleague)), ("crmx_periodid", PayHouse.Reference("crmx_compensationperiod", house.January)), ("crmx_metric", Tenant.Choice(5)), ("crmx_measured", 10m), ("crmx_evidence", "Core banking report"));
        return house.Open();
    }

    private static OrganizationResponse Simulate(PayHouse house, Guid plan, Guid user, string periods = "2027-01") =>
        house.As(user).Execute(new OrganizationRequest("crmx_SimulatePlan") { ["PlanId"] = plan, ["Periods"] = periods });
}
