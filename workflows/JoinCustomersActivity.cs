using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_JoinCustomers</c>. Makes two customers one; it can be undone.</summary>
[Activity("Join customers", "Makes two customers one; it can be undone.")]
public sealed class JoinCustomersActivity : ApiActivity
{
    [Input("Customer")]
    [ReferenceTarget("crmx_customer")]
    [RequiredArgument]
    public InArgument<EntityReference> Customer { get; set; } = null!;

    [Input("Other customer")]
    [ReferenceTarget("crmx_customer")]
    [RequiredArgument]
    public InArgument<EntityReference> Other { get; set; } = null!;

    [Input("Reason")]
    [RequiredArgument]
    public InArgument<string> Reason { get; set; } = null!;

    /// <summary>1033 or 3082; the caller's own where it is left empty.</summary>
    [Input("Language")]
    public InArgument<int> Language { get; set; } = null!;

    [Output("Operation")]
    [ReferenceTarget("crmx_identityoperation")]
    public OutArgument<EntityReference> Operation { get; set; } = null!;

    [Output("Survivor")]
    [ReferenceTarget("crmx_customer")]
    public OutArgument<EntityReference> Survivor { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_JoinCustomers");
        request["CustomerId"] = (Customer.Get(context) ?? throw new InvalidPluginExecutionException("Join customers: please give customer.")).Id;
        request["OtherId"] = (Other.Get(context) ?? throw new InvalidPluginExecutionException("Join customers: please give other customer.")).Id;
        request["Reason"] = Reason.Get(context) ?? throw new InvalidPluginExecutionException("Join customers: please give reason.");
        if (Language?.Get(context) is { } language and not 0) request["Language"] = language;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        if (Read<Guid>(response, "OperationId") is var operation && operation != Guid.Empty) Operation?.Set(context, new EntityReference("crmx_identityoperation", operation));
        if (Read<Guid>(response, "SurvivorId") is var survivor && survivor != Guid.Empty) Survivor?.Set(context, new EntityReference("crmx_customer", survivor));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
    }
}
