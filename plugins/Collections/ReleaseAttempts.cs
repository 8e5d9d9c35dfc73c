using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Collections;

/// <summary>Gives the customer's day back when a planned contact is deleted. What was made stays on record.</summary>
[Step(Message.Delete, Tables.PhoneCall, Stage.PostOperation)]
[Step(Message.Delete, Tables.Letter, Stage.PostOperation)]
[Step(Message.Delete, Tables.Appointment, Stage.PostOperation)]
[Step(Message.Delete, Tables.TextMessage, Stage.PostOperation)]
[Step(Message.Delete, Tables.Email, Stage.PostOperation)]
public sealed class ReleaseAttempts : Plugin<Entity>
{
    /// <inheritdoc/>
    protected override void Execute(Execution<Entity> execution)
    {
        if (CourtesyConfiguration.Of(execution) is null) return;

        var own = new Queries(execution.AsSystem).AttemptsOf(execution.RowId);
        foreach (var row in AttemptRows.Released(own)) AttemptWriter.Write(execution, row);
    }
}
