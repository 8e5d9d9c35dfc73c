using System;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Collections;

/// <summary>Logical names of the columns that limit changes and card blocks have in common, and what they say.</summary>
internal static class CardColumns
{
    public const string Obligation = "crmx_obligationid";
    public const string Customer = "crmx_customerid";
    public const string Reason = "crmx_reason";
    public const string ReasonText = "crmx_reasontext";
    public const string Metric = "crmx_metric";
    public const string MetricStated = "crmx_metricstated";
    public const string MetricThreshold = "crmx_metricthreshold";
    public const string MetricMonths = "crmx_metricmonths";
    public const string MetricAsOf = "crmx_metricasof";
    public const string Evidence = "crmx_evidence";
    public const string Notice = "crmx_noticeid";
    public const string Decision = "crmx_courtesydecision";
    public const string Explanation = "crmx_courtesyexplanation";
    public const string State = "statecode";
    public const string Status = "statuscode";
    public const string Owner = "ownerid";

    /// <summary>The claim a row makes; null where it names no metric.</summary>
    public static MetricClaim? ClaimOf(Entity row) =>
        Choice.Read<RiskMetric>(row.GetAttributeValue<OptionSetValue>(Metric)) is not { } metric ? null : new MetricClaim(
            metric,
            row.GetAttributeValue<decimal?>(MetricStated),
            row.GetAttributeValue<decimal?>(MetricThreshold),
            row.GetAttributeValue<int?>(MetricMonths),
            row.GetAttributeValue<DateTime?>(MetricAsOf) is { } day ? CalendarDate.Of(day) : null);
}
