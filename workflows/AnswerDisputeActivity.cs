using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_AnswerDispute</c>. Answers a worker's dispute.</summary>
[Activity("Answer dispute", "Answers a worker's dispute.")]
public sealed class AnswerDisputeActivity : ApiActivity
{
    [Input("Dispute")]
    [ReferenceTarget("crmx_paydispute")]
    [RequiredArgument]
    public InArgument<EntityReference> Dispute { get; set; } = null!;

    [Input("Outcome")]
    [RequiredArgument]
    public InArgument<string> Outcome { get; set; } = null!;

    [Input("Answer")]
    [RequiredArgument]
    public InArgument<string> Reply { get; set; } = null!;

    [Input("Amount")]
    public InArgument<decimal> Amount { get; set; } = null!;

    /// <summary>1033 or 3082; the caller's own where it is left empty.</summary>
    [Input("Language")]
    public InArgument<int> Language { get; set; } = null!;

    [Output("Adjusting line")]
    [ReferenceTarget("crmx_compensationline")]
    public OutArgument<EntityReference> AdjustingLine { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_AnswerDispute");
        request["DisputeId"] = (Dispute.Get(context) ?? throw new InvalidPluginExecutionException("Answer dispute: please give dispute.")).Id;
        request["Outcome"] = Outcome.Get(context) ?? throw new InvalidPluginExecutionException("Answer dispute: please give outcome.");
        request["Answer"] = Reply.Get(context) ?? throw new InvalidPluginExecutionException("Answer dispute: please give answer.");
        if (Amount?.Get(context) is { } amount and not 0) request["Amount"] = amount;
        if (Language?.Get(context) is { } language and not 0) request["Language"] = language;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        if (Read<Guid>(response, "AdjustingLineId") is var adjustingLine && adjustingLine != Guid.Empty) AdjustingLine?.Set(context, new EntityReference("crmx_compensationline", adjustingLine));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
    }
}
