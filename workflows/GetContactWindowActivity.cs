using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Asks <c>crmx_GetContactWindow</c> when a customer may be contacted in the next seven days.</summary>
[Activity("Get contact window", "The hours of the next seven days in which a customer may be contacted, and what closes the others.")]
public sealed class GetContactWindowActivity : ApiActivity
{
    [Input("Customer")]
    [ReferenceTarget("crmx_customer")]
    [RequiredArgument]
    public InArgument<EntityReference> Customer { get; set; } = null!;

    /// <summary>phonecall if it is empty.</summary>
    [Input("Channel")]
    public InArgument<string> Channel { get; set; } = null!;

    /// <summary>collection if it is empty.</summary>
    [Input("Purpose")]
    public InArgument<string> Purpose { get; set; } = null!;

    /// <summary>UTC; the smallest date where there is none in two months.</summary>
    [Output("Next allowed at")]
    public OutArgument<DateTime> NextAllowedAt { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    /// <summary>The grid as JSON.</summary>
    [Output("Details")]
    public OutArgument<string> Details { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var customer = Customer.Get(context) ?? throw new InvalidPluginExecutionException("Get contact window: please give the customer.");
        var request = new OrganizationRequest("crmx_GetContactWindow") { ["CustomerId"] = customer.Id };
        var channel = Channel?.Get(context);
        if (!string.IsNullOrEmpty(channel)) request["Channel"] = channel;
        var purpose = Purpose?.Get(context);
        if (!string.IsNullOrEmpty(purpose)) request["Purpose"] = purpose;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        NextAllowedAt?.Set(context, Read<DateTime>(response, "NextAllowedAt"));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
        Details?.Set(context, Read<string>(response, "Details") ?? "");
    }
}
