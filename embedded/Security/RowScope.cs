using System;
using System.Collections.Generic;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Query;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Crm.Sdk.Messages;

namespace Crm.Extensions.Embedded.Security;

/// <summary>Which rows of a table a privilege reaches: the user's own, those of his business unit, of the units below, or all.</summary>
internal sealed class RowScope(IReadView view, Principal principal, IReadOnlyList<Reach> reaches)
{
    private readonly Dictionary<(Guid Unit, Guid Above), bool> below = [];

    /// <summary>Whether the privilege reaches every row.</summary>
    public bool IsEverything
    {
        get
        {
            foreach (var reach in reaches)
            {
                if (reach.Depth == PrivilegeDepth.Global) return true;
            }
            return false;
        }
    }

    public bool Covers(Row row)
    {
        if (IsEverything) return true;
        // rows of the organization as a whole are reached by organization-wide privileges alone
        if (row.Table.Ownership == Ownership.Organization) return false;
        if (Owner(row) is { } owner && principal.Is(owner)) return true;
        return Unit(row) is { } unit && CoversUnit(unit);
    }

    private static Guid? Owner(Row row) => row.Table.LogicalName is "systemuser" or "team" ? row.Id : Cell.Key(row["ownerid"]);

    // users, teams and roles belong to a business unit instead of an owner
    private static Guid? Unit(Row row) => row.Table.LogicalName == "businessunit" ? row.Id : Cell.Key(row["owningbusinessunit"]) ?? Cell.Key(row["businessunitid"]);

    private bool CoversUnit(Guid unit)
    {
        foreach (var reach in reaches)
        {
            if (reach.Depth == PrivilegeDepth.Local && reach.BusinessUnitId == unit) return true;
            if (reach.Depth == PrivilegeDepth.Deep && IsBelow(unit, reach.BusinessUnitId)) return true;
        }
        return false;
    }

    private bool IsBelow(Guid unit, Guid above)
    {
        if (below.TryGetValue((unit, above), out var known)) return known;
        Guid? at = unit;
        for (var steps = 0; at is { } current && current != above && steps < 64; steps++) at = Cell.Key(view.Find("businessunit", current)?["parentbusinessunitid"]);
        return below[(unit, above)] = at == above;
    }
}
