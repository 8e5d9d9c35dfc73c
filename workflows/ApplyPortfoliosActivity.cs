using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_ApplyPortfolios</c>. Hands the customers of a proposal over; again while more are left.</summary>
[Activity("Apply portfolios", "Hands the customers of a proposal over; again while more are left.")]
public sealed class ApplyPortfoliosActivity : ApiActivity
{
    [Input("Proposal")]
    [ReferenceTarget("crmx_portfolioproposal")]
    [RequiredArgument]
    public InArgument<EntityReference> Proposal { get; set; } = null!;

    /// <summary>1033 or 3082; the caller's own where it is left empty.</summary>
    [Input("Language")]
    public InArgument<int> Language { get; set; } = null!;

    [Output("Done")]
    public OutArgument<int> Done { get; set; } = null!;

    [Output("More")]
    public OutArgument<bool> More { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_ApplyPortfolios");
        request["ProposalId"] = (Proposal.Get(context) ?? throw new InvalidPluginExecutionException("Apply portfolios: please give proposal.")).Id;
        if (Language?.Get(context) is { } language and not 0) request["Language"] = language;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        Done?.Set(context, Read<int>(response, "Done"));
        More?.Set(context, Read<bool>(response, "More"));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
    }
}
