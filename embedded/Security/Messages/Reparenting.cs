using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Messages;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Crm.Sdk.Messages;

namespace Crm.Extensions.Embedded.Security.Messages;

/// <summary>What a row inherits when it comes to hang on another by a parental look-up: the rights of those with whom that one is shared, and all rights for its owner.</summary>
/// <remarks>It loses what it had inherited from the row it hung on before.</remarks>
internal static class Reparenting
{
    private const AccessRights All = AccessRights.ReadAccess | AccessRights.WriteAccess | AccessRights.AppendAccess | AccessRights.AppendToAccess
        | AccessRights.DeleteAccess | AccessRights.ShareAccess | AccessRights.AssignAccess;

    /// <param name="before">The row before the change; null for a new one.</param>
    public static void Run(MessageContext context, Row row, Row? before)
    {
        if (row.Table.Ownership != Ownership.User) return;
        foreach (var relationship in context.Catalog.PointingFrom(row.Table.LogicalName))
        {
            if (relationship.Reparent is not (Cascade.Cascade or Cascade.ActiveOnly or Cascade.UserOwned)) continue;
            var (old, present) = (Above(context, relationship, before), Above(context, relationship, row));
            if (old?.Id == present?.Id) continue;
            if (old is not null) Change(context, row, old, (_, _) => AccessRights.None);
            if (present is not null && Follows(relationship.Reparent, row, present)) Change(context, row, present, (had, given) => had | given);
        }
    }

    private static Row? Above(MessageContext context, Relationship relationship, Row? row) =>
        row?[relationship.ReferencingColumn] is Reference reference && reference.Table == relationship.ReferencedTable
            ? context.Transaction.Find(reference.Table, reference.Id)
            : null;

    private static bool Follows(Cascade cascade, Row row, Row above) => cascade switch
    {
        Cascade.ActiveOnly => row["statecode"] is null or 0,
        Cascade.UserOwned => Equals(row["ownerid"], above["ownerid"]),
        _ => true,
    };

    private static void Change(MessageContext context, Row row, Row above, Func<AccessRights, AccessRights, AccessRights> change)
    {
        foreach (var (principal, given) in Inherited(context, row, above).ToList())
            Sharing.Inherit(context, row, principal, had => change(had, given));
    }

    private static IEnumerable<(Reference Principal, AccessRights Given)> Inherited(MessageContext context, Row row, Row above)
    {
        foreach (var share in Shares.On(context.Transaction, above.Id)) yield return share;
        if (above["ownerid"] is Reference owner && row["ownerid"] as Reference? != owner) yield return (owner, All);
    }
}
