using Crm.Extensions.Compensation.Closing;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Compensation;

/// <summary>A claim stays as it was made, and is answered by crmx_AnswerDispute, which brings the answer into the next revision.</summary>
[Step(Message.Update, PayTables.Dispute, Stage.PreOperation,
    Filter = [DisputeColumns.Line, DisputeColumns.Statement, DisputeColumns.Claim, DisputeColumns.Answer, DisputeColumns.Outcome, DisputeColumns.AdjustingLine, DisputeColumns.AnsweredBy, DisputeColumns.DueOn, "statecode", "statuscode"])]
public sealed class GuardDispute : Plugin<Entity>
{
    /// <inheritdoc/>
    protected override void Execute(Execution<Entity> execution)
    {
        if (ClosingMarks.IsBookkeeping(execution) || ClosingMarks.MachineryOf(execution) == StatementMachinery.Dispute) return;

        throw new InvalidPluginExecutionException(ClosingTexts.Write(execution.Language, "AnswerByApi"));
    }
}
