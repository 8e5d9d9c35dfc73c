using Crm.Extensions.Compensation.Plans;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation;

/// <summary>
/// After each change of a draft the whole plan is checked: what still has to be mended is noted on it with reasons, what can never be right is refused, and who changed
/// it is noted among those who may not approve it.
/// </summary>
[Step(Message.Create, Tables.CompensationPlan, Stage.PostOperation)]
[Step(Message.Update, Tables.CompensationPlan, Stage.PostOperation,
    Filter = [CompensationPlan.Fields.JobId, CompensationPlan.Fields.PayCurrencyId, CompensationPlan.Fields.TargetPay, CompensationPlan.Fields.Ceiling, CompensationPlan.Fields.Combination, CompensationPlan.Fields.TransitionDays],
    Before = [CompensationPlan.Fields.JobId, CompensationPlan.Fields.PayCurrencyId, CompensationPlan.Fields.TargetPay, CompensationPlan.Fields.Ceiling, CompensationPlan.Fields.Combination, CompensationPlan.Fields.TransitionDays])]
[Step(Message.Create, Tables.PlanComponent, Stage.PostOperation)]
[Step(Message.Create, Tables.RateTier, Stage.PostOperation)]
[Step(Message.Create, Tables.PlanGate, Stage.PostOperation)]
[Step(Message.Update, Tables.PlanComponent, Stage.PostOperation,
    Filter =
    [
        PlanComponent.Fields.Metric, PlanComponent.Fields.Weight, PlanComponent.Fields.Threshold, PlanComponent.Fields.Target, PlanComponent.Fields.Cap, PlanComponent.Fields.Goal,
        PlanComponent.Fields.Curve, PlanComponent.Fields.TierBasis, PlanComponent.Fields.HoldBack, PlanComponent.Fields.VestsAfterDays, PlanComponent.Fields.MinimumSample,
        PlanComponent.Fields.Evidence, PlanComponent.Fields.StateCode,
    ],
    Before = [PlanComponent.Fields.PlanId])]
[Step(Message.Update, Tables.RateTier, Stage.PostOperation,
    Filter = [RateTier.Fields.FromAttainment, RateTier.Fields.Rate, RateTier.Fields.StateCode], Before = [RateTier.Fields.ComponentId])]
[Step(Message.Update, Tables.PlanGate, Stage.PostOperation,
    Filter = [PlanGate.Fields.Measure, PlanGate.Fields.Limit, PlanGate.Fields.Effect, PlanGate.Fields.Share, PlanGate.Fields.Judges, PlanGate.Fields.StateCode], Before = [PlanGate.Fields.PlanId])]
[Step(Message.Delete, Tables.PlanComponent, Stage.PostOperation, Before = [PlanComponent.Fields.PlanId])]
[Step(Message.Delete, Tables.RateTier, Stage.PostOperation, Before = [RateTier.Fields.ComponentId])]
[Step(Message.Delete, Tables.PlanGate, Stage.PostOperation, Before = [PlanGate.Fields.PlanId])]
public sealed class CheckPlanPart : Plugin<Entity>
{
    /// <inheritdoc/>
    protected override void Execute(Execution<Entity> execution)
    {
        if (PlanLife.IsOff(execution) || PlanLife.IsOwnDoing(execution)) return;
        if (PlanOf(execution) is not { } id || execution.IsCausedBy(Message.Delete, id) || PlanRow.Find(execution.AsSystem, id) is not { State: PlanState.Draft } plan) return;

        var language = execution.Language;
        var scrutiny = PlanScrutiny.Of(execution, plan, language);
        if (scrutiny.Impossible.Length > 0)
        {
            var refused = new InvalidPluginExecutionException(PlanTexts.Write(language, "Refused", scrutiny.Impossible));
            if (PlanLife.IsEnforced(execution)) throw refused;
            execution.Trace("would be refused: " + refused.Message);
        }

        scrutiny.Note(execution, plan);
    }

    private static System.Guid? PlanOf(Execution<Entity> execution)
    {
        var table = execution.Context.PrimaryEntityName;
        if (table == Tables.CompensationPlan) return execution.RowId;

        var row = execution.Context.MessageName == Message.Create ? execution.Target : execution.Before;
        return row.GetAttributeValue<EntityReference>(PlanParts.Parent(table)) is { } parent ? PlanParts.PlanOf(execution.AsSystem, table, parent) : null;
    }
}
