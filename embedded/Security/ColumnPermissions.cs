using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded.Security;

/// <summary>What a user's column security profiles allow him on secured columns: profiles of his own and of his teams.</summary>
internal sealed class ColumnPermissions(SecurityStore store)
{
    // the value that stands for "allowed" in fieldpermission rows
    private const int Allowed = 4;

    public bool MayRead(IReadView view, Principal principal, string table, string column) => Any(view, principal, table, column, permission => permission.Read);

    public bool MayCreate(IReadView view, Principal principal, string table, string column) => Any(view, principal, table, column, permission => permission.Create);

    public bool MayUpdate(IReadView view, Principal principal, string table, string column) => Any(view, principal, table, column, permission => permission.Update);

    private bool Any(IReadView view, Principal principal, string table, string column, Func<ColumnPermission, bool> allows) =>
        Profiles(view, principal).SelectMany(profile => Of(view, profile)).Any(permission => permission.Table == table && permission.Column == column && allows(permission));

    private static IEnumerable<Guid> Profiles(IReadView view, Principal principal) =>
        Principal.Linked(view, "systemuserprofiles", "systemuserid", principal.UserId, "fieldsecurityprofileid")
            .Concat(principal.Teams.SelectMany(team => Principal.Linked(view, "teamprofiles", "teamid", team.Id, "fieldsecurityprofileid")));

    /// <summary>The permissions that the import defined, and those that were added as rows of fieldpermission.</summary>
    private IEnumerable<ColumnPermission> Of(IReadView view, Guid profile)
    {
        foreach (var permission in store.Profile(profile)?.Permissions ?? []) yield return permission;
        foreach (var row in view.Referencing("fieldpermission", "fieldsecurityprofileid", profile))
        {
            if (row["entityname"] is string table && row["attributelogicalname"] is string column)
                yield return new ColumnPermission(table, column, row["canread"] is Allowed, row["cancreate"] is Allowed, row["canupdate"] is Allowed);
        }
    }
}
