using System.Linq;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Query.Results;

/// <summary>Party lists of activities (to, from, cc …) as clients get them.</summary>
internal static class Parties
{
    public static EntityCollection? Of(Row activity, Column column, Catalog catalog, IReadView view, Labels labels)
    {
        if (PartyRoles.Of(column.LogicalName) is not { } mask || catalog.Find(PartyRoles.Table) is not { } table) return null;
        var parties = view.Referencing(PartyRoles.Table, "activityid", activity.Id).Where(party => party[PartyRoles.Mask] is int kind && kind == mask).OrderBy(party => party.Version);
        return new EntityCollection([.. parties.Select(party => Party(party, table, labels))]) { EntityName = PartyRoles.Table };
    }

    private static Entity Party(Row row, Table table, Labels labels)
    {
        var party = new Entity(PartyRoles.Table, row.Id) { [table.PrimaryId] = row.Id };
        foreach (var (name, value) in row.Values)
        {
            if (table.Find(name) is { } column) party[name] = SdkValues.Of(column, value, labels);
        }
        return party;
    }
}
