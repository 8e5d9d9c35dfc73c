using System;
using System.Collections.Generic;
using Microsoft.Crm.Sdk.Messages;

namespace Crm.Extensions.Embedded.Security;

/// <summary>How far a privilege reaches: its depth, counted from the business unit of the user or team that has the role.</summary>
internal readonly record struct Reach(PrivilegeDepth Depth, Guid BusinessUnitId);

/// <summary>All privileges of a user, those of his teams' roles among them.</summary>
internal sealed class PrivilegeSet
{
    private readonly Dictionary<string, List<Reach>> reaches = new(StringComparer.OrdinalIgnoreCase);

    public PrivilegeSet(Principal principal, SecurityStore store)
    {
        Add(principal.Roles, principal.BusinessUnitId, store);
        foreach (var team in principal.Teams) Add(team.Roles, team.BusinessUnitId, store);
    }

    /// <summary>Whether one of the roles is the administrator's.</summary>
    public bool IsAdministrator { get; private set; }

    public int Count => reaches.Count;

    public IReadOnlyDictionary<string, List<Reach>> All => reaches;

    /// <summary>The reaches of a privilege; null where no role has it.</summary>
    public IReadOnlyList<Reach>? Of(string privilege) => reaches.GetValueOrDefault(privilege);

    private void Add(Guid[] roles, Guid unit, SecurityStore store)
    {
        foreach (var id in roles)
        {
            if (store.Role(id) is not { } role) continue;
            IsAdministrator |= role.IsAdministrator;
            foreach (var (privilege, depth) in role.Privileges)
            {
                if (!reaches.TryGetValue(privilege, out var list)) reaches.Add(privilege, list = []);
                if (!list.Contains(new Reach(depth, unit))) list.Add(new Reach(depth, unit));
            }
        }
    }
}
