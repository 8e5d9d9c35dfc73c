using System;
using System.ServiceModel;
using Crm.Extensions.Embedded;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Pipeline;

public sealed class FaultInjectionTests : IDisposable
{
    private readonly EmbeddedDataverse engine = new();

    public void Dispose() => engine.Dispose();

    [Fact]
    public void A_throttled_client_is_told_when_to_come_back_and_then_succeeds()
    {
        var service = engine.Connect();
        engine.Faults.Throttle(retryAfter: TimeSpan.FromSeconds(12));

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => service.Create(new Entity("account") { ["name"] = "Ana" }));

        Assert.Equal(unchecked((int)0x80072322), fault.Detail.ErrorCode);
        Assert.Equal(TimeSpan.FromSeconds(12), fault.Detail.ErrorDetails["Retry-After"]);
        Assert.NotEqual(Guid.Empty, service.Create(new Entity("account") { ["name"] = "Ana" }));
    }

    [Fact]
    public void A_lost_response_leaves_the_row_committed()
    {
        var service = engine.Connect();
        engine.Faults.LoseResponse();

        Assert.Throws<CommunicationException>(() => service.Create(new Entity("account") { ["name"] = "Ana" }));

        Assert.Single(engine.Database.Committed.All("account"));
    }

    [Fact]
    public void A_deadlock_inside_a_plug_in_rolls_back_what_set_it_off()
    {
        engine.RegisterStep<CreateTask>("Create", "account", 40);
        engine.Faults.Deadlock(atRequest: 2);

        Assert.Throws<FaultException<OrganizationServiceFault>>(() => engine.Connect().Create(new Entity("account") { ["name"] = "Ana" }));

        Assert.Empty(engine.Database.Committed.All("account"));
        Assert.Equal(0, engine.Faults.Pending);
    }
}
