using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;

namespace Crm.Extensions.Embedded.Metadata;

/// <summary>Which look-ups may point at a table, whether or not a relationship was described for them: those without one lose their link on delete.</summary>
internal sealed class ReferenceMap
{
    private static readonly ConditionalWeakTable<Catalog, ReferenceMap> Known = [];

    // They name users and units, which are never deleted
    private static readonly string[] Bookkeeping = ["createdby", "modifiedby", "createdonbehalfby", "modifiedonbehalfby", "ownerid", "owninguser", "owningteam", "owningbusinessunit"];

    private readonly Dictionary<string, List<Relationship>> byTarget = new(StringComparer.Ordinal);

    private ReferenceMap(Catalog catalog)
    {
        foreach (var relationship in catalog.Relationships) Add(relationship.ReferencedTable, relationship);
        foreach (var table in catalog.Tables.Where(table => table.LogicalName != "activitypointer"))
        {
            foreach (var column in table.Columns.Values.Where(column => column.IsReference && !Bookkeeping.Contains(column.LogicalName)))
            {
                foreach (var target in column.Targets.Count > 0 ? column.Targets : catalog.Tables.Select(one => one.LogicalName))
                {
                    if (!To(target).Any(relationship => relationship.ReferencingTable == table.LogicalName && relationship.ReferencingColumn == column.LogicalName))
                        Add(target, new Relationship($"{target}_{table}_{column}", target, table.LogicalName, column.LogicalName));
                }
            }
        }
    }

    public static ReferenceMap Of(Catalog catalog) => Known.GetValue(catalog, one => new ReferenceMap(one));

    public IReadOnlyList<Relationship> To(string table) => byTarget.TryGetValue(table, out var found) ? found : [];

    private void Add(string target, Relationship relationship)
    {
        if (!byTarget.TryGetValue(target, out var list)) byTarget[target] = list = [];
        list.Add(relationship);
    }
}
