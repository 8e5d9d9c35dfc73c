using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Calls <c>crmx_ExportPayroll</c>. Writes the CSV for payroll of what HR has approved in a period and no file holds yet.</summary>
[Activity("Export payroll", "Writes the CSV for payroll of what HR has approved in a period and no file holds yet.")]
public sealed class ExportPayrollActivity : ApiActivity
{
    [Input("Period")]
    [ReferenceTarget("crmx_compensationperiod")]
    [RequiredArgument]
    public InArgument<EntityReference> Period { get; set; } = null!;

    [Input("Currency")]
    public InArgument<string> Currency { get; set; } = null!;

    [Input("Number")]
    public InArgument<int> Number { get; set; } = null!;

    /// <summary>1033 or 3082; the caller's own where it is left empty.</summary>
    [Input("Language")]
    public InArgument<int> Language { get; set; } = null!;

    [Output("Text")]
    public OutArgument<string> Text { get; set; } = null!;

    [Output("Total")]
    public OutArgument<decimal> Total { get; set; } = null!;

    [Output("Count")]
    public OutArgument<int> Count { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    [Output("Details")]
    public OutArgument<string> Details { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var request = new OrganizationRequest("crmx_ExportPayroll");
        request["PeriodId"] = (Period.Get(context) ?? throw new InvalidPluginExecutionException("Export payroll: please give period.")).Id;
        if (Currency?.Get(context) is { Length: > 0 } currency) request["Currency"] = currency;
        if (Number?.Get(context) is { } number and not 0) request["Number"] = number;
        if (Language?.Get(context) is { } language and not 0) request["Language"] = language;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        Text?.Set(context, Read<string>(response, "Text") ?? "");
        Total?.Set(context, Read<decimal>(response, "Total"));
        Count?.Set(context, Read<int>(response, "Count"));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
        Details?.Set(context, Read<string>(response, "Details") ?? "");
    }
}
