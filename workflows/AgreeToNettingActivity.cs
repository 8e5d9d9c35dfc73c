using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_AgreeToNetting</c>. Records that the worker agrees that what a statement carries is netted within the law.</summary>
[Activity("Agree to netting", "Records that the worker agrees that what a statement carries is netted within the law.")]
public sealed class AgreeToNettingActivity : ApiActivity
{
    [Input("Statement")]
    [ReferenceTarget("crmx_compensationstatement")]
    [RequiredArgument]
    public InArgument<EntityReference> Statement { get; set; } = null!;

    /// <summary>1033 or 3082; the caller's own where it is left empty.</summary>
    [Input("Language")]
    public InArgument<int> Language { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_AgreeToNetting");
        request["StatementId"] = (Statement.Get(context) ?? throw new InvalidPluginExecutionException("Agree to netting: please give statement.")).Id;
        if (Language?.Get(context) is { } language and not 0) request["Language"] = language;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
    }
}
