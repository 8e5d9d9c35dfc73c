using System;
using Crm.Extensions.CustomerView.Identity.Linking;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.CustomerView;

/// <summary>The platform's Merge counts as a steward's "same": whatever a score says, the two records are one customer from then on.</summary>
/// <remarks>The record that is merged into the other is deactivated, not deleted: its link stays.</remarks>
[Step(Message.Merge, Tables.Account, Stage.PostOperation, Mode = StepMode.Asynchronous)]
[Step(Message.Merge, Tables.Contact, Stage.PostOperation, Mode = StepMode.Asynchronous)]
[Step(Message.Merge, Tables.Lead, Stage.PostOperation, Mode = StepMode.Asynchronous)]
public sealed class FollowMerge : Plugin<Entity>
{
    /// <inheritdoc/>
    protected override void Execute(Execution<Entity> execution)
    {
        if (LinkingConfiguration.Of(execution) is not { } configuration) return;

        var subordinate = (Guid)execution.Context.InputParameters["SubordinateId"];
        var arrival = new Arrival(execution.Context.PrimaryEntityName, execution.RowId, execution.CallerId);
        new Linker(execution, configuration).Tie(arrival, subordinate, LinkingTexts.Write(execution.Language, "Merged"));
    }
}
