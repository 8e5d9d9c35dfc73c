using System;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Linking;
using Crm.Extensions.CustomerView.Identity.Operations;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.CustomerView;

/// <summary>
/// When customers have been joined or parted, their links are decided once more: what was asked for rests on what was known then, and records may have
/// changed while it was carried out.
/// </summary>
[Step(Message.Update, Tables.IdentityOperation, Stage.PostOperation, Mode = StepMode.Asynchronous, Filter = ["statuscode"])]
public sealed class FollowOperation : Plugin<Entity>
{
    /// <inheritdoc/>
    protected override void Execute(Execution<Entity> execution)
    {
        if (execution.Target.GetAttributeValue<OptionSetValue>(OperationColumns.Status)?.Value != OperationColumns.Done) return;
        if (LinkingConfiguration.Of(execution) is not { Mode: Platform.Mode.Enforce } configuration) return;

        var query = new QueryExpression(OperationColumns.Table) { ColumnSet = new ColumnSet(OperationColumns.Kind, OperationColumns.Links) };
        query.Criteria.AddCondition(OperationColumns.Id, ConditionOperator.Equal, execution.RowId);
        if (execution.AsSystem.RetrieveMultiple(query).Entities.FirstOrDefault() is not { } row) return;

        // one link of each group is enough: a decision is about all of it
        var links = new Operation(row).SourceLinks;
        if (links.Count == 0) return;

        var linker = new Linker(execution, configuration);
        foreach (var group in execution.AsSystem.RetrieveMultiple(LinkQueries.Links(links)).Entities.Select(found => new KnownLink(found)).Where(link => link.IsActive).GroupBy(link => link.Group))
        {
            var first = group.OrderBy(link => link.Key, StringComparer.Ordinal).First();
            linker.Link(new Arrival(first.Table, new Guid(first.RecordId), execution.CallerId));
        }
    }
}
