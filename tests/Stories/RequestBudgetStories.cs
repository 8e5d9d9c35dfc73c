using System;
using System.ServiceModel;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>
/// Requests that our steps send for one request of a user, counted in the engine out of the managed zip: four for a contact (customer, ledger, contacts,
/// write) when the minute's settings are known, one more where the activity itself has to be written besides, nine or ten when they are read anew.
/// </summary>
public sealed class RequestBudgetStories : IDisposable
{
    private readonly Tenant tenant = new();

    public void Dispose() => tenant.Dispose();

    [Fact]
    public void Calls_keep_to_the_budget()
    {
        Assert.Equal(9, Cold(() => tenant.Service.Create(tenant.Call(Bogota(23, 12, 0)))));
        Assert.Equal(4, Warm(() => tenant.Service.Create(tenant.Call(Bogota(23, 21, 30)))));
        var call = tenant.Service.Create(tenant.Call(Bogota(25, 12, 0)));
        Assert.Equal(4, Warm(() => Refused(() => Move(call))));
        Assert.Equal(5, Warm(() => tenant.Service.Execute(new ExecuteTransactionRequest { Requests = [new UpdateRequest { Target = Later(call) }] })));
        var made = tenant.Service.Create(tenant.Call(Bogota(26, 12, 0)));
        Assert.Equal(4, Warm(() => State(made, 1, 2)));
        var cancelled = tenant.Service.Create(tenant.Call(Bogota(27, 12, 0)));
        Assert.Equal(2, Warm(() => State(cancelled, 2, 3)));
        Assert.Equal(1, Warm(() => tenant.Service.Delete("phonecall", cancelled)));
    }

    [Fact]
    public void Emails_keep_to_the_budget()
    {
        var contact = tenant.AddContact("Rojas", tenant.CustomerId);
        tenant.Dataverse.Clock.UtcNow = Bogota(23, 23, 0);
        var email = Guid.Empty;
        Assert.Equal(7, Cold(() => email = Draft(contact)));
        Assert.Equal(3, Warm(() => Draft(contact)));
        Assert.Equal(10, Cold(() => Refused(() => Send(email))));
        tenant.Dataverse.Clock.UtcNow = Bogota(24, 7, 0);
        Assert.Equal(9, Cold(() => Send(email)));
    }

    private int Cold(Action act)
    {
        tenant.Dataverse.Clock.Advance(TimeSpan.FromMinutes(2));
        return Warm(act);
    }

    private int Warm(Action act)
    {
        tenant.Dataverse.Requests.Clear();
        act();
        return tenant.Dataverse.Requests.OfSteps;
    }

    private static void Refused(Action act) => Assert.ThrowsAny<FaultException>(act);

    private static Entity Later(Guid call) => new("phonecall", call) { ["scheduledend"] = Bogota(25, 21, 30) };

    private void Move(Guid call) => tenant.Service.Update(Later(call));

    private void State(Guid call, int state, int status) =>
        tenant.Service.Update(new Entity("phonecall", call) { ["statecode"] = new OptionSetValue(state), ["statuscode"] = new OptionSetValue(status) });

    private Guid Draft(EntityReference contact) => tenant.Service.Create(new Entity("email")
    {
        ["subject"] = "Your installment",
        ["directioncode"] = true,
        ["crmx_purpose"] = Choice(2),
        ["to"] = Parties(contact),
    });

    private void Send(Guid email) => tenant.Service.Execute(new SendEmailRequest { EmailId = email, IssueSend = true, TrackingToken = "" });
}
