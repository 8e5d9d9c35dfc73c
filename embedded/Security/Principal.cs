using System;
using System.Linq;
using Crm.Extensions.Embedded.Query;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded.Security;

/// <summary>A user as the rows of one moment tell: business unit, teams, and the roles of himself and of his teams.</summary>
internal sealed class Principal
{
    private Principal(Guid userId, Guid unit, bool isDisabled, Guid[] roles, Membership[] teams)
    {
        UserId = userId;
        BusinessUnitId = unit;
        IsDisabled = isDisabled;
        Roles = roles;
        Teams = teams;
    }

    public Guid UserId { get; }

    public Guid BusinessUnitId { get; }

    public bool IsDisabled { get; }

    public Guid[] Roles { get; }

    public Membership[] Teams { get; }

    public int RoleCount => Roles.Length + Teams.Sum(team => team.Roles.Length);

    public static Principal Of(IReadView view, Guid userId)
    {
        var user = view.Find("systemuser", userId) ?? throw SecurityFaults.NoUser(userId);
        var teams = Linked(view, "teammembership", "systemuserid", userId, "teamid");
        return new Principal(
            userId,
            Cell.Key(user["businessunitid"]) ?? Guid.Empty,
            user["isdisabled"] is true,
            Linked(view, "systemuserroles", "systemuserid", userId, "roleid"),
            [.. teams.Select(team => new Membership(team, Cell.Key(view.Find("team", team)?["businessunitid"]) ?? Guid.Empty, Linked(view, "teamroles", "teamid", team, "roleid")))]);
    }

    /// <summary>Whether an owner is the user or one of his teams.</summary>
    public bool Is(Guid owner)
    {
        if (owner == UserId) return true;
        foreach (var team in Teams)
        {
            if (team.Id == owner) return true;
        }
        return false;
    }

    /// <summary>The far ends of the links of a many-to-many table, in a fixed order.</summary>
    internal static Guid[] Linked(IReadView view, string table, string nearColumn, Guid near, string farColumn)
    {
        var far = view.Referencing(table, nearColumn, near).Select(link => Cell.Key(link[farColumn])).OfType<Guid>().ToArray();
        Array.Sort(far);
        return far;
    }

    internal readonly record struct Membership(Guid Id, Guid BusinessUnitId, Guid[] Roles);
}
