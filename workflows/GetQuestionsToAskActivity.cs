using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_GetQuestionsToAsk</c>. Tells what may be asked of a customer for a purpose: only what nobody knows yet, what has expired and what contradicts.</summary>
[Activity("Get questions to ask", "Tells what may be asked of a customer for a purpose: only what nobody knows yet, what has expired and what contradicts.")]
public sealed class GetQuestionsToAskActivity : ApiActivity
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

    [Output("Count")]
    public OutArgument<int> Count { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    [Output("Details")]
    public OutArgument<string> Details { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_GetQuestionsToAsk");
        var customer = Customer.Get(context) ?? throw new InvalidPluginExecutionException("Get questions to ask: please give the customer.");
        request["CustomerId"] = customer.Id;
        request["Purpose"] = Purpose.Get(context);
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        Count?.Set(context, Read<int>(response, "Count"));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
        Details?.Set(context, Read<string>(response, "Details") ?? "");
    }
}
