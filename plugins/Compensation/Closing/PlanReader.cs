using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>Reads plans with their components, tiers and gates: four requests, and one for the currencies.</summary>
internal sealed class PlanReader
{
    private readonly IOrganizationService service;

    public PlanReader(IOrganizationService service) => this.service = service;

    public void Fill(ClosingFacts facts, IEnumerable<Guid> plans)
    {
        var ids = plans.ToList();
        facts.Plans = RowReader.Of(service, PayTables.Plan, "crmx_compensationplanid", ids, new ColumnSet(
            "crmx_name", "crmx_code", "crmx_version", "crmx_jobid", "crmx_paycurrencyid", "crmx_measurementcurrencyid", "crmx_from", "crmx_until", "crmx_targetpay", "crmx_ceiling", "crmx_combination",
            "crmx_transitiondays", "crmx_periodlength", "statuscode"), Job).ToDictionary(plan => plan.Id);
        facts.Components = FactsReader.By(RowReader.Of(service, PayTables.Component, "crmx_planid", ids, new ColumnSet(
            "crmx_planid", "crmx_name", "crmx_metric", "crmx_weight", "crmx_threshold", "crmx_target", "crmx_cap", "crmx_goal", "crmx_curve", "crmx_tierbasis", "crmx_holdback", "crmx_vestsafterdays",
            "crmx_minimumsample", "crmx_evidence")), "crmx_planid");
        facts.Tiers = FactsReader.By(RowReader.Of(
            service, PayTables.Tier, "crmx_componentid", facts.Components.SelectMany(rows => rows).Select(row => row.Id), new ColumnSet("crmx_componentid", "crmx_fromattainment", "crmx_rate")), "crmx_componentid");
        facts.Gates = FactsReader.By(RowReader.Of(
            service, PayTables.Gate, "crmx_planid", ids, new ColumnSet("crmx_planid", "crmx_measure", "crmx_limit", "crmx_effect", "crmx_share", "crmx_judges")), "crmx_planid");
        facts.Currencies = RowReader.Of(
                service, "transactioncurrency", "transactioncurrencyid",
                facts.Plans.Values.SelectMany(plan => new[] { FactsReader.IdOf(plan, "crmx_paycurrencyid"), FactsReader.IdOf(plan, "crmx_measurementcurrencyid") }).Where(id => id != Guid.Empty),
                new ColumnSet("isocurrencycode"))
            .ToDictionary(row => row.Id, row => row.GetAttributeValue<string>("isocurrencycode") ?? "");
    }

    private static void Job(QueryExpression query)
    {
        var job = query.AddLink("crmx_job", "crmx_jobid", "crmx_jobid", JoinOperator.LeftOuter);
        job.EntityAlias = "job";
        job.Columns = new ColumnSet("crmx_managescustomers", "crmx_collects");
    }
}
