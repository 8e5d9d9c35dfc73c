using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Query.Results;

/// <summary>Party lists of activities (to, from, cc …): they are rows of activityparty, told apart by participationtypemask.</summary>
internal static class Parties
{
    private const string Table = "activityparty";

    private static readonly Dictionary<string, int> Masks = new(StringComparer.Ordinal)
    {
        ["from"] = 1,
        ["to"] = 2,
        ["cc"] = 3,
        ["bcc"] = 4,
        ["requiredattendees"] = 5,
        ["optionalattendees"] = 6,
        ["organizer"] = 7,
        ["regarding"] = 8,
        ["owner"] = 9,
        ["resources"] = 10,
        ["customers"] = 11,
        ["partners"] = 11,
    };

    public static EntityCollection? Of(Row activity, Column column, Catalog catalog, IReadView view, Labels labels)
    {
        if (!Masks.TryGetValue(column.LogicalName, out var mask) || catalog.Find(Table) is not { } table) return null;
        var parties = view.Referencing(Table, "activityid", activity.Id).Where(party => party["participationtypemask"] is int kind && kind == mask).OrderBy(party => party.Version);
        return new EntityCollection([.. parties.Select(party => Party(party, table, labels))]) { EntityName = Table };
    }

    private static Entity Party(Row row, Table table, Labels labels)
    {
        var party = new Entity(Table, row.Id) { [table.PrimaryId] = row.Id };
        foreach (var (name, value) in row.Values)
        {
            if (table.Find(name) is { } column) party[name] = SdkValues.Of(column, value, labels);
        }
        return party;
    }
}
