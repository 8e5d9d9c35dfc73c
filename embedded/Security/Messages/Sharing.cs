using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Messages;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Security.Messages;

/// <summary>What the sharing messages have in common: finding the row, asking for the right to share, and the rows below that share with it.</summary>
internal static class Sharing
{
    /// <summary>The row to be shared; faults where it is not there or the caller may not share it.</summary>
    public static Row Target(MessageContext context, OrganizationRequest request)
    {
        var target = request.Required<EntityReference>("Target");
        var table = context.TableOf(target.LogicalName);
        var row = context.View.Find(table.LogicalName, target.Id) ?? throw PlatformFaults.DoesNotExist(target.LogicalName, target.Id);
        if (row.Table.Ownership != Ownership.User) throw SecurityFaults.Argument($"Rows of '{row.Table.LogicalName}' belong to nobody in particular and can't be shared.");
        context.Demand(row.Table, AccessRight.Share, row);
        return row;
    }

    public static Reference Principal(MessageContext context, EntityReference? principal)
    {
        if (principal?.LogicalName is not ("systemuser" or "team")) throw SecurityFaults.Argument($"A row is shared with a systemuser or a team, not with '{principal?.LogicalName}'.");
        return context.View.Find(principal.LogicalName, principal.Id) is null
            ? throw PlatformFaults.DoesNotExist(principal.LogicalName, principal.Id)
            : new Reference(principal.LogicalName, principal.Id);
    }

    /// <summary>Changes the rights of a principal on a row, and on the rows below it whose relationships pass sharing on.</summary>
    public static void Change(MessageContext context, Row row, Reference principal, Func<AccessRights, AccessRights> change, Func<Metadata.Relationship, Cascade> kind)
    {
        Set(context, row, principal, inherited: false, change);
        Below(context, row, principal, change, kind);
    }

    /// <summary>Changes the rights that a row, and those below it in parental relationships, have from a row above.</summary>
    public static void Inherit(MessageContext context, Row row, Reference principal, Func<AccessRights, AccessRights> change)
    {
        Set(context, row, principal, inherited: true, change);
        Below(context, row, principal, change, relationship => relationship.Reparent);
    }

    private static void Below(MessageContext context, Row row, Reference principal, Func<AccessRights, AccessRights> change, Func<Metadata.Relationship, Cascade> kind)
    {
        var seen = new HashSet<Guid> { row.Id };
        var open = new Queue<Row>([row]);
        while (open.TryDequeue(out var above))
        {
            foreach (var below in Below(context, above, kind).Where(below => seen.Add(below.Id)).ToList())
            {
                Set(context, below, principal, inherited: true, change);
                open.Enqueue(below);
            }
        }
    }

    private static void Set(MessageContext context, Row row, Reference principal, bool inherited, Func<AccessRights, AccessRights> change) =>
        Shares.Change(context.Transaction, context.Organization.Database.NextId, context.Organization.Database.NextVersion, new Reference(row.Table.LogicalName, row.Id), principal, inherited, change);

    private static IEnumerable<Row> Below(MessageContext context, Row above, Func<Metadata.Relationship, Cascade> kind)
    {
        foreach (var relationship in context.Catalog.PointingAt(above.Table.LogicalName))
        {
            var cascade = kind(relationship);
            if (cascade is not (Cascade.Cascade or Cascade.ActiveOnly or Cascade.UserOwned)) continue;
            foreach (var row in context.Transaction.Referencing(relationship.ReferencingTable, relationship.ReferencingColumn, above.Id))
            {
                if (cascade == Cascade.ActiveOnly && row["statecode"] is not (null or 0)) continue;
                if (cascade == Cascade.UserOwned && !Equals(row["ownerid"], above["ownerid"])) continue;
                yield return row;
            }
        }
    }
}
