using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_ReportGoodwill</c>. Tells what was granted in the last days, and which grants a person should look at.</summary>
[Activity("Report goodwill", "Tells what was granted in the last days, and which grants a person should look at.")]
public sealed class ReportGoodwillActivity : ApiActivity
{
    /// <summary>How many days back; 90 if it is empty.</summary>
    [Input("Days")]
    public InArgument<int> Days { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    [Output("Details")]
    public OutArgument<string> Details { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_ReportGoodwill");
        if (Days?.Get(context) is { } days and not 0) request["Days"] = days;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
        Details?.Set(context, Read<string>(response, "Details") ?? "");
    }
}
