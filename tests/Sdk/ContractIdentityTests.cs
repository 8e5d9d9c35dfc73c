using System;
using System.Activities;
using System.Linq;
using System.Reflection;
using System.ServiceModel;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;
using Xunit;

namespace Crm.Extensions.Tests.Sdk;

/// <summary>A contract must bear the name by which the real assembly is known, or what is compiled against it does not bind there.</summary>
public class ContractIdentityTests
{
    [Theory]
    [InlineData(typeof(Entity), "Microsoft.Xrm.Sdk", "9.0.0.0")]
    [InlineData(typeof(WhoAmIRequest), "Microsoft.Crm.Sdk.Proxy", "9.0.0.0")]
    [InlineData(typeof(IWorkflowContext), "Microsoft.Xrm.Sdk.Workflow", "9.0.0.0")]
    [InlineData(typeof(CodeActivity), "System.Activities", "4.0.0.0")]
    [InlineData(typeof(IOrganizationServiceAsync2), "Microsoft.PowerPlatform.Dataverse.Client", "1.0.0.0")]
    public void An_assembly_has_the_name_version_and_key_of_the_real_one(Type type, string name, string version)
    {
        var identity = type.Assembly.GetName();

        Assert.Equal(name, identity.Name);
        Assert.Equal(version, identity.Version!.ToString());
        Assert.Equal("31BF3856AD364E35", Convert.ToHexString(identity.GetPublicKeyToken()!));
    }

    [Theory]
    [InlineData("System.ServiceModel.FaultException`1, System.ServiceModel, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089", typeof(FaultException<>))]
    [InlineData("System.ServiceModel.FaultReason, System.ServiceModel, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089", typeof(FaultReason))]
    [InlineData("System.Runtime.Serialization.Json.DataContractJsonSerializer, System.Runtime.Serialization, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089", typeof(System.Runtime.Serialization.Json.DataContractJsonSerializer))]
    [InlineData("System.Activities.CodeActivity, System.Activities, Version=4.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35", typeof(CodeActivity))]
    [InlineData("System.TimeZoneInfo, System.Core, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089", typeof(TimeZoneInfo))]
    public void A_type_that_a_net462_assembly_asks_for_is_found_on_modern_dotnet(string asked, Type found) =>
        Assert.Same(found, Type.GetType(asked, throwOnError: true));

    [Fact]
    public void The_plug_in_assembly_refers_only_to_the_framework_and_the_platform()
    {
        string[] allowed =
        [
            "mscorlib", "System", "System.Core", "System.Xml", "System.Runtime.Serialization", "System.ServiceModel", "System.Activities",
            "Microsoft.Xrm.Sdk", "Microsoft.Crm.Sdk.Proxy", "Microsoft.Xrm.Sdk.Workflow",
        ];

        var references = typeof(Crm.Extensions.Platform.Registration.StepAttribute).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!).ToList();

        Assert.Contains("mscorlib", references);
        Assert.Empty(references.Except(allowed, StringComparer.Ordinal));
    }
}
