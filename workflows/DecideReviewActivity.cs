using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Tells <c>crmx_DecideReview</c> whether two records are the same customer.</summary>
[Activity("Decide review", "Says of the two records of a review whether they are the same customer, for ever.")]
public sealed class DecideReviewActivity : ApiActivity
{
    [Input("Review")]
    [ReferenceTarget("crmx_clericalreview")]
    [RequiredArgument]
    public InArgument<EntityReference> Review { get; set; } = null!;

    /// <summary>same or different.</summary>
    [Input("Decision")]
    [RequiredArgument]
    public InArgument<string> Decision { get; set; } = null!;

    [Input("Reason")]
    public InArgument<string> Reason { get; set; } = null!;

    [Output("Customer")]
    [ReferenceTarget("crmx_customer")]
    public OutArgument<EntityReference> Customer { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var review = Review.Get(context) ?? throw new InvalidPluginExecutionException("Decide review: please give the review.");
        var request = new OrganizationRequest("crmx_DecideReview") { ["ReviewId"] = review.Id, ["Decision"] = Decision.Get(context) };
        if (Reason?.Get(context) is { Length: > 0 } reason) request["Reason"] = reason;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        var customer = Read<System.Guid>(response, "CustomerId");
        Customer?.Set(context, customer == System.Guid.Empty ? null! : new EntityReference("crmx_customer", customer));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
    }
}
