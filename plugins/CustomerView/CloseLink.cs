using System.Linq;
using Crm.Extensions.CustomerView.Identity.Linking;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.CustomerView;

/// <summary>
/// A department's record is deleted: its link says so before its look-up is emptied, and keeps what the record said as long as law asks and nobody is
/// forgotten. Deactivating a record is no deletion.
/// </summary>
[Step(Message.Delete, Tables.Account, Stage.PreOperation)]
[Step(Message.Delete, Tables.Contact, Stage.PreOperation)]
[Step(Message.Delete, Tables.Lead, Stage.PreOperation)]
[Step(Message.Delete, Tables.ExternalRecord, Stage.PreOperation)]
public sealed class CloseLink : Plugin<Entity>
{
    /// <inheritdoc/>
    protected override void Execute(Execution<Entity> execution)
    {
        // also where the capability is off by now: a link to nothing helps nobody
        var query = LinkQueries.LinkOf(execution.Context.PrimaryEntityName, execution.RowId);
        if (execution.AsSystem.RetrieveMultiple(query).Entities.FirstOrDefault() is not { } row || !new KnownLink(row).IsActive) return;

        execution.AsSystem.Update(new Entity(Tables.SourceLink, row.Id)
        {
            [SourceLink.Fields.StateCode] = new OptionSetValue((int)SourceLink_StateCode.Inactive),
            [SourceLink.Fields.StatusCode] = new OptionSetValue((int)SourceLink_StatusCode.Superseded),
        });
    }
}
