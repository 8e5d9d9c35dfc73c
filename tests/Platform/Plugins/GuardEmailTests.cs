using System;
using System.Linq;
using System.ServiceModel;
using Crm.Extensions.Collections;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.Tests.Plugins;

/// <summary>E-mails: drafts at any hour, sending within hours, held ones sent later.</summary>
public sealed class GuardEmailTests
{
    private static readonly Guid CustomerId = new("0a1b2c3d-0000-4000-8000-000000000011");
    private static readonly Guid ContactId = new("0a1b2c3d-0000-4000-8000-000000000013");
    private static readonly Guid EmailId = new("0a1b2c3d-0000-4000-8000-000000000012");

    private readonly FakePlatform platform = new FakePlatform { Now = Bogota(23, 23, 0) }
        .Variable("crmx_CollectionsMode", "enforce")
        .Speaks(1033)
        .Owes(CustomerId)
        .With("contact", new Entity("contact", ContactId)
        {
            ["customer.crmx_customerid"] = Aliased(CustomerId),
            ["customer.crmx_country"] = Aliased("CO"),
            ["customer.crmx_timezone"] = Aliased(45),
        });

    [Fact]
    public void Sending_at_night_is_refused_and_the_draft_says_when_it_will_go()
    {
        var shown = Assert.Throws<InvalidPluginExecutionException>(Send);

        Assert.StartsWith("The e-mail was kept as a draft", shown.Message, StringComparison.Ordinal);
        var proof = platform.Written.Single(row => row.LogicalName == "crmx_contactattempt");
        var mark = platform.Written.Single(row => row.LogicalName == "email");
        Assert.Equal(Decision.Moved, Choice.Read<Decision>(mark["crmx_courtesydecision"]));
        Assert.Equal(Bogota(24, 7, 0), mark["crmx_nextallowedat"]);
        Assert.Equal($"{CustomerId:D}|2026-11-24|1", proof["crmx_slot"]);
    }

    [Fact]
    public void Sending_by_day_is_allowed_and_counted_as_an_attempt()
    {
        platform.Now = Bogota(23, 10, 0);

        Send();
        Record();

        var row = platform.Written.Last();
        Assert.Equal(true, row["crmx_attempted"]);
        Assert.Equal($"{CustomerId:D}|2026-11-23|1", row["crmx_slot"]);
    }

    [Fact]
    public void Sending_costs_ten_requests_cold_and_five_warm()
    {
        Assert.Throws<InvalidPluginExecutionException>(Send);
        Assert.Equal(10, platform.Requests.Count);

        platform.Requests.Clear();
        Assert.Throws<InvalidPluginExecutionException>(Send);
        Assert.Equal(5, platform.Requests.Count);
    }

    [Fact]
    public void A_change_to_pending_send_is_guarded_as_sending_is()
    {
        var change = new Entity("email", EmailId) { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(6) };

        Assert.Throws<InvalidPluginExecutionException>(() => Run("Update", change, Draft()));

        Assert.Contains(platform.Written, row => row.LogicalName == "crmx_contactattempt");
    }

    [Fact]
    public void In_a_transaction_a_change_to_pending_send_leaves_the_email_a_draft()
    {
        platform.Context.IsInTransaction = true;
        var change = new Entity("email", EmailId) { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(6) };

        Run("Update", change, Draft());

        Assert.False(change.Contains("statecode"));
        Assert.False(change.Contains("statuscode"));
        Assert.Equal(Decision.Moved, Choice.Read<Decision>(change["crmx_courtesydecision"]));
    }

    [Fact]
    public void The_mail_servers_own_steps_are_not_judged()
    {
        var before = Draft();
        before["statecode"] = new OptionSetValue(1);
        before["statuscode"] = new OptionSetValue(6);

        Run("Update", new Entity("email", EmailId) { ["statuscode"] = new OptionSetValue(3) }, before);

        Assert.DoesNotContain(platform.Requests, request => request.Contains("contactattempt", StringComparison.Ordinal));
    }

