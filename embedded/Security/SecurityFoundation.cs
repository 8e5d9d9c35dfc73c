using System;
using System.Collections.Generic;

namespace Crm.Extensions.Embedded.Security;

/// <summary>The System Administrator role, and who has it before the first request: the administrator and SYSTEM.</summary>
internal static class SecurityFoundation
{
    public const string AdministratorRole = "System Administrator";

    /// <param name="organization">Whose users are there already.</param>
    /// <param name="add">Writes a row: table, id, values.</param>
    public static void Lay(EmbeddedDataverse organization, Action<string, Guid, Dictionary<string, object>> add)
    {
        var role = organization.Database.NextId();
        organization.Security.AddAdministratorRole(role, AdministratorRole);
        add("role", role, new() { ["name"] = AdministratorRole, ["businessunitid"] = new Storage.Reference("businessunit", organization.RootBusinessUnitId) });
        foreach (var user in new[] { organization.AdministratorId, organization.SystemUserId })
            add("systemuserroles", organization.Database.NextId(), new() { ["systemuserid"] = user, ["roleid"] = role });
    }
}
