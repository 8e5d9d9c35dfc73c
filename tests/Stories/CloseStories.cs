using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Xunit;
using static Crm.Extensions.Tests.Stories.StatementStories;

namespace Crm.Extensions.Tests.Stories;

/// <summary>The close of a period: in slices, resumed wherever it was stopped, and the same whoever calculates.</summary>
public sealed class CloseStories
{
    private const int Done = 2;

    [Fact]
    public void Closing_calculates_everybody_and_closing_twice_changes_nothing()
    {
        using var house = Team(25);

        var work = house.Close();
        Assert.Empty(house.RunClosing());

        Assert.Equal(Done, house.WorkStatus(work));
        Assert.Equal(25, house.Statements().Count);
        Assert.Equal(574840000, house.Tenant.Read("crmx_compensationperiod", house.January, "statuscode").GetAttributeValue<OptionSetValue>("statuscode").Value);
        Assert.True(house.Rows("crmx_closingwork").Count(row => (string)row["crmx_kind"] == "statement") >= 3, "Workers were not divided.");
        var before = house.Everything();

        Assert.Equal(work, house.Close());
        Assert.Empty(house.RunClosing());

        Assert.Equal(Done, house.WorkStatus(work));
        Assert.Equal(before, house.Everything());
    }

    [Fact]
    public void A_close_that_dies_before_any_of_its_requests_is_carried_on()
    {
        string? expected = null;
        var died = true;
        for (var request = 1; died; request++)
        {
            using var house = Team(3);
            if (expected is null)
            {
                using var whole = Team(3);
                whole.Close();
                whole.RunClosing();
                expected = Amounts(whole);
            }

            house.Tenant.Dataverse.Faults.Crash(ClosingJobs.Plugin, request);
            var work = house.Close();
            died = house.RunClosing().Count > 0;
            house.Tenant.Dataverse.Faults.Clear();
            house.ResumeClosing();

            Assert.Equal(Done, house.WorkStatus(work));
            Assert.Equal(expected, Amounts(house));
            Assert.True(request < 200, "It never ends.");
        }
    }

    [Fact]
    public void A_recalculation_that_is_killed_between_two_writes_ends_with_what_one_that_was_not_says()
    {
        using var house = Team(2);
        house.Close();
        house.RunClosing();
        foreach (var worker in house.Rows("crmx_planparticipation")) house.LearnLate(worker.GetAttributeValue<EntityReference>("crmx_workerid").Id);

        var died = true;
        var work = Guid.Empty;
        for (var request = 1; died; request++)
        {
            house.Tenant.Dataverse.Faults.Crash(ClosingJobs.Plugin, request);
            work = house.Close();
            died = house.RunClosing().Count > 0;
            house.Tenant.Dataverse.Faults.Clear();
            house.ResumeClosing();
            Assert.Equal(Done, house.WorkStatus(work));
            Assert.All(house.Statements(), statement => Assert.Equal(500m, statement.GetAttributeValue<Money>("crmx_payable").Value));
            Assert.All(house.Statements(), statement => Assert.Equal(500m, house.Lines(statement.Id).Sum(line => line.GetAttributeValue<Money>("crmx_amount").Value)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Slices_that_come_twice_and_in_any_order_write_each_statement_once(int seed)
    {
        using var house = Team(12);
        house.Close();
        house.Tenant.Dataverse.Jobs.Drop(job => !job.PluginType.EndsWith(ClosingJobs.Plugin, StringComparison.Ordinal));
        for (var round = 0; round < 6 && house.Tenant.Dataverse.Jobs.Waiting.Count > 0; round++)
        {
            house.Tenant.Dataverse.Jobs.Drop(job => !job.PluginType.EndsWith(ClosingJobs.Plugin, StringComparison.Ordinal));
            house.Tenant.Dataverse.Jobs.Duplicate();
            house.Tenant.Dataverse.Jobs.Shuffle(seed);
            Assert.Empty(house.RunClosing());
        }

        Assert.Equal(12, house.Statements().Count);
        Assert.All(house.Statements(), statement => Assert.Equal(1000m, statement.GetAttributeValue<Money>("crmx_payable").Value));
    }

    [Fact]
    public void A_slice_whose_time_is_up_leaves_the_rest_to_what_runs_what_is_due()
    {
        using var house = Team(4);
        var work = house.Close();
        house.Tenant.Dataverse.Faults.Slow(ClosingJobs.Plugin, TimeSpan.FromSeconds(80));
        house.RunClosing();
        house.ResumeClosing();

        Assert.Equal(Done, house.WorkStatus(work));
        Assert.Equal(4, house.Statements().Count);
    }

    [Fact]
    public void One_worker_who_can_not_be_calculated_is_named_and_the_others_are()
    {
        using var house = Team(2, accepted: false);

        var work = house.Close();
        Assert.Empty(house.RunClosing());

        Assert.Equal(574840001, house.WorkStatus(work));
        Assert.Contains("has not accepted", house.Tenant.Read("crmx_closingwork", work, "crmx_failure").GetAttributeValue<string>("crmx_failure"), StringComparison.Ordinal);
        Assert.Equal(2, house.Statements().Count);
        Assert.Equal(1, house.Tenant.Read("crmx_compensationperiod", house.January, "statuscode").GetAttributeValue<OptionSetValue>("statuscode").Value);
    }

    [Fact]
    public void A_period_is_closed_when_it_is_over_by_whom_it_is_for()
    {
        using var house = Team(1);
        var march = house.AddPeriod("2027-03", new DateTime(2027, 3, 1), new DateTime(2027, 3, 31));

        Assert.Contains("runs until 2027-03-31", Refusal(() => house.Close(march)), StringComparison.Ordinal);
        foreach (var user in new[] { house.WorkerUser, house.PayrollUser, house.Tenant.Dataverse.AddUser("Nora Nadie") })
        {
            Assert.Contains("prvWritecrmx_CompensationPeriod", Refusal(() => house.As(user).Execute(new OrganizationRequest("crmx_ClosePeriod") { ["PeriodId"] = house.January })), StringComparison.Ordinal);
        }
    }

    /// <summary>So many workers with a customer each.</summary>
    private static PayHouse Team(int workers, bool accepted = true)
    {
        var house = new PayHouse();
        var plan = house.AddPlan("KEEP");
        house.AddComponent(plan, 0, 100);
        for (var number = 1; number <= workers; number++)
        {
            var worker = house.AddWorker("T-" + number, "Worker " + number, null, house.LeadWorker);
            house.Join(worker, plan);
            house.AddCustomer("Customer " + number, worker, 1000m, 1000m);
        }

        if (!accepted) house.Join(house.Worker, plan, ("crmx_acceptedon", null));
        return house.Open();
    }

    private static string Amounts(PayHouse house) => string.Join("\n", house.Statements()
        .Select(row => row.GetAttributeValue<string>("crmx_name") + " " + row.GetAttributeValue<Money>("crmx_payable").Value + " " + house.Lines(row.Id).Count).Order(StringComparer.Ordinal));
}
