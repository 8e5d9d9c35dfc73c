using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_GetCustomerView</c>. Makes one card of a customer for one purpose: what the moment needs, and nothing else.</summary>
[Activity("Get customer view", "Makes one card of a customer for one purpose: what the moment needs, and nothing else.")]
public sealed class GetCustomerViewActivity : ApiActivity
{
    /// <summary>Whom it is about.</summary>
    [Input("Customer")]
    [ReferenceTarget("crmx_customer")]
    [RequiredArgument]
    public InArgument<EntityReference> Customer { get; set; } = null!;

    /// <summary>order, service, sales, collection, complaint, payment, survey, marketing, care, credit, legal or accountmanagement.</summary>
    [Input("Purpose")]
    [RequiredArgument]
    public InArgument<string> Purpose { get; set; } = null!;

    /// <summary>phonecall, email, letter, sms, whatsapp, visit or chat.</summary>
    [Input("Channel")]
    [RequiredArgument]
    public InArgument<string> Channel { get; set; } = null!;

    /// <summary>none, known, verified or strong.</summary>
    [Input("Verification")]
    [RequiredArgument]
    public InArgument<string> Verification { get; set; } = null!;

    /// <summary>Breaks the glass: why more must be seen; the topics' stewards are told.</summary>
    [Input("Reason")]
    public InArgument<string> Reason { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    [Output("Details")]
    public OutArgument<string> Details { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_GetCustomerView");
        var customer = Customer.Get(context) ?? throw new InvalidPluginExecutionException("Get customer view: please give the customer.");
        request["CustomerId"] = customer.Id;
        request["Purpose"] = Purpose.Get(context);
        request["Channel"] = Channel.Get(context);
        request["Verification"] = Verification.Get(context);
        if (Reason?.Get(context) is { Length: > 0 } reason) request["Reason"] = reason;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
        Details?.Set(context, Read<string>(response, "Details") ?? "");
    }
}
