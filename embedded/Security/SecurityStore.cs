using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Crm.Sdk.Messages;

namespace Crm.Extensions.Embedded.Security;

/// <summary>What roles and column security profiles contain. Who has them is told by rows (systemuserroles, teamroles, systemuserprofiles, teamprofiles).</summary>
/// <remarks>An import adds or replaces definitions; the row of the role or profile itself is the importer's to write, with the same id.</remarks>
internal sealed class SecurityStore
{
    private readonly ConcurrentDictionary<Guid, RoleDefinition> roles = new();
    private readonly ConcurrentDictionary<Guid, ProfileDefinition> profiles = new();

    /// <summary>Grows whenever a definition changes, so that what was computed from the old ones is dropped.</summary>
    public int Version { get; private set; }

    public IReadOnlyCollection<RoleDefinition> Roles => [.. roles.Values];

    public RoleDefinition? Role(Guid id) => roles.GetValueOrDefault(id);

    public ProfileDefinition? Profile(Guid id) => profiles.GetValueOrDefault(id);

    /// <summary>Defines a role, or replaces its definition.</summary>
    /// <param name="privileges">Depth by privilege name (prvReadcrmx_Customer); names are compared without regard to case.</param>
    public void AddRole(Guid id, string name, IEnumerable<KeyValuePair<string, PrivilegeDepth>> privileges)
    {
        roles[id] = new RoleDefinition(id, name, privileges.ToDictionary(privilege => privilege.Key, privilege => privilege.Value, StringComparer.OrdinalIgnoreCase), IsAdministrator: false);
        Version++;
    }

    /// <summary>Defines the role that may do everything (System Administrator): every privilege, every column.</summary>
    public void AddAdministratorRole(Guid id, string name)
    {
        roles[id] = new RoleDefinition(id, name, new Dictionary<string, PrivilegeDepth>(), IsAdministrator: true);
        Version++;
    }

    /// <summary>Defines a column security profile, or replaces its definition.</summary>
    public void AddProfile(Guid id, string name, IEnumerable<ColumnPermission> permissions)
    {
        profiles[id] = new ProfileDefinition(id, name, [.. permissions]);
        Version++;
    }

    /// <summary>Forgets a role, or a profile, of that id.</summary>
    public void Remove(Guid id)
    {
        roles.TryRemove(id, out _);
        profiles.TryRemove(id, out _);
        Version++;
    }

    /// <summary>Takes over the definitions of another organization.</summary>
    public void CopyFrom(SecurityStore other)
    {
        foreach (var (id, role) in other.roles) roles[id] = role;
        foreach (var (id, profile) in other.profiles) profiles[id] = profile;
        Version++;
    }

    /// <summary>What is defined now, to go back to when an import fails.</summary>
    /// <returns>Goes back.</returns>
    public Action Remember()
    {
        var (formerRoles, formerProfiles) = (roles.ToArray(), profiles.ToArray());
        return () =>
        {
            roles.Clear();
            profiles.Clear();
            foreach (var (id, role) in formerRoles) roles[id] = role;
            foreach (var (id, profile) in formerProfiles) profiles[id] = profile;
            Version++;
        };
    }
}

/// <summary>A security role: how deep each of its privileges reaches.</summary>
internal sealed record RoleDefinition(Guid Id, string Name, IReadOnlyDictionary<string, PrivilegeDepth> Privileges, bool IsAdministrator);

/// <summary>A column security profile.</summary>
internal sealed record ProfileDefinition(Guid Id, string Name, IReadOnlyList<ColumnPermission> Permissions);

/// <summary>What a profile allows its members on one secured column.</summary>
internal sealed record ColumnPermission(string Table, string Column, bool Read, bool Create, bool Update);
