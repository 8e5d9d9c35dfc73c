using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_CheckPlan</c>. Says whether a compensation plan could be approved.</summary>
[Activity("Check plan", "Says whether a compensation plan could be approved.")]
public sealed class CheckPlanActivity : ApiActivity
{
    [Input("Plan")]
    [ReferenceTarget("crmx_compensationplan")]
    [RequiredArgument]
    public InArgument<EntityReference> Plan { get; set; } = null!;

    /// <summary>1033 or 3082; the caller's own where it is left empty.</summary>
    [Input("Language")]
    public InArgument<int> Language { get; set; } = null!;

    [Output("Allowed")]
    public OutArgument<bool> Allowed { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    [Output("Details")]
    public OutArgument<string> Details { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_CheckPlan");
        request["PlanId"] = (Plan.Get(context) ?? throw new InvalidPluginExecutionException("Check plan: please give plan.")).Id;
        if (Language?.Get(context) is { } language and not 0) request["Language"] = language;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        Allowed?.Set(context, Read<bool>(response, "Allowed"));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
        Details?.Set(context, Read<string>(response, "Details") ?? "");
    }
}
