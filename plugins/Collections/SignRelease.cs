using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Fields = Crm.Extensions.Model.ContactHold.Fields;

namespace Crm.Extensions.Collections;

/// <summary>Writes into a hold who released it, and when. Whoever may not write holds cannot release one.</summary>
[Step(Message.Update, Tables.ContactHold, Stage.PreOperation, Filter = [Fields.StateCode], Before = [Fields.StateCode])]
public sealed class SignRelease : Plugin<Model.ContactHold>
{
    private const int Inactive = 1;

    /// <inheritdoc/>
    protected override void Execute(Execution<Model.ContactHold> execution)
    {
        if (!execution.ChangesWatchedColumns) return;

        var released = execution.Target.GetAttributeValue<OptionSetValue>(Fields.StateCode)?.Value == Inactive;
        execution.Write(Fields.ReleasedById, released ? new EntityReference(Tables.SystemUser, execution.CallerId) : null);
        execution.Write(Fields.ReleasedOn, released ? execution.Clock.UtcNow : null);
    }
}
