using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_HandOverCustomer</c>. Gives a customer to another manager, with a note.</summary>
[Activity("Hand over customer", "Gives a customer to another manager, with a note.")]
public sealed class HandOverCustomerActivity : ApiActivity
{
    [Input("Customer")]
    [ReferenceTarget("crmx_customer")]
    [RequiredArgument]
    public InArgument<EntityReference> Customer { get; set; } = null!;

    [Input("Worker")]
    [ReferenceTarget("crmx_worker")]
    [RequiredArgument]
    public InArgument<EntityReference> Worker { get; set; } = null!;

    [Input("From")]
    [RequiredArgument]
    public InArgument<DateTime> From { get; set; } = null!;

    [Input("Note")]
    [RequiredArgument]
    public InArgument<string> Note { get; set; } = null!;

    [Input("Share")]
    public InArgument<decimal> Share { get; set; } = null!;

    /// <summary>1033 or 3082; the caller's own where it is left empty.</summary>
    [Input("Language")]
    public InArgument<int> Language { get; set; } = null!;

    [Output("Assignment")]
    [ReferenceTarget("crmx_creditassignment")]
    public OutArgument<EntityReference> Assignment { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_HandOverCustomer");
        request["CustomerId"] = (Customer.Get(context) ?? throw new InvalidPluginExecutionException("Hand over customer: please give customer.")).Id;
        request["WorkerId"] = (Worker.Get(context) ?? throw new InvalidPluginExecutionException("Hand over customer: please give worker.")).Id;
        request["From"] = From.Get(context);
        request["Note"] = Note.Get(context) ?? throw new InvalidPluginExecutionException("Hand over customer: please give note.");
        if (Share?.Get(context) is { } share and not 0) request["Share"] = share;
        if (Language?.Get(context) is { } language and not 0) request["Language"] = language;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        if (Read<Guid>(response, "AssignmentId") is var assignment && assignment != Guid.Empty) Assignment?.Set(context, new EntityReference("crmx_creditassignment", assignment));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
    }
}
