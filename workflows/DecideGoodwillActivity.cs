using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_DecideGoodwill</c>. Says yes or no to a request for goodwill that was beyond the limit of who asked.</summary>
[Activity("Decide goodwill", "Says yes or no to a request for goodwill that was beyond the limit of who asked.")]
public sealed class DecideGoodwillActivity : ApiActivity
{
    /// <summary>The request.</summary>
    [Input("Grant")]
    [ReferenceTarget("crmx_goodwillgrant")]
    [RequiredArgument]
    public InArgument<EntityReference> Grant { get; set; } = null!;

    /// <summary>Yes or no.</summary>
    [Input("Approve")]
    [RequiredArgument]
    public InArgument<bool> Approve { get; set; } = null!;

    /// <summary>Why; needed for a no.</summary>
    [Input("Reason")]
    public InArgument<string> Reason { get; set; } = null!;

    [Output("Granted")]
    public OutArgument<bool> Granted { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    [Output("Details")]
    public OutArgument<string> Details { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_DecideGoodwill");
        var grant = Grant.Get(context) ?? throw new InvalidPluginExecutionException("Decide goodwill: please give the grant.");
        request["GrantId"] = grant.Id;
        request["Approve"] = Approve.Get(context);
        if (Reason?.Get(context) is { Length: > 0 } reason) request["Reason"] = reason;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        Granted?.Set(context, Read<bool>(response, "Granted"));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
        Details?.Set(context, Read<string>(response, "Details") ?? "");
    }
}
