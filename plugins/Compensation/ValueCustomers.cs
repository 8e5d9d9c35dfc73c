using Crm.Extensions.Compensation.Snapshots;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Fields = Crm.Extensions.Model.ClosingWork.Fields;

namespace Crm.Extensions.Compensation;

/// <summary>Values customers in the background when crmx_RefreshValue has asked for all of them, and carries on what was interrupted when its attempts are written. Work of other kinds is not its own.</summary>
/// <remarks>No transaction: every write is repeatable.</remarks>
[Step(Message.Create, Tables.ClosingWork, Stage.PostOperation, Mode = StepMode.Asynchronous)]
[Step(Message.Update, Tables.ClosingWork, Stage.PostOperation, Mode = StepMode.Asynchronous, Filter = [Fields.Attempts])]
public sealed class ValueCustomers : Plugin<ClosingWork>
{
    /// <inheritdoc/>
    protected override void Execute(Execution<ClosingWork> execution)
    {
        // a row that is created says its kind; one that is taken up again must be asked
        if (execution.Target.Kind is { } kind && kind is not (ValuationWork.WholeKind or ValuationWork.SliceKind)) return;
        if (execution.Settings.Mode(RefreshValue.ModeVariable) == Platform.Mode.Off) return;

        new ValuationWork(execution).CarryOn(execution.RowId);
    }
}
