using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_ApprovePlan</c>. Approves a compensation plan that others wrote.</summary>
[Activity("Approve plan", "Approves a compensation plan that others wrote.")]
public sealed class ApprovePlanActivity : ApiActivity
{
    [Input("Plan")]
    [ReferenceTarget("crmx_compensationplan")]
    [RequiredArgument]
    public InArgument<EntityReference> Plan { get; set; } = null!;

    /// <summary>1033 or 3082; the caller's own where it is left empty.</summary>
    [Input("Language")]
    public InArgument<int> Language { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_ApprovePlan");
        request["PlanId"] = (Plan.Get(context) ?? throw new InvalidPluginExecutionException("Approve plan: please give plan.")).Id;
        if (Language?.Get(context) is { } language and not 0) request["Language"] = language;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
    }
}
