using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Embedded.Metadata;

/// <summary>Adds to a catalog, and takes away from it, what an import brings and an uninstall removes.</summary>
public static class CatalogGrowth
{
    /// <summary>The catalog with the schema's tables, columns, keys and relationships added.</summary>
    /// <exception cref="MissingTableException">Columns are added to a table, or a relationship needs one, that does not exist.</exception>
    public static Catalog With(this Catalog catalog, Schema schema)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(schema);
        var tables = catalog.Tables.ToDictionary(table => table.LogicalName, StringComparer.Ordinal);
        foreach (var fragment in schema.Tables)
        {
            var name = fragment.Table.LogicalName;
            if (tables.TryGetValue(name, out var known))
                tables[name] = known.Extend(fragment.Table.Columns.Values, fragment.Table.Keys);
            else if (fragment.IsWhole)
                tables[name] = SystemColumns.Complete(fragment.Table);
            else
                throw new MissingTableException(name);
        }
        foreach (var table in schema.Relationships.SelectMany(relationship => new[] { relationship.ReferencedTable, relationship.ReferencingTable }))
        {
            if (!tables.ContainsKey(table)) throw new MissingTableException(table);
        }
        Retarget(tables, schema.Relationships);
        return new Catalog(
            tables.Values,
            Merge(catalog.Relationships, schema.Relationships, relationship => relationship.Name),
            Merge(catalog.ManyToMany, schema.ManyToMany, relationship => relationship.Name));
    }

    /// <summary>The catalog without those tables, columns and relationships, as after an uninstall.</summary>
    public static Catalog Without(
        this Catalog catalog, IReadOnlySet<string> tables, IReadOnlyDictionary<string, IReadOnlySet<string>> columns, IReadOnlySet<string> relationships)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var kept = catalog.Tables.Where(table => !tables.Contains(table.LogicalName)).Select(table =>
            columns.TryGetValue(table.LogicalName, out var gone) ? Shrink(table, gone) : table);
        return new Catalog(
            kept,
            catalog.Relationships.Where(relationship => !relationships.Contains(relationship.Name)),
            catalog.ManyToMany.Where(relationship => !relationships.Contains(relationship.Name)));
    }

    private static Table Shrink(Table table, IReadOnlySet<string> gone) =>
        new(
            table.LogicalName,
            table.SchemaName,
            table.Ownership,
            table.IsActivity,
            table.Columns.Values.Where(column => !gone.Contains(column.LogicalName)),
            table.Keys.Where(key => !key.Columns.Any(gone.Contains)))
        {
            EntitySetName = table.EntitySetName,
        };

    // A relationship of a later solution may let an existing look-up point at one more table.
    private static void Retarget(Dictionary<string, Table> tables, IReadOnlyList<Relationship> relationships)
    {
        foreach (var group in relationships.GroupBy(relationship => (relationship.ReferencingTable, relationship.ReferencingColumn)))
        {
            var table = tables[group.Key.ReferencingTable];
            if (table.Find(group.Key.ReferencingColumn) is not { Type: ColumnType.Lookup or ColumnType.Customer } column) continue;
            var targets = column.Targets.Union(group.Select(relationship => relationship.ReferencedTable), StringComparer.Ordinal).ToList();
            if (targets.Count != column.Targets.Count)
                tables[table.LogicalName] = table.Extend([column with { Targets = targets }], []);
        }
    }

    private static IEnumerable<T> Merge<T>(IEnumerable<T> old, IEnumerable<T> more, Func<T, string> name)
    {
        var merged = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in old.Concat(more)) merged[name(item)] = item;
        return merged.Values;
    }
}
