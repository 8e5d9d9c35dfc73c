using System;
using System.Linq;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>Who may value customers, that nobody rewrites a value, and that an interrupted valuation ends as an undisturbed one.</summary>
public sealed class ValueGuardStories
{
    private const string Plugin = "ValueCustomers";

    [Theory]
    [InlineData(1033, "is never changed or deleted")]
    [InlineData(3082, "nunca se cambia ni se borra")]
    public void A_snapshot_is_neither_changed_nor_deleted(int language, string words)
    {
        using var finance = new Finance(Finance.Day("2026-11-05"), language);
        var ana = Booked(finance, "Ana Prado");
        finance.Refresh(finance.Period("2026-10", "2026-10-01", "2026-10-31"), ana);
        var before = finance.Album();
        var snapshot = finance.Snapshots(ana)[0].Id;

        var changed = Assert.ThrowsAny<FaultException>(() => finance.Service.Update(new Entity("crmx_valuesnapshot", snapshot) { ["crmx_value"] = 1m }));
        var segment = Assert.ThrowsAny<FaultException>(() => finance.Service.Update(new Entity("crmx_valuesnapshot", snapshot) { ["crmx_valuesegment"] = Choice(0), ["crmx_potentialsegment"] = Choice(0) }));
        var deleted = Assert.ThrowsAny<FaultException>(() => finance.Service.Delete("crmx_valuesnapshot", snapshot));

        Assert.All(new[] { changed, segment, deleted }, refusal => Assert.Contains(words, refusal.Message, StringComparison.Ordinal));
        Assert.Equal(before, finance.Album());
    }

    [Fact]
    public void When_two_customers_turn_out_to_be_one_each_keeps_what_was_measured_of_it()
    {
        using var finance = new Finance(Finance.Day("2026-11-05"));
        var ana = finance.Customer("Ana Prado");
        finance.Tenant.Dataverse.Clock.Advance(TimeSpan.FromHours(1));
        var anita = Booked(finance, "Anita Prado");
        finance.Refresh(finance.Period("2026-10", "2026-10-01", "2026-10-31"), anita);
        finance.Tenant.Dataverse.Jobs.RunAll();
        var before = finance.Album();

        finance.Tenant.Join(ana, anita);
        Assert.Empty(finance.Tenant.RunOperations());

        Assert.Equal(before, finance.Album());
        Assert.Equal(2, finance.Snapshots(anita).Count);
    }

    [Fact]
    public void Who_may_not_write_periods_values_nobody_and_what_the_caller_cannot_see_is_not_valued()
    {
        using var finance = new Finance(Finance.Day("2026-11-05"));
        var ana = Booked(finance, "Ana Prado");
        var october = finance.Period("2026-10", "2026-10-01", "2026-10-31");
        var agent = finance.Tenant.Dataverse.Connect(finance.Tenant.Dataverse.AddUser("Carla Cobos", "Crm.Extensions Agent"));
        var analyst = finance.Tenant.Dataverse.Connect(finance.Tenant.Dataverse.AddUser("Hana Hauser", Staff.Analyst));

        var refused = Assert.ThrowsAny<FaultException>(() => finance.Refresh(october, ana, by: agent));
        var unseen = Assert.ThrowsAny<FaultException>(() => finance.Refresh(october, Guid.NewGuid(), by: analyst));
        var noPeriod = Assert.ThrowsAny<FaultException>(() => finance.Refresh(Guid.NewGuid(), ana, by: analyst));

        Assert.Contains("prvWritecrmx_CompensationPeriod", refused.Message, StringComparison.Ordinal);
        Assert.Contains("crmx_customer", unseen.Message, StringComparison.Ordinal);
        Assert.Contains("crmx_compensationperiod", noPeriod.Message, StringComparison.Ordinal);
        Assert.Empty(finance.Snapshots());
        Assert.Equal(2, finance.Refresh(october, ana, by: analyst)["Count"]);
    }

    [Fact]
    public void Without_the_column_profile_a_colleague_reads_no_value()
    {
        using var finance = new Finance(Finance.Day("2026-11-05"));
        var ana = Booked(finance, "Ana Prado");
        finance.Refresh(finance.Period("2026-10", "2026-10-01", "2026-10-31"), ana);
        var analyst = finance.Tenant.Dataverse.Connect(finance.Tenant.Dataverse.AddUser("Hana Hauser", Staff.Analyst));

        var row = analyst.Retrieve("crmx_valuesnapshot", finance.Snapshots(ana)[0].Id, new Microsoft.Xrm.Sdk.Query.ColumnSet("crmx_name", "crmx_value", "crmx_model"));

        Assert.False(row.Contains("crmx_value"));
        Assert.False(row.Contains("crmx_model"));
    }

