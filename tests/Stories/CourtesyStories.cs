using System;
using System.Linq;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>Collections courtesy as its users meet it, out of the managed zip.</summary>
public sealed class CourtesyStories
{
    private const int Allowed = 574840000;
    private const int Moved = 574840001;
    private const int Stopped = 574840003;
    private const int Breach = 574840004;

    [Theory]
    [InlineData(1033, "may")]
    [InlineData(3082, "puede")]
    public void A_call_moved_by_hand_from_noon_to_half_past_nine_in_Bogota_is_stopped_and_leaves_its_proof(int languageCode, string word)
    {
        using var tenant = new Tenant(languageCode: languageCode);
        var call = tenant.Service.Create(tenant.Call(Bogota(23, 12, 0)));

        var refused = Assert.ThrowsAny<FaultException>(
            () => tenant.Service.Update(new Entity("phonecall", call) { ["scheduledend"] = Bogota(23, 21, 30) }));

        Assert.Contains("Ley 2300", refused.Message, StringComparison.Ordinal);
        Assert.Contains(word, refused.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Bogota(23, 12, 0), tenant.Read("phonecall", call, "scheduledend")["scheduledend"]);
        var attempts = tenant.Attempts();
        Assert.Equal([Allowed, Stopped], attempts.Select(attempt => Option(attempt, "crmx_decision")));
        Assert.True(attempts[0].Contains("crmx_slot"));
        Assert.False(attempts[1].Contains("crmx_slot"));
    }

    [Fact]
    public void In_a_transaction_the_call_is_saved_cancelled_and_its_proof_remains()
    {
        using var tenant = new Tenant();
        var call = tenant.Service.Create(tenant.Call(Bogota(23, 12, 0)));

        tenant.Service.Execute(new ExecuteTransactionRequest
        {
            Requests = [new UpdateRequest { Target = new Entity("phonecall", call) { ["scheduledend"] = Bogota(23, 21, 30) } }],
        });

        var saved = tenant.Read("phonecall", call, "statecode", "crmx_courtesydecision");
        Assert.Equal(2, Option(saved, "statecode"));
        Assert.Equal(Stopped, Option(saved, "crmx_courtesydecision"));
        var proof = Assert.Single(tenant.Attempts());
        Assert.Equal(Stopped, Option(proof, "crmx_decision"));
        Assert.False(proof.Contains("crmx_slot"));
    }

    [Fact]
    public void A_call_at_one_minute_to_seven_passes()
    {
        using var tenant = new Tenant();
        var call = tenant.Service.Create(tenant.Call(Bogota(23, 12, 0)));

        tenant.Service.Update(new Entity("phonecall", call) { ["scheduledend"] = Bogota(23, 18, 59) });

        var saved = tenant.Read("phonecall", call, "scheduledend", "crmx_courtesydecision");
        Assert.Equal(Bogota(23, 18, 59), saved["scheduledend"]);
        Assert.Equal(Allowed, Option(saved, "crmx_courtesydecision"));
        Assert.Equal(Bogota(23, 18, 59), Assert.Single(tenant.Attempts())["crmx_at"]);
    }

    [Fact]
    public void A_call_planned_for_the_evening_is_moved_to_the_next_morning()
    {
        using var tenant = new Tenant();

        var call = tenant.Service.Create(tenant.Call(Bogota(23, 21, 30)));

        var saved = tenant.Read("phonecall", call, "scheduledend", "crmx_courtesydecision", "crmx_courtesyexplanation");
        Assert.Equal(Moved, Option(saved, "crmx_courtesydecision"));
        Assert.Equal(Bogota(24, 7, 0), saved["scheduledend"]);
    }

    [Fact]
    public void A_moved_call_that_is_made_in_its_hour_still_tells_that_it_was_moved()
    {
        using var tenant = new Tenant();
        var call = tenant.Service.Create(tenant.Call(Bogota(23, 21, 30)));
        tenant.Dataverse.Clock.UtcNow = Bogota(24, 7, 5);

        tenant.Service.Update(new Entity("phonecall", call)
        {
            ["statecode"] = new OptionSetValue(1),
            ["statuscode"] = new OptionSetValue(2),
            ["crmx_outcome"] = Choice(3),
        });

        var saved = tenant.Read("phonecall", call, "statecode", "crmx_courtesydecision", "crmx_courtesyexplanation", "crmx_nextallowedat");
        Assert.Equal(1, Option(saved, "statecode"));
        Assert.Equal(Moved, Option(saved, "crmx_courtesydecision"));
        Assert.Contains("Ley 2300", (string)saved["crmx_courtesyexplanation"], StringComparison.Ordinal);
        Assert.Equal(Bogota(24, 7, 0), saved["crmx_nextallowedat"]);
        var attempt = Assert.Single(tenant.Attempts());
        Assert.Equal(Moved, Option(attempt, "crmx_decision"));
        Assert.Equal(true, attempt["crmx_attempted"]);
        Assert.Equal(true, attempt["crmx_conversation"]);
        Assert.Equal(Bogota(24, 7, 5), attempt["crmx_at"]);
    }

