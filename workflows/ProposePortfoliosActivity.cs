using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_ProposePortfolios</c>. Proposes a manager for every customer of segment A or B.</summary>
[Activity("Propose portfolios", "Proposes a manager for every customer of segment A or B.")]
public sealed class ProposePortfoliosActivity : ApiActivity
{
    [Input("As of")]
    public InArgument<DateTime> AsOf { get; set; } = null!;

    /// <summary>1033 or 3082; the caller's own where it is left empty.</summary>
    [Input("Language")]
    public InArgument<int> Language { get; set; } = null!;

    [Output("Proposal")]
    [ReferenceTarget("crmx_portfolioproposal")]
    public OutArgument<EntityReference> Proposal { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    [Output("Details")]
    public OutArgument<string> Details { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_ProposePortfolios");
        if (AsOf?.Get(context) is { } asOf && asOf != default) request["AsOf"] = asOf;
        if (Language?.Get(context) is { } language and not 0) request["Language"] = language;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        if (Read<Guid>(response, "ProposalId") is var proposal && proposal != Guid.Empty) Proposal?.Set(context, new EntityReference("crmx_portfolioproposal", proposal));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
        Details?.Set(context, Read<string>(response, "Details") ?? "");
    }
}
