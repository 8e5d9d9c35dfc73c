using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.ServiceModel;
using Crm.Extensions.Collections;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.Tests.Plugins;

/// <summary>The guards, handed their context by hand: what they ask, what they write, what they say.</summary>
public sealed class GuardTests
{
    private static readonly Guid CustomerId = new("0a1b2c3d-0000-4000-8000-000000000001");
    private static readonly Guid CallId = new("0a1b2c3d-0000-4000-8000-000000000002");

    // Monday 23 November 2026, 10:00 in Bogotá
    private readonly FakePlatform platform = new FakePlatform { Now = Bogota(23, 10, 0) }
        .Variable("crmx_CollectionsMode", "enforce")
        .Speaks(1033)
        .Owes(CustomerId)
        .With("crmx_customer", new Entity("crmx_customer", CustomerId)
        {
            ["crmx_customerid"] = CustomerId,
            ["crmx_country"] = "CO",
            ["crmx_timezone"] = 45,
        });

    [Fact]
    public void A_call_planned_for_the_permitted_hours_is_allowed_and_takes_the_customers_day()
    {
        var call = Call(Bogota(23, 18, 59));

        Guard(call);
        Record();

        Assert.Equal(Decision.Allowed, DecisionOf(call));
        Assert.Equal(Bogota(23, 18, 59), call["scheduledend"]);
        var row = Assert.Single(platform.Written);
        Assert.Equal($"{CustomerId:D}|2026-11-23|1", row["crmx_slot"]);
        Assert.Equal(CallId.ToString("D"), row["crmx_activityid"]);
    }

    [Fact]
    public void A_call_planned_for_the_evening_is_moved_to_the_next_morning()
    {
        var call = Call(Bogota(23, 21, 30));

        Guard(call);
        Record();

        Assert.Equal(Decision.Moved, DecisionOf(call));
        Assert.Equal(Bogota(24, 7, 0), call["scheduledend"]);
        Assert.Equal($"{CustomerId:D}|2026-11-24|1", Assert.Single(platform.Written)["crmx_slot"]);
    }

    [Theory]
    [InlineData(1033, "a.m.|AM|07:00|7:00")]
    [InlineData(3082, "07:00|7:00")]
    public void A_call_moved_by_hand_to_the_evening_is_stopped_with_its_proof(int languageCode, string times)
    {
        platform.Rows["usersettings"].Clear();
        platform.Speaks(languageCode);
        var change = Update(Bogota(23, 12, 0), Bogota(23, 21, 30));

        var shown = Assert.Throws<InvalidPluginExecutionException>(() => Guard(change));

        Assert.Contains(times.Split('|'), time => shown.Message.Contains(time, StringComparison.Ordinal));
        Assert.Contains("Ley 2300", shown.Message, StringComparison.Ordinal);
        var proof = Assert.Single(platform.Written);
        Assert.Equal(Decision.Stopped, Choice.Read<Decision>(proof["crmx_decision"]));
        Assert.False(proof.Contains("crmx_slot") && proof["crmx_slot"] is not null);
    }

    [Fact]
    public void In_a_transaction_a_stopped_call_is_saved_marked_and_cancelled()
    {
        platform.Context.IsInTransaction = true;
        var change = Update(Bogota(23, 12, 0), Bogota(23, 21, 30));

        Guard(change);
        Record();

        Assert.Equal(Decision.Stopped, DecisionOf(change));
        Assert.Equal(["crmx_contactattempt", "phonecall"], platform.Written.Select(row => row.LogicalName));
        Assert.Equal(2, ((OptionSetValue)platform.Written[1]["statecode"]).Value);
    }

    [Fact]
    public void A_call_really_made_in_the_evening_is_saved_as_a_breach()
    {
        var call = Call(null);
        call["statecode"] = new OptionSetValue(1);
        call["actualend"] = Bogota(22, 21, 30);

        Guard(call);
        Record();

        Assert.Equal(Decision.Breach, DecisionOf(call));
        var row = Assert.Single(platform.Written);
        Assert.Null(row["crmx_slot"]);
        Assert.Equal(true, row["crmx_attempted"]);
    }

