using Crm.Extensions.Compensation.Closing;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation;

/// <summary>Lines come from a calculation or from the answer to a dispute; nobody writes or mends one by hand.</summary>
[Step(Message.Create, PayTables.Line, Stage.PreOperation)]
[Step(Message.Update, PayTables.Line, Stage.PreOperation,
    Filter = [LineColumns.Statement, LineColumns.Number, LineColumns.Kind, LineColumns.Component, LineColumns.Measure, LineColumns.Amount, LineColumns.Evidence, LineColumns.EvidenceTable, LineColumns.EvidenceId, LineColumns.Reverses])]
public sealed class GuardStatementLine : Plugin<Entity>
{
    /// <inheritdoc/>
    protected override void Execute(Execution<Entity> execution)
    {
        if (ClosingMarks.IsBookkeeping(execution) || ClosingMarks.MachineryOf(execution) is not StatementMachinery.None) return;

        throw new InvalidPluginExecutionException(ClosingTexts.Write(execution.Language, "NotByHand"));
    }
}
