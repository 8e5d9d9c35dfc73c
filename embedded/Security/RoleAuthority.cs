using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Query;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Crm.Sdk.Messages;

namespace Crm.Extensions.Embedded.Security;

/// <summary>Rights as the platform grants them: by roles and their depth, by sharing, and for secured columns by profiles.</summary>
/// <remarks>The System Administrator role has every right. Disabled users have none. The engine on its own account does not ask.</remarks>
internal sealed class RoleAuthority(Func<Catalog> catalog, SecurityStore store) : IRowAuthority
{
    private readonly PrincipalCache principals = new();
    private readonly PrivilegeCache cache = new(store);
    private readonly ColumnPermissions columns = new(store);

    public void Demand(IReadView view, Guid user, Table table, AccessRight right, Row? row)
    {
        var principal = Enabled(view, user);
        var privileges = cache.Of(principal);
        if (privileges.IsAdministrator) return;
        if (table.LogicalName == "activityparty" && row is not null)
        {
            if (!PartyScope(view, user)(row)) throw SecurityFaults.Access(user, right, table.LogicalName, row.Id);
            return;
        }
        if (NameOf(table, right) is not { } privilege) return;
        var reaches = privileges.Of(privilege) ?? throw SecurityFaults.Privilege(principal, privilege, table.LogicalName);
        if (row is null || new RowScope(view, principal, reaches).Covers(row) || Shares.Of(view, principal, row.Id).HasFlag(Flag(right))) return;
        throw SecurityFaults.Access(user, right, table.LogicalName, row.Id);
    }

    public bool CanRead(IReadView view, Guid user, Row row)
    {
        var principal = Enabled(view, user);
        return Rights(view, principal, row, AccessRight.Read);
    }

    public Func<Row, bool>? ReadFilter(IReadView view, Guid user, Table table)
    {
        var principal = Enabled(view, user);
        var privileges = cache.Of(principal);
        if (privileges.IsAdministrator) return null;
        if (table.LogicalName == Shares.TableName) throw SecurityFaults.Privilege(principal, "prvReadPrincipalObjectAccess", table.LogicalName);
        if (NameOf(table, AccessRight.Read) is not { } privilege) return null;
        var reaches = privileges.Of(privilege) ?? throw SecurityFaults.Privilege(principal, privilege, table.LogicalName);
        if (table.LogicalName == "activityparty") return PartyScope(view, user);
        var scope = new RowScope(view, principal, reaches);
        if (scope.IsEverything) return null;
        HashSet<Guid>? shared = null;
        return row => scope.Covers(row) || (shared ??= Shares.Readable(view, principal)).Contains(row.Id);
    }

    public bool CanReadColumn(IReadView view, Guid user, Row row, Column column) => CanReadColumn(view, user, row.Table, column);

    /// <summary>Whether the user may read a secured column in any row he may read.</summary>
    public bool CanReadColumn(IReadView view, Guid user, Table table, Column column) =>
        !column.Secured || Secured(view, user, principal => columns.MayRead(view, principal, table.LogicalName, column.LogicalName));

    public void DemandCreateColumns(IReadView view, Guid user, Table table, IEnumerable<Column> columns)
    {
        foreach (var column in columns.Where(column => column.Secured))
        {
            if (!Secured(view, user, principal => this.columns.MayCreate(view, principal, table.LogicalName, column.LogicalName)))
                throw SecurityFaults.ColumnCreate(user, table.LogicalName, column.LogicalName);
        }
    }

    public void DemandUpdateColumns(IReadView view, Guid user, Row row, IEnumerable<Column> columns)
    {
        foreach (var column in columns.Where(column => column.Secured))
        {
            if (!Secured(view, user, principal => this.columns.MayUpdate(view, principal, row.Table.LogicalName, column.LogicalName)))
                throw SecurityFaults.ColumnUpdate(user, row.Table.LogicalName, column.LogicalName);
        }
    }

    /// <summary>Faults unless one of the user's roles has the privilege, at whatever depth: for custom APIs and miscellaneous privileges.</summary>
    public void DemandPrivilege(IReadView view, Guid user, string privilege)
    {
        var principal = Enabled(view, user);
        var privileges = cache.Of(principal);
        if (!privileges.IsAdministrator && privileges.Of(privilege) is null) throw SecurityFaults.Privilege(principal, privilege, null);
    }

    /// <summary>All rights that a principal (a user) has on a row, by roles and by sharing.</summary>
    public AccessRights RightsOn(IReadView view, Guid user, Row row)
    {
        var principal = principals.Of(view, user);
        var rights = AccessRights.None;
        if (principal.IsDisabled) return rights;
        foreach (var right in Enum.GetValues<AccessRight>())
        {
            if (right != AccessRight.Create && Rights(view, principal, row, right)) rights |= Flag(right);
        }
        return rights;
    }

    /// <summary>The user's privileges by name and reach.</summary>
    public PrivilegeSet Privileges(IReadView view, Guid user) => cache.Of(principals.Of(view, user));

    internal static AccessRights Flag(AccessRight right) => right switch
    {
        AccessRight.Read => AccessRights.ReadAccess,
        AccessRight.Write => AccessRights.WriteAccess,
        AccessRight.Append => AccessRights.AppendAccess,
        AccessRight.AppendTo => AccessRights.AppendToAccess,
        AccessRight.Create => AccessRights.CreateAccess,
        AccessRight.Delete => AccessRights.DeleteAccess,
        AccessRight.Share => AccessRights.ShareAccess,
        _ => AccessRights.AssignAccess,
    };

    private bool Rights(IReadView view, Principal principal, Row row, AccessRight right)
    {
        var privileges = cache.Of(principal);
        if (privileges.IsAdministrator) return true;
        if (row.Table.LogicalName == "activityparty") return PartyScope(view, principal.UserId)(row);
        if (NameOf(row.Table, right) is not { } privilege) return true;
        // a share gives nothing to whom the privilege is lacking altogether
        return privileges.Of(privilege) is { } reaches
            && (new RowScope(view, principal, reaches).Covers(row) || Shares.Of(view, principal, row.Id).HasFlag(Flag(right)));
    }

    private Principal Enabled(IReadView view, Guid user)
    {
        var principal = principals.Of(view, user);
        return principal.IsDisabled ? throw SecurityFaults.Disabled(user) : principal;
    }

    private bool Secured(IReadView view, Guid user, Func<Principal, bool> allowed)
    {
        var principal = Enabled(view, user);
        return cache.Of(principal).IsAdministrator || allowed(principal);
    }

    private string? NameOf(Table table, AccessRight right) =>
        PrivilegeNames.Of(table, right, catalog().ManyToMany.Any(link => link.IntersectTable == table.LogicalName));

    /// <summary>A party may be seen by those who may see its activity.</summary>
    private Func<Row, bool> PartyScope(IReadView view, Guid user)
    {
        var activities = catalog().Tables.Where(table => table.IsActivity && table.LogicalName != "activitypointer").ToArray();
        return party =>
        {
            if (Cell.Key(party["activityid"]) is not { } id) return false;
            foreach (var table in activities)
            {
                if (view.Find(table.LogicalName, id) is { } activity) return CanRead(view, user, activity);
            }
            return false;
        };
    }
}
