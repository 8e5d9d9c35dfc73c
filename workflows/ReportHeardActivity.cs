using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_ReportHeard</c>. Shows what outside call centres recorded: the commonest value of each topic with its share, and copied notes.</summary>
[Activity("Report what was heard", "Shows what outside call centres recorded: the commonest value of each topic with its share, and copied notes.")]
public sealed class ReportHeardActivity : ApiActivity
{
    /// <summary>How many days back; 90 if it is empty.</summary>
    [Input("Days")]
    public InArgument<int> Days { get; set; } = null!;

    /// <summary>Only what this company recorded.</summary>
    [Input("Agent company")]
    public InArgument<string> AgentCompany { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    [Output("Details")]
    public OutArgument<string> Details { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_ReportHeard");
        var days = Days?.Get(context) ?? 0;
        if (days != 0) request["Days"] = days;
        if (AgentCompany?.Get(context) is { Length: > 0 } agentCompany) request["AgentCompany"] = agentCompany;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
        Details?.Set(context, Read<string>(response, "Details") ?? "");
    }
}
