using System;
using System.Collections.Concurrent;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded.Security;

/// <summary>Users as they were read last, until users, teams or roles change. A transaction that changes them itself reads anew each time.</summary>
internal sealed class PrincipalCache
{
    private readonly ConcurrentDictionary<Guid, Known> users = new();

    public Principal Of(IReadView view, Guid userId)
    {
        if (view.PeopleVersion is not { } version) return Principal.Of(view, userId);
        if (users.TryGetValue(userId, out var known) && known.Version == version) return known.Principal;
        // the version was taken first: what is read may be newer, and is then read once more
        var principal = Principal.Of(view, userId);
        users[userId] = new Known(version, principal);
        return principal;
    }

    private sealed record Known(long Version, Principal Principal);
}
