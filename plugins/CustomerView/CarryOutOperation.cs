using System;
using Crm.Extensions.CustomerView.Erasure;
using Crm.Extensions.CustomerView.Identity.Operations;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.CustomerView;

/// <summary>
/// Carries out what a row of crmx_identityoperation asks for: joining, splitting, forgetting, undoing. It runs when the row is made, and again when
/// crmx_RunDue finds that it was interrupted.
/// </summary>
/// <remarks>No transaction: every write is repeatable. See <see cref="MoveRun"/> for what makes an interruption harmless.</remarks>
[Step(Message.Create, OperationColumns.Table, Stage.PostOperation, Mode = StepMode.Asynchronous)]
[Step(Message.Update, OperationColumns.Table, Stage.PostOperation, Mode = StepMode.Asynchronous, Filter = [OperationColumns.Cursor])]
public sealed class CarryOutOperation : Plugin<Entity>
{
    /// <inheritdoc/>
    protected override void Execute(Execution<Entity> execution)
    {
        var desk = new OperationDesk(execution);
        try
        {
            if (desk.Store.Find(execution.RowId) is { IsOpen: true } operation) Advance(desk, operation);
        }
        catch (OperationTakenException taken)
        {
            execution.Trace(taken.Message);
        }
    }

    private static void Advance(OperationDesk desk, Operation operation)
    {
        if (operation.Undoes is { } undone) Undo(desk, operation, undone);
        else if (operation.Kind == OperationColumns.Forget) new ErasureRun(desk).Advance(operation);
        else Move(Run(desk, operation), operation);
    }

    private static MoveRun Run(OperationDesk desk, Operation operation) => operation.Kind == OperationColumns.Join ? new JoinRun(desk) : new SplitRun(desk);

    private static void Move(MoveRun run, Operation operation)
    {
        if (operation.PartOf is { } whole) run.AdvancePart(operation, whole);
        else run.Advance(operation);
    }

    private static void Undo(OperationDesk desk, Operation operation, Guid undone)
    {
        var run = new UndoRun(desk);
        if (operation.PartOf is { } whole) run.AdvancePart(operation, undone, whole);
        else run.Advance(operation, undone);
    }
}
