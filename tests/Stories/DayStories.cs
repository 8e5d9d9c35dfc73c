using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>Who holds the customer's day, and who gives it back.</summary>
public sealed class DayStories
{
    private const int Allowed = 0;
    private const int Moved = 1;
    private const int Stopped = 3;
    private const int OptOut = 3;

    [Fact]
    public void A_deleted_planned_call_gives_the_day_to_a_colleague()
    {
        using var tenant = new Tenant();
        tenant.Service.Delete("phonecall", tenant.Service.Create(tenant.Call(Bogota(23, 12, 0))));

        var second = tenant.Service.Create(tenant.Call(Bogota(23, 15, 0)));

        Assert.Equal(Bogota(23, 15, 0), tenant.Read("phonecall", second, "scheduledend")["scheduledend"]);
    }

    [Fact]
    public void A_made_call_keeps_its_day_also_when_it_is_deleted_afterwards()
    {
        using var tenant = new Tenant();
        var call = tenant.Service.Create(tenant.Call(Bogota(23, 12, 0)));
        Complete(tenant, call);
        tenant.Service.Delete("phonecall", call);

        var second = tenant.Service.Create(tenant.Call(Bogota(23, 15, 0)));

        Assert.Equal(Bogota(24, 7, 0), tenant.Read("phonecall", second, "scheduledend")["scheduledend"]);
        Assert.Single(tenant.Attempts(), attempt => attempt["crmx_attempted"] is true);
    }

    [Fact]
    public void An_update_that_the_platform_runs_twice_counts_once()
    {
        using var tenant = new Tenant();
        tenant.Dataverse.RepeatsMixedUpdates = true;
        var call = tenant.Service.Create(tenant.Call(Bogota(23, 12, 0)));

        tenant.Service.Update(new Entity("phonecall", call)
        {
            ["statecode"] = new OptionSetValue(1),
            ["statuscode"] = new OptionSetValue(2),
            ["crmx_outcome"] = Choice(3),
            ["description"] = "will pay on Friday",
        });

        var attempt = Assert.Single(tenant.Attempts());
        Assert.Equal(Allowed, Word(attempt, "crmx_decision"));
        Assert.True(attempt.Contains("crmx_slot"));
    }

    [Fact]
    public void Of_many_calls_created_at_once_each_is_judged_and_one_that_is_stopped_leaves_its_proof()
    {
        using var tenant = new Tenant();
        tenant.AddConsent(OptOut, ("crmx_channel", Choice(0)));
        var other = new EntityReference("crmx_customer", tenant.AddCustomer("Luis Soto"));
        Entity stopped = tenant.Call(Bogota(23, 12, 0)), allowed = tenant.Call(Bogota(23, 12, 0)), second = tenant.Call(Bogota(23, 15, 0));
        allowed["crmx_customerid"] = other;
        second["crmx_customerid"] = other;

        var created = tenant.Service.Execute(new CreateMultipleRequest { Targets = new EntityCollection([stopped, allowed, second]) { EntityName = "phonecall" } });

        var saved = ((Guid[])created.Results["Ids"]).Select(id => tenant.Read("phonecall", id, "statecode", "scheduledend", "crmx_courtesydecision")).ToList();
        Assert.Equal([Stopped, Allowed, Moved], saved.Select(call => Word(call, "crmx_courtesydecision")));
        Assert.Equal([2, 0, 0], saved.Select(call => call.GetAttributeValue<OptionSetValue>("statecode").Value));
        Assert.Equal(Bogota(24, 7, 0), saved[2]["scheduledend"]);
        Assert.Equal(Stopped, Word(Assert.Single(tenant.Attempts()), "crmx_decision"));
        Assert.Equal(2, tenant.Attempts(other.Id).Length);
    }

    private static void Complete(Tenant tenant, Guid call) =>
        tenant.Service.Update(new Entity("phonecall", call) { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(2) });
}
