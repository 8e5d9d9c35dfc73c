using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_RefreshValue</c>: values one customer at once, or all customers of a period in the background.</summary>
[Activity("Refresh value", "Measures what customers are worth and takes snapshots: at a period's start, when a segment has changed, and at its close.")]
public sealed class RefreshValueActivity : ApiActivity
{
    /// <summary>The one that contains the day if it is empty.</summary>
    [Input("Period")]
    [ReferenceTarget("crmx_compensationperiod")]
    public InArgument<EntityReference> Period { get; set; } = null!;

    /// <summary>The last day that counts; yesterday if it is empty.</summary>
    [Input("As of")]
    public InArgument<DateTime> AsOf { get; set; } = null!;

    /// <summary>All, in the background, if it is empty.</summary>
    [Input("Customer")]
    [ReferenceTarget("crmx_customer")]
    public InArgument<EntityReference> Customer { get; set; } = null!;

    /// <summary>1033 or 3082; as the API has it where it is left empty.</summary>
    [Input("Language")]
    public InArgument<int> Language { get; set; } = null!;

    [Output("Count")]
    public OutArgument<int> Count { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    [Output("Details")]
    public OutArgument<string> Details { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_RefreshValue");
        if (Period?.Get(context) is { } period) request["PeriodId"] = period.Id;
        if (AsOf?.Get(context) is { } asOf && asOf > DateTime.MinValue) request["AsOf"] = asOf;
        if (Customer?.Get(context) is { } customer) request["CustomerId"] = customer.Id;
        if (Language?.Get(context) is { } language and not 0) request["Language"] = language;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        Count?.Set(context, Read<int>(response, "Count"));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
        Details?.Set(context, Read<string>(response, "Details") ?? "");
    }
}
