using System;
using System.Linq;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded.Messages;

/// <summary>What a change of owner does to the rows that point at the row, by relationship.</summary>
internal static class AssignCascade
{
    /// <param name="before">The row as it was, with its former owner.</param>
    public static void Run(MessageContext context, Row before, Reference owner)
    {
        foreach (var relationship in context.Catalog.PointingAt(before.Table.LogicalName).Where(relationship => relationship.Assign is not (Cascade.NoCascade or Cascade.RemoveLink or Cascade.Restrict)))
        {
            foreach (var child in context.Transaction.Referencing(relationship.ReferencingTable, relationship.ReferencingColumn, before.Id).ToList())
            {
                if (child.Table.Ownership != Ownership.User || child["ownerid"] as Reference? == owner || !Follows(relationship.Assign, child, before)) continue;
                Assign(context, child, owner);
            }
        }
    }

    private static bool Follows(Cascade cascade, Row child, Row before) => cascade switch
    {
        Cascade.ActiveOnly => child["statecode"] is null or 0,
        Cascade.UserOwned => child["ownerid"] as Reference? == before["ownerid"] as Reference?,
        _ => true,
    };

    private static void Assign(MessageContext context, Row child, Reference owner)
    {
        var table = child.Table;
        if (context.Transaction.Lock(table.LogicalName, child.Id) is not { } present) return;
        var draft = new Draft(context, table, child.Id, present.Values.ToDictionary(StringComparer.Ordinal));
        draft.Values["ownerid"] = owner;
        draft.Values["modifiedon"] = context.Now;
        draft.Values["modifiedby"] = new Reference("systemuser", context.Call.UserId);
        draft.SettleOwner();
        context.Transaction.Update(draft.ToRow());
        Run(context, present, owner);
    }
}
