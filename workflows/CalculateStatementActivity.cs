using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_CalculateStatement</c>. Calculates a worker's statement of a period.</summary>
[Activity("Calculate statement", "Calculates a worker's statement of a period.")]
public sealed class CalculateStatementActivity : ApiActivity
{
    [Input("Worker")]
    [ReferenceTarget("crmx_worker")]
    [RequiredArgument]
    public InArgument<EntityReference> Worker { get; set; } = null!;

    [Input("Period")]
    [ReferenceTarget("crmx_compensationperiod")]
    [RequiredArgument]
    public InArgument<EntityReference> Period { get; set; } = null!;

    /// <summary>1033 or 3082; the caller's own where it is left empty.</summary>
    [Input("Language")]
    public InArgument<int> Language { get; set; } = null!;

    [Output("Statement")]
    [ReferenceTarget("crmx_compensationstatement")]
    public OutArgument<EntityReference> Statement { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_CalculateStatement");
        request["WorkerId"] = (Worker.Get(context) ?? throw new InvalidPluginExecutionException("Calculate statement: please give worker.")).Id;
        request["PeriodId"] = (Period.Get(context) ?? throw new InvalidPluginExecutionException("Calculate statement: please give period.")).Id;
        if (Language?.Get(context) is { } language and not 0) request["Language"] = language;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        if (Read<Guid>(response, "StatementId") is var statement && statement != Guid.Empty) Statement?.Set(context, new EntityReference("crmx_compensationstatement", statement));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
    }
}
