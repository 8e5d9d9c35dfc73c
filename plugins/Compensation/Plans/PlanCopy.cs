using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Fields = Crm.Extensions.Model.CompensationPlan.Fields;

namespace Crm.Extensions.Compensation.Plans;

/// <summary>The next version of a plan, as a draft with all its parts.</summary>
internal sealed class PlanCopy
{
    // its days are those of the new version, and who may approve it depends on who writes this one
    private static readonly string[] Header =
    [
        Fields.Name, Fields.Code, Fields.JobId, Fields.PeriodLength, Fields.PayCurrencyId, Fields.MeasurementCurrencyId, Fields.RateDate, Fields.PriceIndex, Fields.TargetPay, Fields.Ceiling,
        Fields.Combination, Fields.TransitionDays, Fields.SegmentCutOffs, Fields.TransactionCurrencyId,
    ];

    private static readonly string[] OfComponent =
    [
        PlanComponent.Fields.Name, PlanComponent.Fields.Metric, PlanComponent.Fields.Weight, PlanComponent.Fields.Threshold, PlanComponent.Fields.Target, PlanComponent.Fields.Cap,
        PlanComponent.Fields.Goal, PlanComponent.Fields.Curve, PlanComponent.Fields.TierBasis, PlanComponent.Fields.HoldBack, PlanComponent.Fields.VestsAfterDays,
        PlanComponent.Fields.MinimumSample, PlanComponent.Fields.Evidence,
    ];

    private static readonly string[] OfTier = [RateTier.Fields.Name, RateTier.Fields.FromAttainment, RateTier.Fields.Rate];

    private static readonly string[] OfGate =
        [PlanGate.Fields.Name, PlanGate.Fields.Measure, PlanGate.Fields.Limit, PlanGate.Fields.Effect, PlanGate.Fields.Share, PlanGate.Fields.Judges];

    private readonly Execution execution;
    private readonly PlanRow plan;

    public PlanCopy(Execution execution, PlanRow plan)
    {
        this.execution = execution;
        this.plan = plan;
        var query = new QueryExpression(Tables.CompensationPlan) { ColumnSet = new ColumnSet(Fields.Version, Fields.StatusCode) };
        query.Criteria.AddCondition(Fields.Code, ConditionOperator.Equal, plan.Code);
        var versions = execution.AsSystem.RetrieveMultiple(query).Entities;
        Version = versions.Max(row => row.GetAttributeValue<int>(Fields.Version)) + 1;
        OpenDraft = versions.Where(row => PlanRow.StateOf(row) == PlanState.Draft).Select(row => (int?)row.GetAttributeValue<int>(Fields.Version)).FirstOrDefault();
    }

    public int Version { get; }

    /// <summary>The number of a version that is a draft already; null: there is none.</summary>
    public int? OpenDraft { get; }

    /// <summary>A request for the plan, each component, rate and gate, and three that read them.</summary>
    public Guid Make()
    {
        var service = execution.AsSystem;
        var header = Copied(service.Retrieve(Tables.CompensationPlan, plan.Id, new ColumnSet(Header)), Header);
        header[Fields.Version] = Version;
        header[Fields.FormerId] = new EntityReference(Tables.CompensationPlan, plan.Id);
        if (execution.Holds(execution.CallerId, "prvReadcrmx_CompensationPlan")) header["ownerid"] = new EntityReference(Tables.SystemUser, execution.CallerId);
        var copy = service.Create(header);
        foreach (var gate in Parts(Tables.PlanGate, PlanGate.Fields.PlanId, plan.Id, OfGate)) Create(gate, OfGate, PlanGate.Fields.PlanId, Tables.CompensationPlan, copy);
        foreach (var component in Parts(Tables.PlanComponent, PlanComponent.Fields.PlanId, plan.Id, OfComponent))
        {
            var id = Create(component, OfComponent, PlanComponent.Fields.PlanId, Tables.CompensationPlan, copy);
            foreach (var tier in Parts(Tables.RateTier, RateTier.Fields.ComponentId, component.Id, OfTier)) Create(tier, OfTier, RateTier.Fields.ComponentId, Tables.PlanComponent, id);
        }

        return copy;
    }

    private IEnumerable<Entity> Parts(string table, string column, Guid parent, string[] columns)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(columns) };
        query.Criteria.AddCondition(column, ConditionOperator.Equal, parent);
        query.Criteria.AddCondition("statecode", ConditionOperator.Equal, 0);
        query.AddOrder("createdon", OrderType.Ascending);
        return execution.AsSystem.RetrieveMultiple(query).Entities;
    }

    private Guid Create(Entity part, string[] columns, string parentColumn, string parentTable, Guid parent)
    {
        var copy = Copied(part, columns);
        copy[parentColumn] = new EntityReference(parentTable, parent);
        return execution.AsSystem.Create(copy);
    }

    private static Entity Copied(Entity row, IEnumerable<string> columns)
    {
        var copy = new Entity(row.LogicalName);
        foreach (var column in columns)
        {
            if (row.Attributes.TryGetValue(column, out var value)) copy[column] = value;
        }

        return copy;
    }
}
