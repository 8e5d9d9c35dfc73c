using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_NewPlanVersion</c>. Copies a compensation plan into a draft with the next number.</summary>
[Activity("New plan version", "Copies a compensation plan into a draft with the next number.")]
public sealed class NewPlanVersionActivity : ApiActivity
{
    [Input("Plan")]
    [ReferenceTarget("crmx_compensationplan")]
    [RequiredArgument]
    public InArgument<EntityReference> Plan { get; set; } = null!;

    /// <summary>1033 or 3082; the caller's own where it is left empty.</summary>
    [Input("Language")]
    public InArgument<int> Language { get; set; } = null!;

    [Output("New plan")]
    [ReferenceTarget("crmx_compensationplan")]
    public OutArgument<EntityReference> NewPlan { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_NewPlanVersion");
        request["PlanId"] = (Plan.Get(context) ?? throw new InvalidPluginExecutionException("New plan version: please give plan.")).Id;
        if (Language?.Get(context) is { } language and not 0) request["Language"] = language;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        if (Read<Guid>(response, "NewPlanId") is var newPlan && newPlan != Guid.Empty) NewPlan?.Set(context, new EntityReference("crmx_compensationplan", newPlan));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
    }
}
