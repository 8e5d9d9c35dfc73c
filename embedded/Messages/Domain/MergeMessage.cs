using System;
using System.Linq;
using Crm.Extensions.Embedded.Import;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Crm.Extensions.Embedded.Messages.Domain;

/// <summary>Merges two rows of one table: the subordinate is deactivated and points at its master, which takes the given content; activities go over to it.</summary>
internal sealed class MergeMessage : IMessageHandler
{
    public string Message => "Merge";

    public bool Transactional => true;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        var target = request.Required<EntityReference>("Target");
        var subordinate = request.Required<Guid>("SubordinateId");
        var table = context.TableOf(target.LogicalName);
        if (table.LogicalName is not ("account" or "contact" or "lead" or "incident"))
            throw PlatformFaults.Unsupported($"message 'Merge' on '{table}'");
        if (target.Id == subordinate) throw PlatformFaults.Invalid("A record can't be merged with itself.");
        context.Writable(table.LogicalName, target.Id);
        context.Writable(table.LogicalName, subordinate);
        if (request.Optional<Entity>("UpdateContent") is { Attributes.Count: > 0 } content)
        {
            content.LogicalName = table.LogicalName;
            content.Id = target.Id;
            context.ExecuteAsPlatform(new UpdateRequest { Target = content });
        }
        MoveActivities(context, table.LogicalName, subordinate, target);
        new ComponentRows(context.Organization, context.Transaction).Put(table.LogicalName, subordinate, new()
        {
            ["masterid"] = new Reference(table.LogicalName, target.Id),
            ["merged"] = true,
        });
        var (state, status) = table.LogicalName switch { "incident" => (2, 2000), "lead" => (2, 7), _ => (1, 2) };
        if (table.Find("statuscode")!.Options.All(option => option.Value != status)) status = table.Find("statuscode")!.Options.First(option => option.State == state).Value;
        context.ExecuteAsPlatform(new UpdateRequest
        {
            Target = new Entity(table.LogicalName, subordinate) { ["statecode"] = new OptionSetValue(state), ["statuscode"] = new OptionSetValue(status) },
        });
        return new MergeResponse();
    }

    private static void MoveActivities(MessageContext context, string table, Guid from, EntityReference to)
    {
        foreach (var activity in context.Catalog.Tables.Where(known => known.IsActivity && known.LogicalName != "activitypointer" && known.Find("regardingobjectid") is not null))
        {
            foreach (var row in context.View.Referencing(activity.LogicalName, "regardingobjectid", from).Where(row => row["regardingobjectid"] is Reference { Table: var on } && on == table).ToList())
            {
                context.ExecuteAsPlatform(new UpdateRequest { Target = new Entity(activity.LogicalName, row.Id) { ["regardingobjectid"] = to } });
            }
        }
    }
}
