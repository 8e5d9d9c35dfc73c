using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_SplitCustomer</c>. Linked records that are somebody else leave a customer.</summary>
[Activity("Split customer", "Linked records that are somebody else leave a customer.")]
public sealed class SplitCustomerActivity : ApiActivity
{
    [Input("Customer")]
    [ReferenceTarget("crmx_customer")]
    [RequiredArgument]
    public InArgument<EntityReference> Customer { get; set; } = null!;

    [Input("Linked records")]
    [RequiredArgument]
    public InArgument<string> Links { get; set; } = null!;

    [Input("Reason")]
    [RequiredArgument]
    public InArgument<string> Reason { get; set; } = null!;

    /// <summary>1033 or 3082; the caller's own where it is left empty.</summary>
    [Input("Language")]
    public InArgument<int> Language { get; set; } = null!;

    [Output("Operation")]
    [ReferenceTarget("crmx_identityoperation")]
    public OutArgument<EntityReference> Operation { get; set; } = null!;

    [Output("New customer")]
    [ReferenceTarget("crmx_customer")]
    public OutArgument<EntityReference> NewCustomer { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_SplitCustomer");
        request["CustomerId"] = (Customer.Get(context) ?? throw new InvalidPluginExecutionException("Split customer: please give customer.")).Id;
        request["Links"] = Links.Get(context) ?? throw new InvalidPluginExecutionException("Split customer: please give linked records.");
        request["Reason"] = Reason.Get(context) ?? throw new InvalidPluginExecutionException("Split customer: please give reason.");
        if (Language?.Get(context) is { } language and not 0) request["Language"] = language;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        if (Read<Guid>(response, "OperationId") is var operation && operation != Guid.Empty) Operation?.Set(context, new EntityReference("crmx_identityoperation", operation));
        if (Read<Guid>(response, "NewCustomerId") is var newCustomer && newCustomer != Guid.Empty) NewCustomer?.Set(context, new EntityReference("crmx_customer", newCustomer));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
    }
}
