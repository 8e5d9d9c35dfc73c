using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_ApproveStatement</c>. Takes a statement one step on: calculated, shown, approved by the manager, approved by HR.</summary>
[Activity("Approve statement", "Takes a statement one step on: calculated, shown, approved by the manager, approved by HR.")]
public sealed class ApproveStatementActivity : ApiActivity
{
    [Input("Statement")]
    [ReferenceTarget("crmx_compensationstatement")]
    [RequiredArgument]
    public InArgument<EntityReference> Statement { get; set; } = null!;

    /// <summary>1033 or 3082; the caller's own where it is left empty.</summary>
    [Input("Language")]
    public InArgument<int> Language { get; set; } = null!;

    [Output("State")]
    public OutArgument<string> State { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_ApproveStatement");
        request["StatementId"] = (Statement.Get(context) ?? throw new InvalidPluginExecutionException("Approve statement: please give statement.")).Id;
        if (Language?.Get(context) is { } language and not 0) request["Language"] = language;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        State?.Set(context, Read<string>(response, "State") ?? "");
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
    }
}
