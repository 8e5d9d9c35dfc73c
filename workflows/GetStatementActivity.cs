using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_GetStatement</c>. A statement in three sentences, with every line by customer.</summary>
[Activity("Get statement", "A statement in three sentences, with every line by customer.")]
public sealed class GetStatementActivity : ApiActivity
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

    [Output("Details")]
    public OutArgument<string> Details { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_GetStatement");
        request["StatementId"] = (Statement.Get(context) ?? throw new InvalidPluginExecutionException("Get statement: please give statement.")).Id;
        if (Language?.Get(context) is { } language and not 0) request["Language"] = language;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
        Details?.Set(context, Read<string>(response, "Details") ?? "");
    }
}
