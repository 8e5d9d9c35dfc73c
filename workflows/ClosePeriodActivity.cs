using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_ClosePeriod</c>. Values the customers and calculates everybody's statement of a period, in slices in the background.</summary>
[Activity("Close period", "Values the customers and calculates everybody's statement of a period, in slices in the background.")]
public sealed class ClosePeriodActivity : ApiActivity
{
    [Input("Period")]
    [ReferenceTarget("crmx_compensationperiod")]
    [RequiredArgument]
    public InArgument<EntityReference> Period { get; set; } = null!;

    /// <summary>1033 or 3082; the caller's own where it is left empty.</summary>
    [Input("Language")]
    public InArgument<int> Language { get; set; } = null!;

    [Output("Work")]
    [ReferenceTarget("crmx_closingwork")]
    public OutArgument<EntityReference> Work { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_ClosePeriod");
        request["PeriodId"] = (Period.Get(context) ?? throw new InvalidPluginExecutionException("Close period: please give period.")).Id;
        if (Language?.Get(context) is { } language and not 0) request["Language"] = language;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        if (Read<Guid>(response, "WorkId") is var work && work != Guid.Empty) Work?.Set(context, new EntityReference("crmx_closingwork", work));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
    }
}