    [Fact]
    public void An_incoming_call_late_in_the_evening_is_saved_without_a_word()
    {
        using var tenant = new Tenant();
        tenant.Dataverse.Clock.UtcNow = Bogota(23, 21, 55);
        var incoming = tenant.Call();
        incoming["directioncode"] = false;
        incoming["actualstart"] = Bogota(23, 21, 50);

        var call = tenant.Service.Create(incoming);
        Complete(tenant, call);

        Assert.False(tenant.Read("phonecall", call, "crmx_courtesydecision").Contains("crmx_courtesydecision"));
        Assert.Equal(false, Assert.Single(tenant.Attempts())["crmx_outgoing"]);
    }

    [Fact]
    public void A_call_really_made_in_the_evening_and_logged_later_is_saved_as_a_breach()
    {
        using var tenant = new Tenant();
        var call = tenant.Service.Create(tenant.Call(Bogota(23, 12, 0)));
        tenant.Dataverse.Clock.UtcNow = Bogota(24, 9, 0);

        tenant.Service.Update(new Entity("phonecall", call)
        {
            ["actualstart"] = Bogota(23, 21, 30),
            ["statecode"] = new OptionSetValue(1),
            ["statuscode"] = new OptionSetValue(2),
        });

        var saved = tenant.Read("phonecall", call, "statecode", "actualstart", "crmx_courtesydecision");
        Assert.Equal(1, Option(saved, "statecode"));
        Assert.Equal(Bogota(23, 21, 30), saved["actualstart"]);
        Assert.Equal(Breach, Option(saved, "crmx_courtesydecision"));
        var attempt = Assert.Single(tenant.Attempts());
        Assert.Equal(Breach, Option(attempt, "crmx_decision"));
        Assert.False(attempt.Contains("crmx_slot"));
    }

    [Fact]
    public void A_cancelled_call_gives_the_day_to_a_colleague()
    {
        using var tenant = new Tenant();
        var call = tenant.Service.Create(tenant.Call(Bogota(23, 12, 0)));
        tenant.Service.Update(new Entity("phonecall", call) { ["statecode"] = new OptionSetValue(2), ["statuscode"] = new OptionSetValue(3) });

        var second = tenant.Service.Create(tenant.Call(Bogota(23, 15, 0)));

        Assert.Equal(Bogota(23, 15, 0), tenant.Read("phonecall", second, "scheduledend")["scheduledend"]);
    }

    [Fact]
    public void Observing_changes_nothing_and_records_what_would_have_been()
    {
        using var tenant = new Tenant("observe");

        var call = tenant.Service.Create(tenant.Call(Bogota(23, 21, 30)));

        var saved = tenant.Read("phonecall", call, "scheduledend", "crmx_courtesyexplanation");
        Assert.Equal(Bogota(23, 21, 30), saved["scheduledend"]);
        Assert.Contains("would have been moved", (string)saved["crmx_courtesyexplanation"], StringComparison.Ordinal);
        Assert.Equal(Moved, Option(Assert.Single(tenant.Attempts()), "crmx_decision"));
    }

    [Fact]
    public void A_guarded_contact_costs_at_most_four_requests_warm_and_nine_cold()
    {
        using var tenant = new Tenant();
        tenant.Dataverse.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.InRange(Cost(tenant, () => tenant.Service.Create(tenant.Call(Bogota(23, 12, 0)))), 1, 9);
        Assert.InRange(Cost(tenant, () => tenant.Service.Create(tenant.Call(Bogota(23, 21, 30)))), 1, 4);
        var call = tenant.Service.Create(tenant.Call(Bogota(25, 12, 0)));
        Assert.InRange(
            Cost(tenant, () => Assert.ThrowsAny<FaultException>(
                () => tenant.Service.Update(new Entity("phonecall", call) { ["scheduledend"] = Bogota(25, 21, 30) }))),
            1,
            4);
        Assert.InRange(Cost(tenant, () => Complete(tenant, call)), 1, 4);
    }

    private static int Cost(Tenant tenant, Action act)
    {
        tenant.Dataverse.Requests.Clear();
        act();
        return tenant.Dataverse.Requests.OfSteps;
    }

    private static void Complete(Tenant tenant, Guid call) =>
        tenant.Service.Update(new Entity("phonecall", call) { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(2) });

    private static int? Option(Entity row, string column) => row.GetAttributeValue<OptionSetValue>(column)?.Value;
}
