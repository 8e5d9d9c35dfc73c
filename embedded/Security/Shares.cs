using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Query;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Crm.Sdk.Messages;

namespace Crm.Extensions.Embedded.Security;

/// <summary>Rows of principalobjectaccess: who was given which rights on which row, directly or through a row above it.</summary>
/// <remarks>Object and principal are kept as references, so that both can be found by index.</remarks>
internal static class Shares
{
    internal const string TableName = "principalobjectaccess";

    private static readonly Table Plain = new(TableName, "PrincipalObjectAccess", Ownership.None, isActivity: false,
        [
            new Column { LogicalName = "principalobjectaccessid", SchemaName = "PrincipalObjectAccessId", Type = ColumnType.PrimaryKey },
            new Column { LogicalName = "objectid", SchemaName = "ObjectId", Type = ColumnType.Lookup },
            new Column { LogicalName = "principalid", SchemaName = "PrincipalId", Type = ColumnType.Lookup },
            new Column { LogicalName = "accessrightsmask", SchemaName = "AccessRightsMask", Type = ColumnType.Integer },
            new Column { LogicalName = "inheritedaccessrightsmask", SchemaName = "InheritedAccessRightsMask", Type = ColumnType.Integer },
        ],
        []);

    /// <summary>The rights a user has on a row by sharing, his teams' shares among them.</summary>
    public static AccessRights Of(IReadView view, Principal principal, Guid row)
    {
        var rights = AccessRights.None;
        foreach (var share in view.Referencing(TableName, "objectid", row))
        {
            if (Cell.Key(share["principalid"]) is { } holder && principal.Is(holder)) rights |= Mask(share);
        }
        return rights;
    }

    /// <summary>Ids of the rows that a user may read by sharing.</summary>
    public static HashSet<Guid> Readable(IReadView view, Principal principal)
    {
        var found = new HashSet<Guid>();
        foreach (var holder in principal.Teams.Select(team => team.Id).Prepend(principal.UserId))
        {
            foreach (var share in view.Referencing(TableName, "principalid", holder))
            {
                if (Mask(share).HasFlag(AccessRights.ReadAccess) && Cell.Key(share["objectid"]) is { } row) found.Add(row);
            }
        }
        return found;
    }

    /// <summary>Who has which rights on a row by direct sharing.</summary>
    public static IEnumerable<(Reference Principal, AccessRights Rights)> On(IReadView view, Guid row) =>
        from share in view.Referencing(TableName, "objectid", row)
        where share["principalid"] is Reference
        select ((Reference)share["principalid"]!, Mask(share));

    /// <summary>Sets what a principal has on a row; none takes the share away.</summary>
    /// <param name="inherited">Whether it comes from a row above.</param>
    /// <param name="change">The new rights, from those there were.</param>
    public static void Change(Transaction transaction, Func<Guid> newId, Func<long> newVersion, Reference row, Reference principal, bool inherited, Func<AccessRights, AccessRights> change)
    {
        var own = inherited ? "inheritedaccessrightsmask" : "accessrightsmask";
        var other = inherited ? "accessrightsmask" : "inheritedaccessrightsmask";
        var share = transaction.Referencing(TableName, "objectid", row.Id).FirstOrDefault(found => Cell.Key(found["principalid"]) == principal.Id);
        var rights = change((AccessRights)(share?[own] as int? ?? 0));
        var kept = share?[other] as int? ?? 0;
        if (rights == AccessRights.None && kept == 0)
        {
            if (share is not null) transaction.Delete(share.Table, share.Id);
            return;
        }
        var values = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["principalobjectaccessid"] = share?.Id ?? newId(),
            ["objectid"] = row,
            ["principalid"] = principal,
            [own] = (int)rights,
            [other] = kept,
        };
        var next = new Row(share?.Table ?? Plain, (Guid)values["principalobjectaccessid"], newVersion(), values);
        if (share is null) transaction.Insert(next);
        else transaction.Update(next);
    }

    private static AccessRights Mask(Row share) => (AccessRights)((share["accessrightsmask"] as int? ?? 0) | (share["inheritedaccessrightsmask"] as int? ?? 0));
}
