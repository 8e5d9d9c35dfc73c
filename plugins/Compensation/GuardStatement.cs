using System;
using System.Linq;
using Crm.Extensions.Compensation.Closing;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation;

/// <summary>
/// Keeps statements to what was calculated, and to their way: nobody writes an amount by hand, what has been shown stays as it is, and each state is
/// reached by whom it is for, over the form as over the API.
/// </summary>
[Step(Message.Create, PayTables.Statement, Stage.PreOperation)]
[Step(Message.Update, PayTables.Statement, Stage.PreOperation,
    Filter = [
        StatementColumns.Status, StatementColumns.State, StatementColumns.Gross, StatementColumns.HeldBack, StatementColumns.Payable, StatementColumns.Carried,
        StatementColumns.Content, StatementColumns.Digest, StatementColumns.Explanation, StatementColumns.Worker, StatementColumns.Period, StatementColumns.Revision,
        StatementColumns.ApprovedByManager, StatementColumns.ApprovedByHr, StatementColumns.ShownOn, StatementColumns.ExportedOn, StatementColumns.NettingAgreedOn],
    Before = [StatementColumns.Status, StatementColumns.Worker, StatementColumns.ApprovedByManager])]
public sealed class GuardStatement : Plugin<Entity>
{
    private static readonly string[] Calculated =
    [
        StatementColumns.Gross, StatementColumns.HeldBack, StatementColumns.Payable, StatementColumns.Carried, StatementColumns.Content, StatementColumns.Digest,
        StatementColumns.Explanation, StatementColumns.Worker, StatementColumns.Period, StatementColumns.Revision,
    ];

    private static readonly string[] Signed = [StatementColumns.ApprovedByManager, StatementColumns.ApprovedByHr, StatementColumns.ShownOn, StatementColumns.ExportedOn, StatementColumns.NettingAgreedOn];

    /// <inheritdoc/>
    protected override void Execute(Execution<Entity> execution)
    {
        if (ClosingMarks.IsBookkeeping(execution)) return;

        var machinery = ClosingMarks.MachineryOf(execution);
        var from = Of(execution.Before);
        if (IsNew(execution))
        {
            if (machinery is StatementMachinery.None) throw Refuse(execution, "NotByHand");
            return;
        }

        if (Calculated.Any(execution.Writes))
        {
            if (machinery is StatementMachinery.None) throw Refuse(execution, "NotByHand");
            if (from is not (StatementState.Calculated or StatementState.Superseded)) throw Refuse(execution, "ClosedStays", ClosingTexts.State(execution.Language, from));
        }

        if (Signed.Any(execution.Writes) && machinery is StatementMachinery.None) throw Refuse(execution, "NotByHand");
        if (execution.Writes(StatementColumns.Status) || execution.Writes(StatementColumns.State)) Move(execution, from, Of(execution.Merged));
    }

    private static void Move(Execution<Entity> execution, StatementState from, StatementState to)
    {
        if (from == to) return;

        var actor = PayRights.Actor(
            execution,
            execution.Before.GetAttributeValue<EntityReference>(StatementColumns.Worker)?.Id ?? Guid.Empty,
            execution.Before.GetAttributeValue<EntityReference>(StatementColumns.ApprovedByManager)?.Id);
        if (StatementTransition.WhyNot(from, to, actor) is { } why)
        {
            throw Refuse(execution, why, ClosingTexts.State(execution.Language, from), ClosingTexts.State(execution.Language, to));
        }

        if (actor.Machinery is StatementMachinery.None or StatementMachinery.Export && execution.Settings.Mode(CompensationMode.Variable) != Mode.Enforce)
        {
            throw Refuse(execution, "OnlyObserved");
        }

        Sign(execution, from, to);
    }

    private static void Sign(Execution<Entity> execution, StatementState from, StatementState to)
    {
        var caller = new EntityReference(Model.Tables.SystemUser, execution.CallerId);
        switch (to)
        {
            case StatementState.Shown when from == StatementState.Calculated:
                execution.Write(StatementColumns.ShownOn, execution.Clock.UtcNow);
                break;
            case StatementState.Shown or StatementState.Disputed:
                execution.Write(StatementColumns.ApprovedByManager, null);
                break;
            case StatementState.ApprovedByManager:
                execution.Write(StatementColumns.ApprovedByManager, caller);
                break;
            case StatementState.ApprovedByHr:
                execution.Write(StatementColumns.ApprovedByHr, caller);
                break;
            case StatementState.Exported:
                execution.Write(StatementColumns.ExportedOn, execution.Clock.UtcNow);
                break;
        }

        // by the form people choose the status alone; the platform's state follows
        execution.Write(StatementColumns.State, new OptionSetValue(StatementStates.StateCode(to)));
    }

    private static bool IsNew(Execution<Entity> execution) => string.Equals(execution.Context.MessageName, Message.Create, StringComparison.OrdinalIgnoreCase);

    private static StatementState Of(Entity row) => (StatementState)(row.GetAttributeValue<OptionSetValue>(StatementColumns.Status)?.Value ?? (int)StatementState.Calculated);

    private static InvalidPluginExecutionException Refuse(Execution<Entity> execution, string text, params object[] facts) =>
        new(ClosingTexts.Write(execution.Language, text, facts));
}
