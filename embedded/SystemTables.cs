using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Xml.Linq;
using Crm.Extensions.Embedded.Metadata;

namespace Crm.Extensions.Embedded;

/// <summary>The tables that are there before any import, read once out of the assembly's resources.</summary>
internal static class SystemTables
{
    private static readonly Lazy<Catalog> Read = new(FromResources, LazyThreadSafetyMode.ExecutionAndPublication);

    public static Catalog Catalog => Read.Value;

    /// <summary>The system's tables and those.</summary>
    public static Catalog With(Catalog more)
    {
        if (more.Tables.Count == 0) return Catalog;
        var tables = Catalog.Tables.ToDictionary(table => table.LogicalName, StringComparer.Ordinal);
        foreach (var table in more.Tables)
            tables[table.LogicalName] = tables.TryGetValue(table.LogicalName, out var known) ? known.Extend(table.Columns.Values, table.Keys) : table;
        foreach (var link in more.ManyToMany.Where(link => !tables.ContainsKey(link.IntersectTable))) tables[link.IntersectTable] = Intersect(link);
        return new Catalog(tables.Values, [.. Catalog.Relationships, .. more.Relationships], [.. Catalog.ManyToMany, .. more.ManyToMany]);
    }

    /// <summary>The table that holds the links of a many-to-many relationship.</summary>
    public static Table Intersect(ManyToManyRelationship link) => new(link.IntersectTable, link.IntersectTable, Ownership.None, isActivity: false,
        [
            new Column { LogicalName = link.IntersectTable + "id", SchemaName = link.IntersectTable + "id", Type = ColumnType.PrimaryKey },
            new Column { LogicalName = link.FirstColumn, SchemaName = link.FirstColumn, Type = ColumnType.UniqueIdentifier },
            new Column { LogicalName = link.SecondColumn, SchemaName = link.SecondColumn, Type = ColumnType.UniqueIdentifier },
        ],
        []);

    private static Catalog FromResources()
    {
        var assembly = typeof(SystemTables).Assembly;
        var root = new XElement("SystemTables");
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("SystemTables/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException("A resource can't be opened.", name);
            root.Add(XDocument.Load(stream).Root);
        }

        return Metadata.Catalog.Empty.With(EntityXmlReader.Read(root));
    }
}
