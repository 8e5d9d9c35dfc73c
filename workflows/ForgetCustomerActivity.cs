using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_ForgetCustomer</c>. Erases what law does not oblige us to keep about a customer.</summary>
[Activity("Forget customer", "Erases what law does not oblige us to keep about a customer.")]
public sealed class ForgetCustomerActivity : ApiActivity
{
    [Input("Customer")]
    [ReferenceTarget("crmx_customer")]
    [RequiredArgument]
    public InArgument<EntityReference> Customer { get; set; } = null!;

    [Input("Reason")]
    [RequiredArgument]
    public InArgument<string> Reason { get; set; } = null!;

    [Input("Dry run")]
    public InArgument<bool> DryRun { get; set; } = null!;

    /// <summary>1033 or 3082; the caller's own where it is left empty.</summary>
    [Input("Language")]
    public InArgument<int> Language { get; set; } = null!;

    [Output("Operation")]
    [ReferenceTarget("crmx_identityoperation")]
    public OutArgument<EntityReference> Operation { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    [Output("Details")]
    public OutArgument<string> Details { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_ForgetCustomer");
        request["CustomerId"] = (Customer.Get(context) ?? throw new InvalidPluginExecutionException("Forget customer: please give customer.")).Id;
        request["Reason"] = Reason.Get(context) ?? throw new InvalidPluginExecutionException("Forget customer: please give reason.");
        if (DryRun?.Get(context) == true) request["DryRun"] = true;
        if (Language?.Get(context) is { } language and not 0) request["Language"] = language;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        if (Read<Guid>(response, "OperationId") is var operation && operation != Guid.Empty) Operation?.Set(context, new EntityReference("crmx_identityoperation", operation));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
        Details?.Set(context, Read<string>(response, "Details") ?? "");
    }
}
