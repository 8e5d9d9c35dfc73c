using System;
using System.Linq;
using Crm.Extensions.Compensation.Plans;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Fields = Crm.Extensions.Model.CompensationPlan.Fields;

namespace Crm.Extensions.Compensation;

/// <summary>
/// A plan is written as a draft, by some; another approves it; from then on it stands. Who creates or changes it is noted, since none of them may approve it.
/// Its state, author, approver and findings are never typed.
/// </summary>
[Step(Message.Create, Tables.CompensationPlan, Stage.PreOperation)]
[Step(Message.Update, Tables.CompensationPlan, Stage.PreOperation,
    Filter =
    [
        Fields.Name, Fields.Code, Fields.Version, Fields.JobId, Fields.PeriodLength, Fields.PayCurrencyId, Fields.MeasurementCurrencyId, Fields.RateDate, Fields.PriceIndex, Fields.From,
        Fields.Until, Fields.TargetPay, Fields.Ceiling, Fields.Combination, Fields.TransitionDays, Fields.SegmentCutOffs, Fields.AuthorId, Fields.Editors, Fields.ApproverId,
        Fields.ApprovedOn, Fields.FormerId, Fields.Findings, Fields.StateCode, Fields.StatusCode, Fields.TransactionCurrencyId,
    ],
    Before =
    [
        Fields.Name, Fields.Code, Fields.Version, Fields.JobId, Fields.PeriodLength, Fields.PayCurrencyId, Fields.MeasurementCurrencyId, Fields.RateDate, Fields.PriceIndex, Fields.From,
        Fields.Until, Fields.TargetPay, Fields.Ceiling, Fields.Combination, Fields.TransitionDays, Fields.SegmentCutOffs, Fields.AuthorId, Fields.Editors, Fields.ApproverId,
        Fields.ApprovedOn, Fields.FormerId, Fields.Findings, Fields.StateCode, Fields.StatusCode, Fields.TransactionCurrencyId,
    ])]
[Step(Message.Delete, Tables.CompensationPlan, Stage.PreOperation, Before = [Fields.StatusCode])]
public sealed class GuardPlan : Plugin<CompensationPlan>
{
    private static readonly string[] OfApproval = [Fields.ApproverId, Fields.ApprovedOn];
    private static readonly string[] OfAuthors = [Fields.AuthorId, Fields.Editors, Fields.Findings];

    /// <inheritdoc/>
    protected override void Execute(Execution<CompensationPlan> execution)
    {
        if (PlanLife.IsOff(execution)) return;
        switch (execution.Context.MessageName)
        {
            case Message.Create:
                Create(execution);
                break;
            case Message.Update:
                if (execution.ChangesWatchedColumns && !PlanLife.IsOwnDoing(execution)) Update(execution);
                break;
            default:
                if (PlanRow.StateOf(execution.Before) is not (PlanState.Draft or PlanState.Closed)) Stop(execution, () => PlanLife.Immutable(Row(execution), execution.Language));
                break;
        }
    }

    private static void Create(Execution<CompensationPlan> execution)
    {
        var target = execution.Target;
        if (PlanRow.StateOf(target) != PlanState.Draft) Stop(execution, () => Refusal(execution, "StartsAsDraft"));
        if (OfApproval.Any(column => target.Attributes.TryGetValue(column, out var value) && value is not null)) Stop(execution, () => ByItself(execution, "Column.Approval"));

        if (target.GetAttributeValue<int?>(Fields.Version) is null) execution.Write(Fields.Version, 1);
        execution.Write(Fields.AuthorId, new EntityReference(Tables.SystemUser, execution.CallerId));
        execution.Write(Fields.Editors, PlanEditors.With("", execution.CallerId));
        execution.Write(Fields.Findings, null);
    }

    private static void Update(Execution<CompensationPlan> execution)
    {
        if (PlanRow.StateOf(execution.Before) != PlanState.Draft) Stop(execution, () => PlanLife.Immutable(Row(execution), execution.Language));
        if (OfApproval.Any(column => Changes(execution, column))) Stop(execution, () => ByItself(execution, "Column.Approval"));
        if (OfAuthors.Any(column => Changes(execution, column))) Stop(execution, () => ByItself(execution, "Column.Author"));

        // a draft may be dropped; everything else is done by who may approve
        if (Changes(execution, Fields.StatusCode) && PlanRow.StateOf(execution.Merged) is not (PlanState.Draft or PlanState.Closed)) Stop(execution, () => Refusal(execution, "StartsAsDraft"));
        execution.Write(Fields.Editors, PlanEditors.With(execution.Before.GetAttributeValue<string>(Fields.Editors), execution.CallerId));
    }

    private static bool Changes(Execution<CompensationPlan> execution, string column) =>
        execution.Target.Attributes.TryGetValue(column, out var value) && !Equals(value, execution.Before.Attributes.TryGetValue(column, out var before) ? before : null);

    private static PlanRow Row(Execution<CompensationPlan> execution) =>
        PlanRow.Find(execution.AsSystem, execution.RowId) ?? throw new InvalidOperationException("A plan that is being changed is gone.");

    private static InvalidPluginExecutionException ByItself(Execution execution, string column) =>
        Refusal(execution, "ByItself", PlanTexts.Write(execution.Language, column));

    private static InvalidPluginExecutionException Refusal(Execution execution, string name, params object[] facts) => new(PlanTexts.Write(execution.Language, name, facts));

    // in observe mode it is only noted what would have been refused
    private static void Stop(Execution execution, Func<InvalidPluginExecutionException> refusal)
    {
        var refused = refusal();
        if (PlanLife.IsEnforced(execution)) throw refused;
        execution.Trace("would be refused: " + refused.Message);
    }
}
