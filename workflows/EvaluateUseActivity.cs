using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_EvaluateUse</c>. Tells whether a decision for a purpose may rest on facts of these topics.</summary>
[Activity("Evaluate use of facts", "Tells whether a decision for a purpose may rest on facts of these topics.")]
public sealed class EvaluateUseActivity : ApiActivity
{
    /// <summary>Whom it is about.</summary>
    [Input("Customer")]
    [ReferenceTarget("crmx_customer")]
    [RequiredArgument]
    public InArgument<EntityReference> Customer { get; set; } = null!;

    /// <summary>Codes of topics with commas between them.</summary>
    [Input("Topics")]
    [RequiredArgument]
    public InArgument<string> Topics { get; set; } = null!;

    /// <summary>order, service, sales, collection, complaint, payment, survey, marketing, care, credit, legal or accountmanagement.</summary>
    [Input("Purpose")]
    [RequiredArgument]
    public InArgument<string> Purpose { get; set; } = null!;

    [Output("Allowed")]
    public OutArgument<bool> Allowed { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_EvaluateUse");
        var customer = Customer.Get(context) ?? throw new InvalidPluginExecutionException("Evaluate use of facts: please give the customer.");
        request["CustomerId"] = customer.Id;
        request["Topics"] = Topics.Get(context);
        request["Purpose"] = Purpose.Get(context);
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        Allowed?.Set(context, Read<bool>(response, "Allowed"));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
    }
}
