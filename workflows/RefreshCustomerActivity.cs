using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Asks <c>crmx_RefreshCustomer</c> to compute a customer anew from its records.</summary>
[Activity("Refresh customer", "Computes a customer's golden record, delinquency, restriction and last contact anew and tells where each value comes from.")]
public sealed class RefreshCustomerActivity : ApiActivity
{
    [Input("Customer")]
    [ReferenceTarget("crmx_customer")]
    [RequiredArgument]
    public InArgument<EntityReference> Customer { get; set; } = null!;

    /// <summary>1033 or 3082; as the API has it where it is left empty.</summary>
    [Input("Language")]
    public InArgument<int> Language { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    /// <summary>The lineage as JSON.</summary>
    [Output("Details")]
    public OutArgument<string> Details { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var customer = Customer.Get(context) ?? throw new InvalidPluginExecutionException("Refresh customer: please give the customer.");
        var request = new OrganizationRequest("crmx_RefreshCustomer") { ["CustomerId"] = customer.Id };
        if (Language?.Get(context) is { } language and not 0) request["Language"] = language;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
        Details?.Set(context, Read<string>(response, "Details") ?? "");
    }
}
