using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Asks <c>crmx_ReportObserved</c> what the rules would have done to the contacts of the last days.</summary>
[Activity("Report observed contacts", "Tells what would have been moved or stopped of the contacts of the last days, by rule, department and channel.")]
public sealed class ReportObservedActivity : ApiActivity
{
    /// <summary>How many days back; 90 if it is empty.</summary>
    [Input("Days")]
    public InArgument<int> Days { get; set; } = null!;

    /// <summary>The purpose of contacts that name none; collection if it is empty.</summary>
    [Input("Assumed purpose")]
    public InArgument<string> AssumePurpose { get; set; } = null!;

    [Output("Judged")]
    public OutArgument<int> Judged { get; set; } = null!;

    [Output("Moved")]
    public OutArgument<int> Moved { get; set; } = null!;

    [Output("Stopped")]
    public OutArgument<int> Stopped { get; set; } = null!;

    [Output("Breaches")]
    public OutArgument<int> Breaches { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_ReportObserved");
        var days = Days?.Get(context) ?? 0;
        if (days != 0) request["Days"] = days;
        var purpose = AssumePurpose?.Get(context);
        if (!string.IsNullOrEmpty(purpose)) request["AssumePurpose"] = purpose;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        Judged?.Set(context, Read<int>(response, "Judged"));
        Moved?.Set(context, Read<int>(response, "Moved"));
        Stopped?.Set(context, Read<int>(response, "Stopped"));
        Breaches?.Set(context, Read<int>(response, "Breaches"));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
    }
}
