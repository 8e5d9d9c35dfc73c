using System;
using System.Linq;
using System.ServiceModel;
using Crm.Extensions.Embedded;
using Crm.Extensions.Tests.Platform.Import;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Pipeline;

/// <summary>What the engine checks about a custom API before its plug-in runs, on those of the managed zip.</summary>
public sealed class CustomApiTests : IDisposable
{
    private const string Api = "crmx_EvaluateContact";

    private readonly EmbeddedDataverse engine = new();

    public CustomApiTests() => Noting.Notes.Clear();

    public void Dispose() => engine.Dispose();

    [Fact]
    public void Its_parameters_are_checked_before_its_plug_in_runs()
    {
        Import(0);
        var service = engine.Connect();

        Assert.Contains("Colour", Refused(service, request => request["Colour"] = "red"), StringComparison.Ordinal);
        Assert.Contains("Channel", Refused(service, request => request.Parameters.Remove("Channel")), StringComparison.Ordinal);
        Assert.Contains("CustomerId", Refused(service, request => request["CustomerId"] = "not an id"), StringComparison.Ordinal);
        Assert.Empty(engine.Traces.Of("EvaluateContact"));
    }

    [Fact]
    public void A_caller_without_its_privilege_is_refused()
    {
        Import(0);
        var user = engine.AddUser("Luis Mora");

        Assert.Contains("prvRead", Refused(engine.Connect(user), _ => { }), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(engine.Traces.Of("EvaluateContact"));
    }

    [Theory]
    [InlineData(0, false, false)]
    [InlineData(1, false, false)]
    [InlineData(0, true, false)]
    [InlineData(1, true, true)]
    [InlineData(2, false, true)]
    [InlineData(2, true, true)]
    public void It_says_which_steps_of_others_it_takes(int allowed, bool asynchronous, bool isTaken)
    {
        Import(allowed);

        var refusal = Record.Exception(() => engine.RegisterStep<NoteStage>(Api, null, 40, asynchronous));

        if (isTaken) Assert.Null(refusal);
        else Assert.Equal("80044187", $"{Assert.IsType<FaultException<OrganizationServiceFault>>(refusal).Detail.ErrorCode:X8}");
    }

    [Fact]
    public void A_step_on_it_runs_after_its_plug_in()
    {
        Import(2);
        engine.RegisterStep<NoteStage>(Api, null, 40);
        var service = engine.Connect();
        var customer = service.Create(new Entity("crmx_customer") { ["crmx_name"] = "Ana", ["crmx_country"] = "CO" });

        service.Execute(Request(customer));

        Assert.Equal([Api + " 40 in depth 1"], Noting.Notes);
    }

    private static OrganizationRequest Request(Guid customer) => new(Api) { ["CustomerId"] = customer, ["Channel"] = "phonecall", ["Purpose"] = "collection" };

    private static string Refused(IOrganizationService service, Action<OrganizationRequest> change)
    {
        var request = Request(Guid.NewGuid());
        change(request);
        return Assert.Throws<FaultException<OrganizationServiceFault>>(() => service.Execute(request)).Detail.Message;
    }

    private void Import(int allowedSteps)
    {
        var zip = new ChangedZip();
        var entry = zip.Names.Single(name => name.EndsWith(Api + "/customapi.xml", StringComparison.OrdinalIgnoreCase));
        using var stream = zip.Xml(entry, root => root.SetElementValue("allowedcustomprocessingsteptype", allowedSteps)).Open();
        engine.Import(stream);
    }
}
