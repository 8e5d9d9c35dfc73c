using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Asks <c>crmx_EvaluateCardBlock</c> whether a card may be blocked for a reason, and why.</summary>
[Activity("Evaluate card block", "Tells whether a card may be blocked for a reason, and why.")]
public sealed class EvaluateCardBlockActivity : ApiActivity
{
    [Input("Obligation")]
    [ReferenceTarget("crmx_obligation")]
    [RequiredArgument]
    public InArgument<EntityReference> Obligation { get; set; } = null!;

    /// <summary>fraud, lost, amount, arrears or abroad.</summary>
    [Input("Reason")]
    [RequiredArgument]
    public InArgument<string> Reason { get; set; } = null!;

    /// <summary>From when on; now if it is empty.</summary>
    [Input("From")]
    public InArgument<DateTime> From { get; set; } = null!;

    /// <summary>averagespending, utilisation, missedpayments or dayspastdue; empty: no figure is claimed.</summary>
    [Input("Metric")]
    public InArgument<string> Metric { get; set; } = null!;

    [Input("Stated value")]
    public InArgument<decimal> MetricStated { get; set; } = null!;

    [Input("Threshold")]
    public InArgument<decimal> MetricThreshold { get; set; } = null!;

    [Input("Months")]
    public InArgument<int> MetricMonths { get; set; } = null!;

    [Input("As of")]
    public InArgument<DateTime> MetricAsOf { get; set; } = null!;

    [Output("Allowed")]
    public OutArgument<bool> Allowed { get; set; } = null!;

    /// <summary>allowed or stopped.</summary>
    [Output("Decision")]
    public OutArgument<string> Decision { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var obligation = Obligation.Get(context) ?? throw new InvalidPluginExecutionException("Evaluate card block: please give the obligation.");
        var request = new OrganizationRequest("crmx_EvaluateCardBlock")
        {
            ["ObligationId"] = obligation.Id,
            ["Reason"] = Reason.Get(context),
        };
        var from = From?.Get(context) ?? default;
        if (from != default) request["From"] = from;

        var metric = Metric?.Get(context);
        if (string.IsNullOrEmpty(metric)) return request;

        // with a metric, a figure that was left empty is zero
        request["Metric"] = metric;
        request["MetricStated"] = MetricStated?.Get(context) ?? 0m;
        request["MetricThreshold"] = MetricThreshold?.Get(context) ?? 0m;
        var months = MetricMonths?.Get(context) ?? 0;
        if (months > 0) request["MetricMonths"] = months;
        var asOf = MetricAsOf?.Get(context) ?? default;
        if (asOf != default) request["MetricAsOf"] = asOf;
        return request;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, OrganizationResponse response)
    {
        Allowed?.Set(context, Read<bool>(response, "Allowed"));
        Decision?.Set(context, Read<string>(response, "Decision") ?? "");
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
    }
}
