using System;
using System.Linq;
using Crm.Extensions.Embedded.Concurrency;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Security;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Crm.Extensions.Embedded.Messages;

/// <summary>Takes a row away; the rows that point at it go too, lose the link, or forbid it, by relationship.</summary>
internal sealed class DeleteMessage : IMessageHandler
{
    public string Message => "Delete";

    public bool Transactional => true;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        var target = request.Required<EntityReference>("Target");
        var table = context.TableOf(target.LogicalName);
        var id = Addressing.Find(context, table, target) ?? throw PlatformFaults.NotFoundByKey(table.LogicalName);
        context.Demand(table, AccessRight.Delete, null);
        var row = context.Transaction.Lock(table.LogicalName, id) ?? throw PlatformFaults.DoesNotExist(table.LogicalName, id);
        RowVersions.Demand(request, row, target.RowVersion);
        context.Demand(table, AccessRight.Delete, row);
        context.Transaction.HoldForDelete(table.LogicalName, id);

        var pointing = ReferenceMap.Of(context.Catalog).To(table.LogicalName);
        foreach (var relationship in pointing.Where(relationship => relationship.Delete == Cascade.Restrict))
        {
            if (Rows(context, relationship, id).Length > 0) throw PlatformFaults.Restricted(table, relationship);
        }

        foreach (var relationship in pointing.Where(relationship => relationship.Delete != Cascade.Restrict)) Follow(context, relationship, id);
        Unlink(context, table, id);
        context.Transaction.Delete(table, id);
        return new DeleteResponse();
    }

    private static void Follow(MessageContext context, Metadata.Relationship relationship, Guid id)
    {
        foreach (var row in Rows(context, relationship, id))
        {
            if (relationship.Delete == Cascade.Cascade)
            {
                context.Execute(new DeleteRequest { Target = new EntityReference(row.Table.LogicalName, row.Id) });
                continue;
            }

            if (relationship.Delete == Cascade.NoCascade || context.Transaction.Lock(row.Table.LogicalName, row.Id) is not { } present) continue;
            var values = present.Values.Where(value => value.Key != relationship.ReferencingColumn).ToDictionary(StringComparer.Ordinal);
            context.Transaction.Update(new Row(present.Table, present.Id, context.Organization.Database.NextVersion(), values));
        }
    }

    // Links many-to-many, parties of activities and shares go with the row
    private static void Unlink(MessageContext context, Table table, Guid id)
    {
        foreach (var link in context.Catalog.ManyToMany)
        {
            if (context.Catalog.Find(link.IntersectTable) is not { } intersect) continue;
            if (link.FirstTable == table.LogicalName) DeleteAll(context, intersect, link.FirstColumn, id);
            if (link.SecondTable == table.LogicalName) DeleteAll(context, intersect, link.SecondColumn, id);
        }

        if (table.IsActivity && context.Catalog.Find("activityparty") is { } parties) DeleteAll(context, parties, "activityid", id);
        if (context.Catalog.Find("principalobjectaccess") is { } shares) DeleteAll(context, shares, "objectid", id);
    }

    private static void DeleteAll(MessageContext context, Table table, string column, Guid id)
    {
        foreach (var row in context.Transaction.Referencing(table.LogicalName, column, id).ToArray()) context.Transaction.Delete(table, row.Id);
    }

    private static Row[] Rows(MessageContext context, Metadata.Relationship relationship, Guid id) =>
        [.. context.Transaction.Referencing(relationship.ReferencingTable, relationship.ReferencingColumn, id)];
}
