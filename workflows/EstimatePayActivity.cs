using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_EstimatePay</c>. What a statement would come to if customers' value or HR's figures were others.</summary>
[Activity("Estimate pay", "What a statement would come to if customers' value or HR's figures were others.")]
public sealed class EstimatePayActivity : ApiActivity
{
    [Input("Statement")]
    [ReferenceTarget("crmx_compensationstatement")]
    [RequiredArgument]
    public InArgument<EntityReference> Statement { get; set; } = null!;

    [Input("Changes")]
    [RequiredArgument]
    public InArgument<string> Changes { get; set; } = null!;

    /// <summary>1033 or 3082; the caller's own where it is left empty.</summary>
    [Input("Language")]
    public InArgument<int> Language { get; set; } = null!;

    [Output("Payable")]
    public OutArgument<decimal> Payable { get; set; } = null!;

    [Output("Stated")]
    public OutArgument<decimal> Stated { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    [Output("Details")]
    public OutArgument<string> Details { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_EstimatePay");
        request["StatementId"] = (Statement.Get(context) ?? throw new InvalidPluginExecutionException("Estimate pay: please give statement.")).Id;
        request["Changes"] = Changes.Get(context) ?? throw new InvalidPluginExecutionException("Estimate pay: please give changes.");
        if (Language?.Get(context) is { } language and not 0) request["Language"] = language;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        Payable?.Set(context, Read<decimal>(response, "Payable"));
        Stated?.Set(context, Read<decimal>(response, "Stated"));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
        Details?.Set(context, Read<string>(response, "Details") ?? "");
    }
}
