using System;
using Crm.Extensions.CustomerView.GoldenRecord;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Fields = Crm.Extensions.Model.SourceLink.Fields;

namespace Crm.Extensions.CustomerView;

/// <summary>
/// Computes a customer anew when one of its records changes, comes or goes: which record's values survive, and why. The records themselves are never
/// written, and what a person typed on the customer stays.
/// </summary>
[Step(Message.Create, Tables.SourceLink, Stage.PostOperation, Mode = StepMode.Asynchronous)]
[Step(Message.Update, Tables.SourceLink, Stage.PostOperation, Mode = StepMode.Asynchronous,
    Filter = [Fields.CustomerId, Fields.SourceId, Fields.Identity, Fields.ConfirmedOn, Fields.StateCode], Before = [Fields.CustomerId, Fields.SourceId, Fields.Identity, Fields.ConfirmedOn, Fields.StateCode])]
public sealed class RefreshGoldenRecord : Plugin<SourceLink>
{
    /// <inheritdoc/>
    protected override void Execute(Execution<SourceLink> execution)
    {
        if (CustomerRefresh.IsOff(execution)) return;
        if (execution.Context.MessageName == Message.Update && !execution.ChangesWatchedColumns) return;

        var customer = execution.Merged.CustomerId?.Id ?? Guid.Empty;
        var before = execution.Before.CustomerId?.Id ?? Guid.Empty;
        if (customer != Guid.Empty) CustomerRefresh.Run(execution, customer, withStanding: false);
        if (before != Guid.Empty && before != customer) CustomerRefresh.Run(execution, before, withStanding: false);
    }
}
