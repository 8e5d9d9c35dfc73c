using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_ExportCustomer</c>. Writes down everything held about a customer, and what for.</summary>
[Activity("Export customer", "Writes down everything held about a customer, and what for.")]
public sealed class ExportCustomerActivity : ApiActivity
{
    [Input("Customer")]
    [ReferenceTarget("crmx_customer")]
    [RequiredArgument]
    public InArgument<EntityReference> Customer { get; set; } = null!;

    /// <summary>1033 or 3082; the caller's own where it is left empty.</summary>
    [Input("Language")]
    public InArgument<int> Language { get; set; } = null!;

    [Output("Text")]
    public OutArgument<string> Text { get; set; } = null!;

    [Output("Count")]
    public OutArgument<int> Count { get; set; } = null!;

    [Output("Details")]
    public OutArgument<string> Details { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_ExportCustomer");
        request["CustomerId"] = (Customer.Get(context) ?? throw new InvalidPluginExecutionException("Export customer: please give customer.")).Id;
        if (Language?.Get(context) is { } language and not 0) request["Language"] = language;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        Text?.Set(context, Read<string>(response, "Text") ?? "");
        Count?.Set(context, Read<int>(response, "Count"));
        Details?.Set(context, Read<string>(response, "Details") ?? "");
    }
}
