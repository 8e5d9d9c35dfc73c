using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Embedded.Metadata;

/// <summary>All tables and relationships that exist. Immutable; an import makes the next one.</summary>
public sealed class Catalog
{
    private readonly Dictionary<string, Table> tables;
    private readonly ILookup<string, Relationship> byReferenced;
    private readonly ILookup<string, Relationship> byReferencing;

    public Catalog(IEnumerable<Table> tables, IEnumerable<Relationship> relationships, IEnumerable<ManyToManyRelationship> manyToMany)
    {
        this.tables = tables.ToDictionary(table => table.LogicalName, StringComparer.Ordinal);
        Relationships = [.. relationships];
        ManyToMany = [.. manyToMany];
        byReferenced = Relationships.ToLookup(relationship => relationship.ReferencedTable, StringComparer.Ordinal);
        byReferencing = Relationships.ToLookup(relationship => relationship.ReferencingTable, StringComparer.Ordinal);
    }

    public static Catalog Empty { get; } = new([], [], []);

    public IReadOnlyCollection<Table> Tables => tables.Values;

    public IReadOnlyList<Relationship> Relationships { get; }

    public IReadOnlyList<ManyToManyRelationship> ManyToMany { get; }

    public Table? Find(string table) => tables.GetValueOrDefault(table);

    /// <summary>Relationships in which rows of other tables point at this one.</summary>
    public IEnumerable<Relationship> PointingAt(string table) => byReferenced[table];

    /// <summary>Relationships in which rows of this table point at others.</summary>
    public IEnumerable<Relationship> PointingFrom(string table) => byReferencing[table];
}