    [Fact]
    public void An_incoming_call_is_never_judged()
    {
        var call = Call(null);
        call["directioncode"] = false;
        call["statecode"] = new OptionSetValue(1);
        call["actualend"] = Bogota(22, 21, 50);

        Guard(call);
        Record();

        Assert.False(call.Contains("crmx_courtesydecision"));
        Assert.Equal(false, Assert.Single(platform.Written)["crmx_outgoing"]);
    }

    [Fact]
    public void Observing_changes_nothing_and_records_what_would_have_been()
    {
        platform.Rows["environmentvariabledefinition"].Clear();
        var call = Call(Bogota(23, 21, 30));

        Guard(call);
        Record();

        Assert.Equal(Bogota(23, 21, 30), call["scheduledend"]);
        Assert.StartsWith("Observed only; it would have been moved.", (string)call["crmx_courtesyexplanation"], StringComparison.Ordinal);
        var row = Assert.Single(platform.Written);
        Assert.Equal(RuleMode.Observe, Choice.Read<RuleMode>(row["crmx_mode"]));
        Assert.Null(row["crmx_slot"]);
    }

    [Fact]
    public void Off_asks_for_nothing_but_the_settings()
    {
        platform.Rows["environmentvariabledefinition"].Clear();
        platform.Variable("crmx_CollectionsMode", "off");

        Guard(Call(Bogota(23, 21, 30)));

        Assert.Equal(["RetrieveMultiple environmentvariabledefinition"], platform.Requests);
    }

    [Fact]
    public void A_contact_without_purpose_is_not_ours_to_judge()
    {
        var call = Call(Bogota(23, 21, 30));
        call.Attributes.Remove("crmx_purpose");

        Guard(call);

        Assert.False(call.Contains("crmx_courtesydecision"));
    }

