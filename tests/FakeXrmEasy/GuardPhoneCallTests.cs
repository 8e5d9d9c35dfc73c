using System;
using Crm.Extensions.Collections;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.FakeXrmEasyTests;

public class GuardPhoneCallTests
{
    [Fact]
    public void A_call_moved_from_noon_to_half_past_nine_in_the_evening_is_stopped_and_leaves_its_proof()
    {
        var tenant = new Tenant();
        var before = tenant.Call(new Column("scheduledend", Bogota.Coming(12, 0)));

        var refusal = Assert.Throws<InvalidPluginExecutionException>(
            () => tenant.Updating<GuardPhoneCall>(before, Change(before, Bogota.Coming(21, 30))));

        Assert.False(string.IsNullOrWhiteSpace(refusal.Message));
        var attempt = Assert.Single(tenant.Attempts);
        Assert.Equal(Tenant.Stopped, attempt.GetAttributeValue<OptionSetValue>("crmx_decision").Value);
        Assert.Equal(tenant.Customer, attempt.GetAttributeValue<EntityReference>("crmx_customerid").Id);
        Assert.Null(attempt.GetAttributeValue<string>("crmx_slot"));
    }

    [Fact]
    public void A_call_moved_to_a_minute_before_seven_in_the_evening_is_allowed()
    {
        var tenant = new Tenant();
        var before = tenant.Call(new Column("scheduledend", Bogota.Coming(12, 0)));
        var change = Change(before, Bogota.Coming(18, 59));

        tenant.Updating<GuardPhoneCall>(before, change);

        Assert.Equal(Tenant.Allowed, change.GetAttributeValue<OptionSetValue>("crmx_courtesydecision").Value);
        Assert.Equal(Bogota.Coming(18, 59), change["scheduledend"]);
    }

    [Fact]
    public void An_incoming_call_late_in_the_evening_is_saved_without_a_verdict()
    {
        var tenant = new Tenant();
        var call = tenant.Call(
            new Column("directioncode", false), new Column("statecode", new OptionSetValue(1)), new Column("statuscode", new OptionSetValue(4)),
            new Column("actualstart", Bogota.Past(21, 50)));

        tenant.Creating<GuardPhoneCall>(call);

        Assert.False(call.Contains("crmx_courtesydecision"));
        Assert.Empty(tenant.Attempts);
    }

    [Fact]
    public void A_call_made_late_in_the_evening_and_logged_afterwards_is_saved_as_a_breach()
    {
        var tenant = new Tenant();
        var made = Bogota.Past(21, 30);
        var call = tenant.Call(new Column("statecode", new OptionSetValue(1)), new Column("statuscode", new OptionSetValue(2)), new Column("actualstart", made));

        tenant.Creating<GuardPhoneCall>(call);

        Assert.Equal(Tenant.Breach, call.GetAttributeValue<OptionSetValue>("crmx_courtesydecision").Value);
        Assert.Equal(made, call["actualstart"]);
    }

    [Fact]
    public void While_courtesy_is_only_observed_nothing_is_stopped()
    {
        var tenant = new Tenant("observe");
        var before = tenant.Call(new Column("scheduledend", Bogota.Coming(12, 0)));
        var change = Change(before, Bogota.Coming(21, 30));

        tenant.Updating<GuardPhoneCall>(before, change);

        Assert.Equal(Bogota.Coming(21, 30), change["scheduledend"]);
        Assert.Equal(Tenant.Stopped, change.GetAttributeValue<OptionSetValue>("crmx_courtesydecision").Value);
    }

    [Fact]
    public void A_call_without_a_purpose_is_not_ours_to_judge()
    {
        var tenant = new Tenant();
        var call = tenant.Call(new Column("scheduledend", Bogota.Coming(21, 30)));
        call.Attributes.Remove("crmx_purpose");

        tenant.Creating<GuardPhoneCall>(call);

        Assert.False(call.Contains("crmx_courtesydecision"));
    }

    private static Entity Change(Entity before, DateTime due) => new Entity(before.LogicalName, before.Id) { ["scheduledend"] = due };
}
