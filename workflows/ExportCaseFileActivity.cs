using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_ExportCaseFile</c>. Writes down everything done, stopped and why for one customer.</summary>
[Activity("Export case file", "Writes down everything done, stopped and why for one customer.")]
public sealed class ExportCaseFileActivity : ApiActivity
{
    [Input("Customer")]
    [ReferenceTarget("crmx_customer")]
    [RequiredArgument]
    public InArgument<EntityReference> Customer { get; set; } = null!;

    [Input("Obligation")]
    [ReferenceTarget("crmx_obligation")]
    public InArgument<EntityReference> Obligation { get; set; } = null!;

    [Input("Authority")]
    public InArgument<string> Authority { get; set; } = null!;

    /// <summary>1033 or 3082; as the API has it where it is left empty.</summary>
    [Input("Language")]
    public InArgument<int> Language { get; set; } = null!;

    [Output("Text")]
    public OutArgument<string> Text { get; set; } = null!;

    [Output("Count")]
    public OutArgument<int> Count { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_ExportCaseFile");
        request["CustomerId"] = (Customer.Get(context) ?? throw new InvalidPluginExecutionException("Export case file: please give customer.")).Id;
        if (Obligation?.Get(context) is { } obligation) request["ObligationId"] = obligation.Id;
        if (Authority?.Get(context) is { Length: > 0 } authority) request["Authority"] = authority;
        if (Language?.Get(context) is { } language and not 0) request["Language"] = language;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        Text?.Set(context, Read<string>(response, "Text") ?? "");
        Count?.Set(context, Read<int>(response, "Count"));
    }
}
