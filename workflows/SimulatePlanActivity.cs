using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_SimulatePlan</c>. What a plan would have paid in past periods: cost, winners and losers, and how much hangs on a tenth more or less of customers' value.</summary>
[Activity("Simulate plan", "What a plan would have paid in past periods: cost, winners and losers, and how much hangs on a tenth more or less of customers' value.")]
public sealed class SimulatePlanActivity : ApiActivity
{
    [Input("Plan")]
    [ReferenceTarget("crmx_compensationplan")]
    [RequiredArgument]
    public InArgument<EntityReference> Plan { get; set; } = null!;

    [Input("Periods")]
    [RequiredArgument]
    public InArgument<string> Periods { get; set; } = null!;

    /// <summary>1033 or 3082; the caller's own where it is left empty.</summary>
    [Input("Language")]
    public InArgument<int> Language { get; set; } = null!;

    [Output("Cost")]
    public OutArgument<decimal> Cost { get; set; } = null!;

    [Output("Earned")]
    public OutArgument<decimal> Earned { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    [Output("Details")]
    public OutArgument<string> Details { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_SimulatePlan");
        request["PlanId"] = (Plan.Get(context) ?? throw new InvalidPluginExecutionException("Simulate plan: please give plan.")).Id;
        request["Periods"] = Periods.Get(context) ?? throw new InvalidPluginExecutionException("Simulate plan: please give periods.");
        if (Language?.Get(context) is { } language and not 0) request["Language"] = language;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        Cost?.Set(context, Read<decimal>(response, "Cost"));
        Earned?.Set(context, Read<decimal>(response, "Earned"));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
        Details?.Set(context, Read<string>(response, "Details") ?? "");
    }
}
