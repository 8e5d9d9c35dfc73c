using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_RepairContact</c>. Makes a wrong contact good the same day; calling it twice makes one repair.</summary>
[Activity("Repair contact", "Makes a wrong contact good the same day; calling it twice makes one repair.")]
public sealed class RepairContactActivity : ApiActivity
{
    [Input("Attempt")]
    [ReferenceTarget("crmx_contactattempt")]
    [RequiredArgument]
    public InArgument<EntityReference> Attempt { get; set; } = null!;

    /// <summary>wrongdata, staleledger, wronghour, wrongperson, wrongtone, bankfault or other.</summary>
    [Input("Cause")]
    [RequiredArgument]
    public InArgument<string> Cause { get; set; } = null!;

    [Input("What went wrong")]
    [RequiredArgument]
    public InArgument<string> Wrong { get; set; } = null!;

    [Input("Fee")]
    [ReferenceTarget("crmx_installment")]
    public InArgument<EntityReference> Fee { get; set; } = null!;

    [Input("Owner")]
    [ReferenceTarget("systemuser")]
    public InArgument<EntityReference> Owner { get; set; } = null!;

    /// <summary>1033 or 3082; as the API has it where it is left empty.</summary>
    [Input("Language")]
    public InArgument<int> Language { get; set; } = null!;

    [Output("Repair")]
    public OutArgument<string> RepairId { get; set; } = null!;

    [Output("Apology")]
    public OutArgument<string> ApologyId { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_RepairContact");
        request["AttemptId"] = (Attempt.Get(context) ?? throw new InvalidPluginExecutionException("Repair contact: please give attempt.")).Id;
        request["Cause"] = Cause.Get(context);
        request["Wrong"] = Wrong.Get(context);
        if (Fee?.Get(context) is { } fee) request["FeeId"] = fee.Id;
        if (Owner?.Get(context) is { } owner) request["OwnerId"] = owner.Id;
        if (Language?.Get(context) is { } language and not 0) request["Language"] = language;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        RepairId?.Set(context, Read<Guid>(response, "RepairId").ToString("D", System.Globalization.CultureInfo.InvariantCulture));
        ApologyId?.Set(context, Read<Guid>(response, "ApologyId").ToString("D", System.Globalization.CultureInfo.InvariantCulture));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
    }
}