    [Fact]
    public void A_draft_is_told_when_it_could_go_and_gets_no_decision()
    {
        var draft = Draft();
        draft.Id = Guid.Empty;
        draft.Attributes.Remove("statecode");
        draft["crmx_customerid"] = new EntityReference("crmx_customer", CustomerId);
        platform.With("crmx_customer", new Entity("crmx_customer", CustomerId) { ["crmx_customerid"] = CustomerId, ["crmx_country"] = "CO", ["crmx_timezone"] = 45 });

        Run("Create", draft, null);

        Assert.False(draft.Contains("crmx_courtesydecision"));
        Assert.Equal(Bogota(24, 7, 0), draft["crmx_nextallowedat"]);
    }

    [Fact]
    public void A_released_email_is_sent_once_by_its_own_job()
    {
        var lease = Bogota(24, 7, 20);
        platform.With("email", Held(lease));

        Release(lease);
        Assert.Single(platform.Requests, request => request == "SendEmail");

        platform.Rows["email"].Clear();
        platform.With("email", Held(lease.AddMinutes(30)));
        Release(lease);
        Assert.Single(platform.Requests, request => request == "SendEmail");
    }

    [Fact]
    public void A_held_email_that_cannot_be_sent_says_so_and_fails_alone()
    {
        var lease = Bogota(24, 7, 20);
        platform.With("email", Held(lease));
        platform.Failure = new FaultException<OrganizationServiceFault>(
            new OrganizationServiceFault { ErrorCode = unchecked((int)0x80040265), Message = "not yet" }, "refused");

        Release(lease);

        Assert.Contains(platform.Lines, line => line.Contains("held again: not yet", StringComparison.Ordinal));
    }

    private static DateTime Bogota(int day, int hour, int minute) => new DateTime(2026, 11, day, hour, minute, 0, DateTimeKind.Utc).AddHours(5);

    private static AliasedValue Aliased(object value) => new("crmx_customer", "any", value);

    private static Entity Draft() => new("email", EmailId)
    {
        ["crmx_purpose"] = new OptionSetValue(574840002),
        ["to"] = new EntityCollection([new Entity("activityparty") { ["partyid"] = new EntityReference("contact", ContactId) }]),
        ["directioncode"] = true,
        ["statecode"] = new OptionSetValue(0),
        ["statuscode"] = new OptionSetValue(1),
    };

    private static Entity Held(DateTime until)
    {
        var email = Draft();
        email["crmx_courtesydecision"] = new OptionSetValue(574840001);
        email["crmx_nextallowedat"] = until;
        return email;
    }

    private void Send()
    {
        platform.Context.InputParameters["EmailId"] = EmailId;
        platform.Context.InputParameters["IssueSend"] = true;
        Run("Send", null, Draft());
    }

    private void Release(DateTime lease)
    {
        var context = platform.Context;
        context.Mode = 1;
        context.Stage = 40;
        context.MessageName = "Update";
        context.PrimaryEntityName = "email";
        context.PrimaryEntityId = EmailId;
        context.InputParameters["Target"] = new Entity("email", EmailId) { ["crmx_nextallowedat"] = lease };
        context.PreEntityImages["Before"] = Held(Bogota(24, 7, 0));
        new SendHeldEmail().Execute(platform);
    }

    private void Run(string message, Entity? target, Entity? before)
    {
        var context = platform.Context;
        context.SharedVariables.Clear();
        context.Stage = 10;
        context.MessageName = message;
        context.PrimaryEntityName = "email";
        context.PrimaryEntityId = before is null ? Guid.Empty : EmailId;
        if (target is not null) context.InputParameters["Target"] = target;
        if (before is not null) context.PreEntityImages["Before"] = before;
        new GuardEmail().Execute(platform);
    }

    private void Record()
    {
        platform.Context.Stage = 40;
        new RecordAttempt().Execute(platform);
    }
}