    [Fact]
    public void Only_days_that_are_over_and_periods_that_have_begun_are_valued()
    {
        using var finance = new Finance(Finance.Day("2026-11-05"));
        var ana = Booked(finance, "Ana Prado");
        var december = finance.Period("2026-12", "2026-12-01", "2026-12-31");

        Assert.Contains("is not over yet", Assert.ThrowsAny<FaultException>(() => finance.Refresh(december, ana, "2026-11-05")).Message, StringComparison.Ordinal);
        Assert.Contains("begins on 2026-12-01", Assert.ThrowsAny<FaultException>(() => finance.Refresh(december, ana)).Message, StringComparison.Ordinal);
        Assert.Contains("No period contains 2026-11-04", Assert.ThrowsAny<FaultException>(() => finance.Refresh(null, ana)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_valuation_that_dies_before_any_of_its_requests_ends_as_an_undisturbed_one()
    {
        var undisturbed = Valued(0, out _);
        var died = true;
        for (var request = 1; died; request++)
        {
            Assert.Equal(undisturbed, Valued(request, out died));
            Assert.True(request < 60, "It never ends.");
        }
    }

    [Fact]
    public void A_hundred_customers_cost_no_more_requests_than_five()
    {
        var (few, many) = (Requests(5), Requests(100));

        Assert.Equal(few, many);

        // the settings; divider: row, period, customers, slices, end; slice: row, period, currencies, plans, base currency, rates; for the model the sample, its customers,
        // transactions and contracts, and the writing; for the page snapshots, handovers, customers, transactions, contracts, new snapshots, segments; the end
        Assert.Equal(Budget, many);
    }

    private const int Budget = 24;

    private static int Requests(int customers)
    {
        using var finance = new Finance(Finance.Day("2026-11-05"));
        for (var at = 0; at < customers; at++) Booked(finance, "Customer " + at);
        finance.Refresh(finance.Period("2026-10", "2026-10-01", "2026-10-31"));
        finance.Tenant.Dataverse.Jobs.Drop(job => !job.PluginType.EndsWith(Plugin, StringComparison.Ordinal));
        finance.Tenant.Dataverse.Requests.Clear();
        Assert.Empty(finance.Run());
        Assert.Equal(2 * customers, finance.Snapshots().Count);
        return finance.Tenant.Dataverse.Requests.OfSteps;
    }

    private static string Valued(int dyingBefore, out bool died)
    {
        using var finance = new Finance(Finance.Day("2026-11-05"));
        for (var at = 0; at < 6; at++) Booked(finance, "Customer " + at);
        finance.Tenant.Dataverse.Jobs.RunAll();
        if (dyingBefore > 0) finance.Tenant.Dataverse.Faults.Crash(Plugin, dyingBefore);
        finance.Refresh(finance.Period("2026-10", "2026-10-01", "2026-10-31"));
        died = finance.Run().Count > 0;
        finance.Tenant.Dataverse.Faults.Clear();

        // what crmx_RunDue does with work that nobody is at any more
        for (var round = 0; round < 3; round++)
        {
            foreach (var work in finance.Rows("crmx_closingwork", "crmx_attempts", "statecode").Where(work => work.GetAttributeValue<OptionSetValue>("statecode").Value == 0))
            {
                finance.Service.Update(new Entity("crmx_closingwork", work.Id) { ["crmx_attempts"] = work.GetAttributeValue<int>("crmx_attempts") + 1 });
            }

            Assert.Empty(finance.Run());
        }

        Assert.Equal(12, finance.Snapshots().Count);
        Assert.All(finance.Rows("crmx_closingwork", "statecode"), work => Assert.Equal(1, work.GetAttributeValue<OptionSetValue>("statecode").Value));
        Assert.All(finance.Rows("crmx_customer", "crmx_name", "crmx_valuesegment").Where(row => row.GetAttributeValue<string>("crmx_name").StartsWith("Customer", StringComparison.Ordinal)), row => Assert.True(row.Contains("crmx_valuesegment")));
        return finance.Album();
    }

    private static Guid Booked(Finance finance, string name)
    {
        var customer = finance.Customer(name);
        finance.Book(customer, Finance.Revenue, 100m + name.Length, "2026-05-01");
        finance.Book(customer, Finance.CostToServe, 20m, "2026-05-01");
        return customer;
    }
}