    [Theory]
    [InlineData(1033, "colleague")]
    [InlineData(3082, "colega")]
    public void Who_comes_second_in_the_same_second_is_told_of_the_colleague(int languageCode, string word)
    {
        platform.Rows["usersettings"].Clear();
        platform.Speaks(languageCode);
        Guard(Call(Bogota(23, 11, 0)));
        platform.Failure = new FaultException<OrganizationServiceFault>(new OrganizationServiceFault { ErrorCode = unchecked((int)0x80060892) }, "duplicate");

        var shown = Assert.Throws<InvalidPluginExecutionException>(Record);

        Assert.Contains(word, shown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_call_gives_the_customers_day_back()
    {
        platform.With("crmx_contactattempt", Attempt());
        var change = Update(Bogota(23, 12, 0), null);
        change["statecode"] = new OptionSetValue(2);

        Guard(change);
        Record();

        var row = Assert.Single(platform.Written);
        Assert.Null(row["crmx_slot"]);
        Assert.Equal(1, ((OptionSetValue)row["statecode"]).Value);
    }

    [Fact]
    public void A_call_that_is_made_keeps_the_row_and_the_slot_it_was_planned_with()
    {
        platform.With("crmx_contactattempt", Attempt());
        platform.Now = Bogota(23, 12, 5);
        var change = Update(Bogota(23, 12, 0), null);
        change["statecode"] = new OptionSetValue(1);
        change["crmx_outcome"] = new OptionSetValue(574840003);

        Guard(change);
        Record();

        var row = Assert.Single(platform.Written);
        Assert.Equal(Attempt().Id, row.Id);
        Assert.Equal($"{CustomerId:D}|2026-11-23|1", row["crmx_slot"]);
        Assert.Equal(true, row["crmx_conversation"]);
    }

    [Fact]
    public void A_guarded_contact_costs_nine_requests_cold_and_four_warm()
    {
        Guard(Call(Bogota(23, 11, 0)));
        Record();
        Assert.Equal(9, platform.Requests.Count);

        platform.Requests.Clear();
        Guard(Call(Bogota(23, 21, 30)));
        Record();
        Assert.Equal(4, platform.Requests.Count);

        platform.Requests.Clear();
        Assert.Throws<InvalidPluginExecutionException>(() => Guard(Update(Bogota(23, 12, 0), Bogota(23, 21, 30))));
        Assert.Equal(4, platform.Requests.Count);

        platform.Requests.Clear();
        platform.Context.IsInTransaction = true;
        Guard(Update(Bogota(23, 12, 0), Bogota(23, 21, 30)));
        Record();
        Assert.Equal(5, platform.Requests.Count);
    }

    [Fact]
    public void A_moved_call_that_is_made_in_its_hour_goes_on_telling_that_it_was_moved()
    {
        var attempt = Attempt();
        attempt["crmx_at"] = Bogota(24, 7, 0);
        attempt["crmx_decision"] = new OptionSetValue(574840001);
        attempt["crmx_slot"] = $"{CustomerId:D}|2026-11-24|1";
        platform.With("crmx_contactattempt", attempt);
        platform.Now = Bogota(24, 7, 5);
        var change = Update(Bogota(24, 7, 0), null);
        change["statecode"] = new OptionSetValue(1);
        change["crmx_outcome"] = new OptionSetValue(574840003);

        Guard(change);
        Record();

        Assert.False(change.Contains("crmx_courtesydecision"));
        var row = Assert.Single(platform.Written);
        Assert.Equal(true, row["crmx_conversation"]);
        Assert.Equal(Bogota(24, 7, 5), row["crmx_at"]);
        Assert.DoesNotContain(row.Attributes.Keys, column => column is "crmx_decision" or "crmx_rules" or "crmx_explanation" or "crmx_nextallowedat");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Only_who_may_read_attempts_is_made_their_owner(bool mayOwn)
    {
        platform.MayOwn = mayOwn;

        Guard(Call(Bogota(23, 11, 0)));
        Record();

        Assert.Equal(mayOwn, Assert.Single(platform.Written).Contains("ownerid"));
    }

    private static DateTime Bogota(int day, int hour, int minute) => new DateTime(2026, 11, day, hour, minute, 0, DateTimeKind.Utc).AddHours(5);

    private static Decision? DecisionOf(Entity row) => Choice.Read<Decision>(row["crmx_courtesydecision"]);

    private static Entity Attempt() => new("crmx_contactattempt", new Guid("0a1b2c3d-0000-4000-8000-000000000003"))
    {
        ["crmx_customerid"] = new EntityReference("crmx_customer", CustomerId),
        ["crmx_activityid"] = CallId.ToString("D", CultureInfo.InvariantCulture),
        ["crmx_number"] = 1,
        ["crmx_at"] = Bogota(23, 12, 0),
        ["crmx_channel"] = new OptionSetValue(574840000),
        ["crmx_purpose"] = new OptionSetValue(574840002),
        ["crmx_outgoing"] = true,
        ["crmx_decision"] = new OptionSetValue(574840000),
        ["crmx_mode"] = new OptionSetValue(574840002),
        ["crmx_slot"] = $"{CustomerId:D}|2026-11-23|1",
        ["statecode"] = new OptionSetValue(0),
    };

    private static Entity Call(DateTime? due)
    {
        var call = new Entity("phonecall")
        {
            ["subject"] = "Please pay",
            ["directioncode"] = true,
            ["crmx_customerid"] = new EntityReference("crmx_customer", CustomerId),
            ["crmx_purpose"] = new OptionSetValue(574840002),
        };
        if (due is { } time) call["scheduledend"] = time;
        return call;
    }

    private Entity Update(DateTime before, DateTime? after)
    {
        var image = Call(before);
        image.Id = CallId;
        image["statecode"] = new OptionSetValue(0);
        platform.Context.PreEntityImages["Before"] = image;
        var change = new Entity("phonecall", CallId);
        if (after is { } time) change["scheduledend"] = time;
        return change;
    }

    private void Guard(Entity target)
    {
        platform.Context.SharedVariables.Clear();
        platform.Context.Stage = 10;
        platform.Context.MessageName = target.Id == Guid.Empty ? "Create" : "Update";
        platform.Context.PrimaryEntityId = target.Id;
        platform.Context.InputParameters["Target"] = target;
        new GuardPhoneCall().Execute(platform);
    }

    private void Record()
    {
        platform.Context.Stage = 40;
        platform.Context.PrimaryEntityId = CallId;
        new RecordAttempt().Execute(platform);
    }
}
