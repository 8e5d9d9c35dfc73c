using Crm.Extensions.Compensation.Recognition;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Fields = Crm.Extensions.Model.SurveyResponse.Fields;
using Tables = Crm.Extensions.Model.Tables;

namespace Crm.Extensions.Compensation;

/// <summary>Nobody writes down, or changes, the customer's answer that pays himself.</summary>
/// <remarks>In mode observe (crmx_CompensationMode) the trace log says what would have been refused.</remarks>
[Step(Message.Create, Tables.SurveyResponse, Stage.PreOperation)]
[Step(Message.Update, Tables.SurveyResponse, Stage.PreOperation,
    Filter = [Fields.WorkerId, Fields.CustomerId, Fields.Score, Fields.Words, Fields.StateCode],
    Before = [Fields.WorkerId, Fields.CustomerId, Fields.Score, Fields.Words, Fields.StateCode])]
public sealed class GuardSurvey : Plugin<Entity>
{
    private const string CompensationMode = "crmx_CompensationMode";
    private const int Least = 0;
    private const int Most = 10;

    /// <inheritdoc/>
    protected override void Execute(Execution<Entity> execution)
    {
        var mode = execution.Settings.Mode(CompensationMode);
        if (mode == Mode.Off || execution.IsCausedByRememberer(Bookkeeping.Mark)) return;
        if (execution.Context.MessageName == Message.Update && !execution.ChangesWatchedColumns) return;
        if (execution.Target.GetAttributeValue<int?>(Fields.Score) is < Least or > Most) throw new InvalidPluginExecutionException(RecognitionTexts.Write(execution.Language, "Score"));

        // whom it pays now, and whom it paid before: else one would first hand it to somebody else
        if (!IsCaller(execution, execution.Merged) && !IsCaller(execution, execution.Before)) return;

        var refusal = RecognitionTexts.Write(execution.Language, "OwnSurvey");
        if (mode == Mode.Enforce) throw new InvalidPluginExecutionException(refusal);
        execution.Trace("observed: " + refusal);
    }

    private static bool IsCaller(Execution<Entity> execution, Entity row) =>
        row.GetAttributeValue<EntityReference>(Fields.WorkerId) is { } worker && new RecognitionRows(execution.AsSystem).Worker(worker.Id)?.User == execution.CallerId;
}
