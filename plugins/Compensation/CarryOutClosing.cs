using Crm.Extensions.Compensation.Closing;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation;

/// <summary>Carries out one slice of a period's close. It runs when the slice is made, and again when crmx_RunDue finds that it was interrupted. Work of other kinds is not its own.</summary>
/// <remarks>No transaction: every write is repeatable, and every row has an id derived from what it is.</remarks>
[Step(Message.Create, PayTables.Work, Stage.PostOperation, Mode = StepMode.Asynchronous)]
[Step(Message.Update, PayTables.Work, Stage.PostOperation, Mode = StepMode.Asynchronous, Filter = [WorkColumns.Attempts])]
public sealed class CarryOutClosing : Plugin<Entity>
{
    /// <inheritdoc/>
    protected override void Execute(Execution<Entity> execution)
    {
        // a row that is created says its kind; one that is taken up again must be asked
        if (execution.Target.GetAttributeValue<string>(WorkColumns.Kind) is { } kind && !IsOwn(kind)) return;
        if (execution.Settings.Mode(CompensationMode.Variable) == Mode.Off) return;

        var desk = new ClosingDesk(execution);
        if (desk.Store.Find(execution.RowId) is not { IsOpen: true } work || !IsOwn(work.Kind)) return;

        if (work.Kind != WorkColumns.CloseKind && !new SliceRun(desk).Carry(work)) return;
        new CloseRun(desk).Advance(work.Period);
    }

    private static bool IsOwn(string kind) => kind is WorkColumns.CloseKind or WorkColumns.ValueKind or WorkColumns.StatementKind;
}
