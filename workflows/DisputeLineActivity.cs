using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_DisputeLine</c>. Says that a line of one's own statement is wrong.</summary>
[Activity("Dispute line", "Says that a line of one's own statement is wrong.")]
public sealed class DisputeLineActivity : ApiActivity
{
    [Input("Line")]
    [ReferenceTarget("crmx_compensationline")]
    [RequiredArgument]
    public InArgument<EntityReference> Line { get; set; } = null!;

    [Input("Claim")]
    [RequiredArgument]
    public InArgument<string> Claim { get; set; } = null!;

    /// <summary>1033 or 3082; the caller's own where it is left empty.</summary>
    [Input("Language")]
    public InArgument<int> Language { get; set; } = null!;

    [Output("Dispute")]
    [ReferenceTarget("crmx_paydispute")]
    public OutArgument<EntityReference> Dispute { get; set; } = null!;

    [Output("Due on")]
    public OutArgument<DateTime> DueOn { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_DisputeLine");
        request["LineId"] = (Line.Get(context) ?? throw new InvalidPluginExecutionException("Dispute line: please give line.")).Id;
        request["Claim"] = Claim.Get(context) ?? throw new InvalidPluginExecutionException("Dispute line: please give claim.");
        if (Language?.Get(context) is { } language and not 0) request["Language"] = language;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        if (Read<Guid>(response, "DisputeId") is var dispute && dispute != Guid.Empty) Dispute?.Set(context, new EntityReference("crmx_paydispute", dispute));
        DueOn?.Set(context, Read<DateTime>(response, "DueOn"));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
    }
}
