using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Compensation.Pay;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Fields = Crm.Extensions.Model.CompensationPlan.Fields;

namespace Crm.Extensions.Compensation.Plans;

/// <summary>Reads a plan with all that belongs to it, as the rules of pay know it. Percents become parts of one. Five requests.</summary>
internal sealed class PlanReader
{
    private const decimal Percent = 100;

    private static readonly string[] OfComponent =
    [
        PlanComponent.Fields.Name, PlanComponent.Fields.Metric, PlanComponent.Fields.Weight, PlanComponent.Fields.Threshold, PlanComponent.Fields.Target, PlanComponent.Fields.Cap,
        PlanComponent.Fields.Goal, PlanComponent.Fields.Curve, PlanComponent.Fields.TierBasis, PlanComponent.Fields.HoldBack, PlanComponent.Fields.VestsAfterDays,
        PlanComponent.Fields.MinimumSample, PlanComponent.Fields.Evidence,
    ];

    private static readonly string[] OfGate = [PlanGate.Fields.Measure, PlanGate.Fields.Limit, PlanGate.Fields.Effect, PlanGate.Fields.Share, PlanGate.Fields.Judges];

    private readonly IOrganizationService service;

    public PlanReader(IOrganizationService service) => this.service = service;

    /// <param name="unmeasured">Takes the names of components that do not say what they measure.</param>
    public PayPlan Read(PlanRow plan, ICollection<string> unmeasured)
    {
        var header = service.Retrieve(Tables.CompensationPlan, plan.Id, new ColumnSet(Fields.TargetPay, Fields.Ceiling, Fields.Combination, Fields.TransitionDays));
        var job = plan.JobId is { } id ? service.Retrieve(Tables.Job, id, new ColumnSet(Job.Fields.ManagesCustomers, Job.Fields.Collects)) : null;
        var tiers = Tiers(plan.Id);
        return new PayPlan
        {
            Code = plan.Code,
            Version = plan.Version,
            TargetPay = header.GetAttributeValue<Money>(Fields.TargetPay)?.Value ?? 0,
            Ceiling = header.GetAttributeValue<Money>(Fields.Ceiling)?.Value ?? 0,
            Combination = Word<Pay.PayCombination>(header, Fields.Combination),
            TransitionDays = header.GetAttributeValue<int?>(Fields.TransitionDays) ?? 0,
            IsForCustomerManagers = job?.GetAttributeValue<bool?>(Job.Fields.ManagesCustomers) ?? false,
            IsForCollectors = job?.GetAttributeValue<bool?>(Job.Fields.Collects) ?? false,
            Components = [.. Parts(Tables.PlanComponent, PlanComponent.Fields.PlanId, plan.Id, OfComponent).Select(row => Component(row, tiers, unmeasured))],
            Gates = [.. Parts(Tables.PlanGate, PlanGate.Fields.PlanId, plan.Id, OfGate).Select(Gate)],
        };
    }

    private static PayComponent Component(Entity row, ILookup<Guid, Pay.RateTier> tiers, ICollection<string> unmeasured)
    {
        var name = row.GetAttributeValue<string>(PlanComponent.Fields.Name) ?? "";
        if (!row.Contains(PlanComponent.Fields.Metric)) unmeasured.Add(name);
        decimal Figure(string column, decimal otherwise) => row.GetAttributeValue<decimal?>(column) ?? otherwise;
        var target = Figure(PlanComponent.Fields.Target, 1);
        return new PayComponent
        {
            // what is said of it names it as people do
            Id = name.Length > 0 ? name : row.Id.ToString("D"),
            Metric = Word<Pay.PayMetric>(row, PlanComponent.Fields.Metric),
            Weight = Figure(PlanComponent.Fields.Weight, 0),
            Threshold = Figure(PlanComponent.Fields.Threshold, 0),
            Target = target,
            Cap = Figure(PlanComponent.Fields.Cap, target),
            Curve = Word<Pay.PayCurve>(row, PlanComponent.Fields.Curve),
            Tiers = [.. tiers[row.Id].OrderBy(tier => tier.From)],
            TierBasis = Word<Pay.TierBasis>(row, PlanComponent.Fields.TierBasis),
            HoldBackShare = Figure(PlanComponent.Fields.HoldBack, 0) / Percent,
            VestsAfterDays = row.GetAttributeValue<int?>(PlanComponent.Fields.VestsAfterDays) ?? 0,
            MinimumSample = row.GetAttributeValue<int?>(PlanComponent.Fields.MinimumSample) ?? 0,
            Goal = Figure(PlanComponent.Fields.Goal, 0),
            Evidence = row.GetAttributeValue<string>(PlanComponent.Fields.Evidence) ?? "",
        };
    }

    private static PayGate Gate(Entity row) => new()
    {
        Measure = Word<Pay.GateMeasure>(row, PlanGate.Fields.Measure),
        Limit = row.GetAttributeValue<int?>(PlanGate.Fields.Limit) ?? 0,
        Effect = Word<Pay.GateEffect>(row, PlanGate.Fields.Effect),
        Share = (row.GetAttributeValue<decimal?>(PlanGate.Fields.Share) ?? 0) / Percent,
        Judges = Word<Pay.GateJudges>(row, PlanGate.Fields.Judges),
    };

    private ILookup<Guid, Pay.RateTier> Tiers(Guid plan)
    {
        var query = new QueryExpression(Tables.RateTier) { ColumnSet = new ColumnSet(Model.RateTier.Fields.ComponentId, Model.RateTier.Fields.FromAttainment, Model.RateTier.Fields.Rate) };
        query.Criteria.AddCondition(Model.RateTier.Fields.StateCode, ConditionOperator.Equal, 0);
        query.AddLink(Tables.PlanComponent, Model.RateTier.Fields.ComponentId, PlanComponent.Fields.PlanComponentId).LinkCriteria.AddCondition(PlanComponent.Fields.PlanId, ConditionOperator.Equal, plan);
        return service.RetrieveMultiple(query).Entities.ToLookup(
            row => row.GetAttributeValue<EntityReference>(Model.RateTier.Fields.ComponentId).Id,
            row => new Pay.RateTier(row.GetAttributeValue<decimal?>(Model.RateTier.Fields.FromAttainment) ?? 0, row.GetAttributeValue<decimal?>(Model.RateTier.Fields.Rate) ?? 0));
    }

    private IEnumerable<Entity> Parts(string table, string column, Guid parent, params string[] columns)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(columns) };
        query.Criteria.AddCondition(column, ConditionOperator.Equal, parent);
        query.Criteria.AddCondition("statecode", ConditionOperator.Equal, 0);
        query.AddOrder("createdon", OrderType.Ascending);
        return service.RetrieveMultiple(query).Entities;
    }

    private static TWord Word<TWord>(Entity row, string column)
        where TWord : struct, Enum => Choice.Read<TWord>(row.GetAttributeValue<OptionSetValue>(column)) ?? default;
}
