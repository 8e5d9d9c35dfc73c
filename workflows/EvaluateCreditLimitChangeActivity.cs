using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Crm.Extensions.Workflows;

/// <summary>Asks <c>crmx_EvaluateCreditLimitChange</c> whether a limit may be changed so, why, and from when on.</summary>
[Activity("Evaluate credit limit change", "Tells whether a limit may be changed so, why, and from when on.")]
public sealed class EvaluateCreditLimitChangeActivity : ApiActivity
{
    [Input("Obligation")]
    [ReferenceTarget("crmx_obligation")]
    [RequiredArgument]
    public InArgument<EntityReference> Obligation { get; set; } = null!;

    /// <summary>In the obligation's currency.</summary>
    [Input("New limit")]
    [RequiredArgument]
    public InArgument<decimal> NewLimit { get; set; } = null!;

    /// <summary>customerrequest, offer, risk or other.</summary>
    [Input("Reason")]
    [RequiredArgument]
    public InArgument<string> Reason { get; set; } = null!;

    [Input("Effective on")]
    [RequiredArgument]
    public InArgument<DateTime> EffectiveOn { get; set; } = null!;

    /// <summary>The contact by which the customer was told.</summary>
    [Input("Notice")]
    [ReferenceTarget("crmx_contactattempt")]
    public InArgument<EntityReference> Notice { get; set; } = null!;

    /// <summary>The consent to this increase.</summary>
    [Input("Consent")]
    [ReferenceTarget("crmx_consent")]
    public InArgument<EntityReference> Consent { get; set; } = null!;

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

    /// <summary>Of a decrease: the first day on which it may take effect; the smallest date where none is said.</summary>
    [Output("Earliest on")]
    public OutArgument<DateTime> EarliestOn { get; set; } = null!;

    [Output("Explanation")]
    public OutArgument<string> Explanation { get; set; } = null!;

    /// <inheritdoc/>
    protected override OrganizationRequest Ask(CodeActivityContext context)
    {
        var obligation = Obligation.Get(context) ?? throw new InvalidPluginExecutionException("Evaluate credit limit change: please give the obligation.");
        var request = new OrganizationRequest("crmx_EvaluateCreditLimitChange")
        {
            ["ObligationId"] = obligation.Id,
            ["Reason"] = Reason.Get(context),
        };
        request["NewLimit"] = NewLimit.Get(context);
        request["EffectiveOn"] = EffectiveOn.Get(context);
        if (Notice?.Get(context) is { } notice) request["NoticeId"] = notice.Id;
        if (Consent?.Get(context) is { } consent) request["ConsentId"] = consent.Id;

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
        EarliestOn?.Set(context, Read<DateTime>(response, "EarliestOn"));
        Explanation?.Set(context, Read<string>(response, "Explanation") ?? "");
    }
}
