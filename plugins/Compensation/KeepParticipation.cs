using System;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Compensation.Plans;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Fields = Crm.Extensions.Model.PlanParticipation.Fields;

namespace Crm.Extensions.Compensation;

/// <summary>
/// A worker is on one plan at a time; a change of plan is blended over periods that end with the new plan alone, and a draw has its last day. The acceptance is never
/// typed, and what was accepted is not changed: it can only end.
/// </summary>
[Step(Message.Create, Tables.PlanParticipation, Stage.PreOperation)]
[Step(Message.Update, Tables.PlanParticipation, Stage.PreOperation,
    Filter =
    [
        Fields.WorkerId, Fields.PlanId, Fields.From, Fields.Until, Fields.AcceptedOn, Fields.AcceptedById, Fields.DrawAmount, Fields.DrawRecoverable, Fields.DrawUntil, Fields.FormerPlanId,
        Fields.Blend, Fields.StateCode,
    ],
    Before =
    [
        Fields.WorkerId, Fields.PlanId, Fields.From, Fields.Until, Fields.AcceptedOn, Fields.AcceptedById, Fields.DrawAmount, Fields.DrawRecoverable, Fields.DrawUntil, Fields.FormerPlanId,
        Fields.Blend, Fields.StateCode,
    ])]
public sealed class KeepParticipation : Plugin<PlanParticipation>
{
    private static readonly string[] Accepted = [Fields.AcceptedOn, Fields.AcceptedById];

    private static readonly string[] Terms =
        [Fields.WorkerId, Fields.PlanId, Fields.From, Fields.DrawAmount, Fields.DrawRecoverable, Fields.DrawUntil, Fields.FormerPlanId, Fields.Blend];

    /// <inheritdoc/>
    protected override void Execute(Execution<PlanParticipation> execution)
    {
        if (PlanLife.IsOff(execution) || PlanLife.IsOwnDoing(execution)) return;
        if (execution.Context.MessageName == Message.Update && !execution.ChangesWatchedColumns) return;

        var row = execution.Merged;
        var language = execution.Language;
        if (Accepted.Any(column => Changes(execution, column))) Stop(execution, PlanTexts.Write(language, "ByItself", PlanTexts.Write(language, "Column.Acceptance")));
        if (execution.Before.Contains(Fields.AcceptedOn) && Terms.Any(column => Changes(execution, column)))
            Stop(execution, PlanTexts.Write(language, "AcceptedTerms", NameOf(execution, execution.Before)));
        if (row.GetAttributeValue<OptionSetValue>(Fields.StateCode)?.Value == 1) return;
        if (Read(row) is not { } terms) return;
        if (terms.Wrong(language) is { } wrong) throw new InvalidPluginExecutionException(wrong);

        Demand(execution, row, terms, language);
        if (execution.Context.MessageName == Message.Create) Complete(execution, row, terms, language);
    }

    // it belongs to the worker, who is to read and accept it
    private static void Complete(Execution<PlanParticipation> execution, Entity row, ParticipationTerms terms, Language language)
    {
        var worker = WorkerOf(execution, row)!;
        if (string.IsNullOrWhiteSpace(row.GetAttributeValue<string>(Fields.Name)))
            execution.Write(Fields.Name, PlanTexts.Write(language, "ParticipationName", worker.GetAttributeValue<string>(Worker.Fields.Name) ?? "", terms.From).Shortened(200));
        if (worker.GetAttributeValue<EntityReference>(Worker.Fields.UserId) is { } user && execution.Holds(user.Id, "prvReadcrmx_PlanParticipation")) execution.Write("ownerid", user);
    }

    // one plan at a time
    private static void Demand(Execution<PlanParticipation> execution, Entity row, ParticipationTerms terms, Language language)
    {
        var query = new QueryExpression(Tables.PlanParticipation) { ColumnSet = new ColumnSet(Fields.From, Fields.Until), TopCount = 1 };
        query.Criteria.AddCondition(Fields.WorkerId, ConditionOperator.Equal, row.GetAttributeValue<EntityReference>(Fields.WorkerId).Id);
        query.Criteria.AddCondition(Fields.PlanParticipationId, ConditionOperator.NotEqual, execution.RowId);
        query.Criteria.AddCondition(Fields.StateCode, ConditionOperator.Equal, 0);
        if (terms.Until is { } until) query.Criteria.AddCondition(Fields.From, ConditionOperator.LessEqual, until.Midnight);
        var open = query.Criteria.AddFilter(LogicalOperator.Or);
        open.AddCondition(Fields.Until, ConditionOperator.Null);
        open.AddCondition(Fields.Until, ConditionOperator.GreaterEqual, terms.From.Midnight);
        if (execution.AsSystem.RetrieveMultiple(query).Entities.FirstOrDefault() is not { } other) return;

        var from = CalendarDate.Of(other.GetAttributeValue<DateTime>(Fields.From));
        var period = other.GetAttributeValue<DateTime?>(Fields.Until) is { } last
            ? PlanTexts.Write(language, "FromTo", from, CalendarDate.Of(last))
            : PlanTexts.Write(language, "FromOn", from);
        throw new InvalidPluginExecutionException(PlanTexts.Write(language, "Overlapping", NameOf(execution, row), period));
    }

    private static ParticipationTerms? Read(Entity row)
    {
        CalendarDate? Day(string column) => row.GetAttributeValue<DateTime?>(column) is { } day ? CalendarDate.Of(day) : null;
        return Day(Fields.From) is { } from && row.GetAttributeValue<EntityReference>(Fields.PlanId) is { } plan && row.GetAttributeValue<EntityReference>(Fields.WorkerId) is not null
            ? new ParticipationTerms(
                from, Day(Fields.Until), plan.Id, row.GetAttributeValue<EntityReference>(Fields.FormerPlanId)?.Id, (row.GetAttributeValue<string>(Fields.Blend) ?? "").Trim(),
                row.GetAttributeValue<Money>(Fields.DrawAmount)?.Value, Day(Fields.DrawUntil))
            : null;
    }

    private static string NameOf(Execution execution, Entity row) => WorkerOf(execution, row)?.GetAttributeValue<string>(Worker.Fields.Name) ?? "";

    private static Entity? WorkerOf(Execution execution, Entity row) =>
        row.GetAttributeValue<EntityReference>(Fields.WorkerId) is { } worker
            ? execution.AsSystem.Retrieve(Tables.Worker, worker.Id, new ColumnSet(Worker.Fields.Name, Worker.Fields.UserId))
            : null;

    private static bool Changes(Execution<PlanParticipation> execution, string column) =>
        execution.Target.Attributes.TryGetValue(column, out var value) && !Equals(value, execution.Before.Attributes.TryGetValue(column, out var before) ? before : null);

    // in observe mode it is only noted what would have been refused
    private static void Stop(Execution execution, string refused)
    {
        if (PlanLife.IsEnforced(execution)) throw new InvalidPluginExecutionException(refused);
        execution.Trace("would be refused: " + refused);
    }
}
