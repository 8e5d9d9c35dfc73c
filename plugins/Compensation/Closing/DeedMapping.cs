using Crm.Extensions.Compensation.Pay;
using Crm.Extensions.Compensation.Recognition;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>Makes of rows the answers, recognitions, figures and acts that a worker is judged by.</summary>
internal static class DeedMapping
{
    /// <summary>An answer weighs what the customer was worth at the period's start.</summary>
    public static SurveyScore Survey(Entity row, CustomerMapping customers)
    {
        var customer = FactsReader.IdOf(row, "crmx_customerid");
        var reference = row.GetAttributeValue<string>("crmx_reference");
        return new SurveyScore(
            PayIds.Text(customer), customers.OpeningValue(customer), row.GetAttributeValue<int?>("crmx_score") ?? 0, FactsReader.Day(row, "crmx_on"),
            string.IsNullOrEmpty(reference) ? CustomerMapping.Evidence(PayTables.Survey, row.Id) : reference!);
    }

    public static RecognitionFact Recognition(Entity row) => new(
        PayIds.Text(row.Id), PayIds.Text(FactsReader.IdOf(row, "crmx_customerid")), FactsReader.Day(row, "crmx_on"),
        (RecognitionVerifier)PlanMapping.Place(row, "crmx_verifiedby"), row.GetAttributeValue<bool>("crmx_refuted"), !string.IsNullOrEmpty(row.GetAttributeValue<string>("crmx_activityid")));

    public static PayAchievement Achievement(Entity row) => new(
        (PayMetric)PlanMapping.Place(row, "crmx_metric"), row.GetAttributeValue<decimal>("crmx_measured"), CustomerMapping.Evidence(PayTables.Achievement, row.Id));

    public static GateFact Gate(GateEvent fact) => new((GateMeasure)fact.Kind, PayIds.Text(fact.Worker), "", fact.On, CustomerMapping.Evidence(fact.Table, fact.Row));
}
