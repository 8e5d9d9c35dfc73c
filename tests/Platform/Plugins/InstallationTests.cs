using System;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.Tests.Plugins;

/// <summary>The steps that a zip cannot carry.</summary>
public sealed class InstallationTests
{
    private readonly FakePlatform platform = new();

    [Fact]
    public void Steps_are_registered_once_with_ids_that_never_change()
    {
        LayOutTenant();
        Complete();
        var steps = platform.Written.Where(row => row.LogicalName == "sdkmessageprocessingstep").ToList();

        Assert.Equal(steps.Count, platform.Context.OutputParameters["StepsCreated"]);
        var send = ComponentId.OfStep(typeof(GuardEmail).FullName!, "Send", "email", Stage.PreValidation, StepMode.Synchronous);
        Assert.Contains(steps, step => step.Id == send);
        // Book and Reschedule have no images on the platform: that of Send is the only one
        var image = Assert.Single(platform.Written, row => row.LogicalName == "sdkmessageprocessingstepimage");
        Assert.Equal(send, ((EntityReference)image["sdkmessageprocessingstepid"]).Id);
        Assert.Equal("EmailId", image["messagepropertyname"]);

        platform.With("sdkmessageprocessingstep", [.. steps]);
        platform.Written.Clear();
        Complete();

        Assert.Empty(StepsWritten());
        Assert.Equal(0, platform.Context.OutputParameters["StepsCreated"]);
        Assert.Equal(steps.Count, platform.Context.OutputParameters["StepsPresent"]);
    }

    [Fact]
    public void What_the_tenant_lacks_is_reported_and_not_fatal()
    {
        LayOutTenant();
        platform.Rows["sdkmessagefilter"].Clear();

        Complete();

        Assert.Empty(StepsWritten());
        Assert.Contains("no such message", (string)platform.Context.OutputParameters["Details"], StringComparison.Ordinal);
    }

    // the catalogue of topics and the platform's own sources are written besides
    private Entity[] StepsWritten() => [.. platform.Written.Where(row => row.LogicalName.StartsWith("sdkmessage", StringComparison.Ordinal))];

    private void LayOutTenant()
    {
        foreach (var step in LateStep.All(typeof(GuardEmail).Assembly))
        {
            platform.With("plugintype", new Entity("plugintype", Guid.NewGuid()) { ["typename"] = step.PluginType });
            platform.With("sdkmessagefilter", new Entity("sdkmessagefilter", Guid.NewGuid())
            {
                ["sdkmessageid"] = new EntityReference("sdkmessage", Guid.NewGuid()),
                ["primaryobjecttypecode"] = step.Table,
                ["message.name"] = new AliasedValue("sdkmessage", "name", step.Message),
            });
        }
    }

    private void Complete()
    {
        platform.Context.Stage = 30;
        platform.Context.MessageName = "crmx_CompleteInstallation";
        platform.Context.PrimaryEntityName = "none";
        new CompleteInstallation().Execute(platform);
    }
}
