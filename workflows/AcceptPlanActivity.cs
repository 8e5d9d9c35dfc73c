using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_AcceptPlan</c>. Records that a worker accepts the plan.</summary>
[Activity("Accept plan", "Records that a worker accepts the plan.")]
public sealed class AcceptPlanActivity : ApiActivity
{
    [Input("Participation")]
    [ReferenceTarget("crmx_planparticipation")]
    [RequiredArgument]
    public InArgument<EntityReference> Participation { get; set; } = null!;

    /// <summary>1033 or 3082; the caller's own where it is left empty.</summary>
    [Input("Language")]
    public InArgument<int> Language { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_AcceptPlan");
        request["ParticipationId"] = (Participation.Get(context) ?? throw new InvalidPluginExecutionException("Accept plan: please give participation.")).Id;
        if (Language?.Get(context) is { } language and not 0) request["Language"] = language;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
    }
}
