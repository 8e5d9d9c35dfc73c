using System;
using System.Collections.Concurrent;
using System.Text;

namespace Crm.Extensions.Embedded.Security;

/// <summary>Privileges by the roles they come from. Who has which roles is read from rows each time, so a change takes effect at once and is undone with its transaction.</summary>
internal sealed class PrivilegeCache(SecurityStore store)
{
    private readonly ConcurrentDictionary<string, PrivilegeSet> sets = new(StringComparer.Ordinal);
    private int version;

    public PrivilegeSet Of(Principal principal)
    {
        if (version != store.Version)
        {
            sets.Clear();
            version = store.Version;
        }
        return sets.GetOrAdd(Key(principal), static (_, made) => new PrivilegeSet(made.principal, made.store), (principal, store));
    }

    private static string Key(Principal principal)
    {
        var key = new StringBuilder();
        Add(principal.BusinessUnitId, principal.Roles);
        foreach (var team in principal.Teams) Add(team.BusinessUnitId, team.Roles);
        return key.ToString();

        void Add(Guid unit, Guid[] roles)
        {
            Append(unit);
            foreach (var role in roles) Append(role);
            key.Append('|');
        }

        // sixteen bytes as eight characters: never shown, only compared
        void Append(Guid id)
        {
            Span<char> text = stackalloc char[8];
            id.TryWriteBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(text));
            key.Append(text);
        }
    }
}
