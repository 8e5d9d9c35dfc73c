using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_ComposeContact</c>. Writes subject and body of a contact in the customer's language and form of address.</summary>
[Activity("Compose contact", "Writes subject and body of a contact in the customer's language and form of address.")]
public sealed class ComposeContactActivity : ApiActivity
{
    [Input("Customer")]
    [ReferenceTarget("crmx_customer")]
    [RequiredArgument]
    public InArgument<EntityReference> Customer { get; set; } = null!;

    /// <summary>A purpose; after a slash the occasion.</summary>
    [Input("Purpose")]
    [RequiredArgument]
    public InArgument<string> Purpose { get; set; } = null!;

    [Input("Channel")]
    [RequiredArgument]
    public InArgument<string> Channel { get; set; } = null!;

    [Input("Obligation")]
    [ReferenceTarget("crmx_obligation")]
    public InArgument<EntityReference> Obligation { get; set; } = null!;

    /// <summary>1033 or 3082; as the API has it where it is left empty.</summary>
    [Input("Language")]
    public InArgument<int> Language { get; set; } = null!;

    [Output("Subject")]
    public OutArgument<string> Subject { get; set; } = null!;

    /// <summary>HTML for e-mails, plain text otherwise.</summary>
    [Output("Body")]
    public OutArgument<string> Body { get; set; } = null!;

    [Output("Template")]
    public OutArgument<string> TemplateId { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_ComposeContact");
        request["CustomerId"] = (Customer.Get(context) ?? throw new InvalidPluginExecutionException("Compose contact: please give customer.")).Id;
        request["Purpose"] = Purpose.Get(context);
        request["Channel"] = Channel.Get(context);
        if (Obligation?.Get(context) is { } obligation) request["ObligationId"] = obligation.Id;
        if (Language?.Get(context) is { } language and not 0) request["Language"] = language;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        Subject?.Set(context, Read<string>(response, "Subject") ?? "");
        Body?.Set(context, Read<string>(response, "Body") ?? "");
        TemplateId?.Set(context, Read<string>(response, "TemplateId") ?? "");
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
    }
}
