using System;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Linking;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;

namespace Crm.Extensions.CustomerView;

/// <summary>Links a record anew whose link was put back to "arrived": by <c>crmx_LinkRecord</c>, whose own work nobody sees before it commits, or by a steward.</summary>
[Step(Message.Create, Tables.SourceLink, Stage.PostOperation, Mode = StepMode.Asynchronous)]
[Step(Message.Update, Tables.SourceLink, Stage.PostOperation, Mode = StepMode.Asynchronous, Filter = [SourceLink.Fields.Stage])]
public sealed class Relink : Plugin<SourceLink>
{
    /// <inheritdoc/>
    protected override void Execute(Execution<SourceLink> execution)
    {
        if (execution.Target.Stage != UnificationStage.Arrived || execution.IsCausedByRememberer(Linker.Mark)) return;
        if (LinkingConfiguration.Of(execution) is not { } configuration) return;
        if (execution.AsSystem.RetrieveMultiple(LinkQueries.Link(execution.RowId)).Entities.FirstOrDefault() is not { } row) return;

        var link = new KnownLink(row);
        new Linker(execution, configuration).Link(new Arrival(link.Table, new Guid(link.RecordId), execution.CallerId));
    }
}
