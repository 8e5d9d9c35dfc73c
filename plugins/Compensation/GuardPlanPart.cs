using Crm.Extensions.Compensation.Plans;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation;

/// <summary>
/// Components, rates and gates stand with their plan: they are created, changed and deleted only while it is a draft. Who does is noted on the plan, and the plan is
/// checked again; what can never be right is refused at once (see <see cref="PlanScrutiny"/>).
/// </summary>
[Step(Message.Create, Tables.PlanComponent, Stage.PreOperation)]
[Step(Message.Create, Tables.RateTier, Stage.PreOperation)]
[Step(Message.Create, Tables.PlanGate, Stage.PreOperation)]
[Step(Message.Update, Tables.PlanComponent, Stage.PreOperation,
    Filter =
    [
        PlanComponent.Fields.PlanId, PlanComponent.Fields.Metric, PlanComponent.Fields.Weight, PlanComponent.Fields.Threshold, PlanComponent.Fields.Target, PlanComponent.Fields.Cap,
        PlanComponent.Fields.Goal, PlanComponent.Fields.Curve, PlanComponent.Fields.TierBasis, PlanComponent.Fields.HoldBack, PlanComponent.Fields.VestsAfterDays,
        PlanComponent.Fields.MinimumSample, PlanComponent.Fields.Evidence, PlanComponent.Fields.StateCode,
    ],
    Before =
    [
        PlanComponent.Fields.PlanId, PlanComponent.Fields.Metric, PlanComponent.Fields.Weight, PlanComponent.Fields.Threshold, PlanComponent.Fields.Target, PlanComponent.Fields.Cap,
        PlanComponent.Fields.Goal, PlanComponent.Fields.Curve, PlanComponent.Fields.TierBasis, PlanComponent.Fields.HoldBack, PlanComponent.Fields.VestsAfterDays,
        PlanComponent.Fields.MinimumSample, PlanComponent.Fields.Evidence, PlanComponent.Fields.StateCode,
    ])]
[Step(Message.Update, Tables.RateTier, Stage.PreOperation,
    Filter = [RateTier.Fields.ComponentId, RateTier.Fields.FromAttainment, RateTier.Fields.Rate, RateTier.Fields.StateCode],
    Before = [RateTier.Fields.ComponentId, RateTier.Fields.FromAttainment, RateTier.Fields.Rate, RateTier.Fields.StateCode])]
[Step(Message.Update, Tables.PlanGate, Stage.PreOperation,
    Filter = [PlanGate.Fields.PlanId, PlanGate.Fields.Measure, PlanGate.Fields.Limit, PlanGate.Fields.Effect, PlanGate.Fields.Share, PlanGate.Fields.Judges, PlanGate.Fields.StateCode],
    Before = [PlanGate.Fields.PlanId, PlanGate.Fields.Measure, PlanGate.Fields.Limit, PlanGate.Fields.Effect, PlanGate.Fields.Share, PlanGate.Fields.Judges, PlanGate.Fields.StateCode])]
[Step(Message.Delete, Tables.PlanComponent, Stage.PreOperation, Before = [PlanComponent.Fields.PlanId])]
[Step(Message.Delete, Tables.RateTier, Stage.PreOperation, Before = [RateTier.Fields.ComponentId])]
[Step(Message.Delete, Tables.PlanGate, Stage.PreOperation, Before = [PlanGate.Fields.PlanId])]
public sealed class GuardPlanPart : Plugin<Entity>
{
    /// <inheritdoc/>
    protected override void Execute(Execution<Entity> execution)
    {
        if (PlanLife.IsOff(execution)) return;

        var message = execution.Context.MessageName;
        if (message == Message.Update && !execution.ChangesWatchedColumns) return;

        var table = execution.Context.PrimaryEntityName;
        var column = PlanParts.Parent(table);
        var parent = (message == Message.Create ? execution.Target : execution.Before).GetAttributeValue<EntityReference>(column);
        if (parent is null)
        {
            if (message == Message.Create) throw Refusal(execution, table == Tables.RateTier ? "ComponentNeeded" : "PlanNeeded");
            return;
        }

        if (message == Message.Update && execution.Merged.GetAttributeValue<EntityReference>(column)?.Id != parent.Id) throw Refusal(execution, "PlanMoves");
        if (PlanParts.PlanOf(execution.AsSystem, table, parent) is not { } id || PlanRow.Find(execution.AsSystem, id) is not { } plan) return;

        // a dropped draft may be deleted with all that belongs to it
        if (plan.State == PlanState.Draft || (plan.State == PlanState.Closed && execution.IsCausedBy(Message.Delete, id))) return;

        var refused = PlanLife.Immutable(plan, execution.Language);
        if (PlanLife.IsEnforced(execution)) throw refused;
        execution.Trace("would be refused: " + refused.Message);
    }

    private static InvalidPluginExecutionException Refusal(Execution execution, string name) => new(PlanTexts.Write(execution.Language, name));
}
