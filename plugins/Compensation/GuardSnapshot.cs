using Crm.Extensions.Compensation.Snapshots;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Fields = Crm.Extensions.Model.ValueSnapshot.Fields;

namespace Crm.Extensions.Compensation;

/// <summary>Refuses to change or delete what a customer was worth on a day: people were paid by it. Not even whose it was: when two customers turn out to be one, each keeps what was measured of it.</summary>
[Step(Message.Update, Tables.ValueSnapshot, Stage.PreValidation,
    Filter = [Fields.AsOf, Fields.AttainableValue, Fields.BadProfit, Fields.Currency, Fields.CustomerId, Fields.ExpectedValue, Fields.Model, Fields.PeriodId, Fields.PotentialSegment, Fields.Reason, Fields.Value, Fields.ValueSegment],
    Before = [Fields.AsOf, Fields.AttainableValue, Fields.BadProfit, Fields.Currency, Fields.CustomerId, Fields.ExpectedValue, Fields.Model, Fields.PeriodId, Fields.PotentialSegment, Fields.Reason, Fields.Value, Fields.ValueSegment])]
[Step(Message.Delete, Tables.ValueSnapshot, Stage.PreValidation)]
public sealed class GuardSnapshot : Plugin<ValueSnapshot>
{
    /// <inheritdoc/>
    protected override void Execute(Execution<ValueSnapshot> execution)
    {
        if (execution.Context.MessageName == Message.Update && !execution.ChangesWatchedColumns) return;

        throw new InvalidPluginExecutionException(SnapshotTexts.Write(execution.Language, "Frozen"));
    }
}
