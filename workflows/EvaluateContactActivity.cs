using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Asks <c>crmx_EvaluateContact</c> whether a customer may be contacted, why, and when.</summary>
[Activity("Evaluate contact", "Tells whether a customer may be contacted by a channel, for a purpose, at a time; why; and when it would be allowed.")]
public sealed class EvaluateContactActivity : ApiActivity
{
    [Input("Customer")]
    [ReferenceTarget("crmx_customer")]
    [RequiredArgument]
    public InArgument<EntityReference> Customer { get; set; } = null!;

    /// <summary>phonecall, email, letter, sms, whatsapp, visit or chat.</summary>
    [Input("Channel")]
    [RequiredArgument]
    public InArgument<string> Channel { get; set; } = null!;

    /// <summary>thankyou, reminder, collection, promise, sales, survey, service, fraudalert, otp, requested, notice or outage.</summary>
    [Input("Purpose")]
    [RequiredArgument]
    public InArgument<string> Purpose { get; set; } = null!;

    /// <summary>When; now if it is empty.</summary>
    [Input("At")]
    public InArgument<DateTime> At { get; set; } = null!;

    [Output("Allowed")]
    public OutArgument<bool> Allowed { get; set; } = null!;

    /// <summary>allowed, moved or stopped.</summary>
    [Output("Decision")]
    public OutArgument<string> Decision { get; set; } = null!;

    /// <summary>When it would be allowed, UTC; the smallest date where that is never.</summary>
    [Output("Next allowed at")]
    public OutArgument<DateTime> NextAllowedAt { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var customer = Customer.Get(context) ?? throw new InvalidPluginExecutionException("Evaluate contact: please give the customer.");
        var request = new OrganizationRequest("crmx_EvaluateContact")
        {
            ["CustomerId"] = customer.Id,
            ["Channel"] = Channel.Get(context),
            ["Purpose"] = Purpose.Get(context),
        };

        // an argument that the workflow left empty holds the type's default
        var at = At?.Get(context) ?? default;
        if (at != default) request["At"] = at;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        Allowed?.Set(context, Read<bool>(response, "Allowed"));
        Decision?.Set(context, Read<string>(response, "Decision") ?? "");
        NextAllowedAt?.Set(context, Read<DateTime>(response, "NextAllowedAt"));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
    }
}
