using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Embedded.Metadata;

namespace Crm.Extensions.Cli.Schema;

/// <summary>
/// The tables that a solution can refer to: those that it brings, and the platform's that are described in <c>embedded/SystemTables</c>.
/// Of any other table nothing is known, so nothing can be said about what refers to it.
/// </summary>
internal sealed class KnownTables
{
    private static readonly Lazy<Dictionary<string, TableXml>> Platform = new(ReadPlatform);
    private readonly Dictionary<string, List<TableXml>> own;

    /// <param name="entities">The <c>Entity</c> elements of the solution.</param>
    public KnownTables(IEnumerable<XElement> entities) =>
        own = entities.Select(element => new TableXml(element)).Where(table => table.LogicalName.Length > 0)
            .GroupBy(table => table.LogicalName, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);

    public static IReadOnlyCollection<TableXml> PlatformTables => Platform.Value.Values;

    public IEnumerable<TableXml> Own => own.Values.SelectMany(tables => tables);

    /// <summary>Whether the solution brings the table itself, not only additions to it.</summary>
    public bool Brings(string table) => own.TryGetValue(table, out var parts) && parts.Any(part => part.IsWhole);

    /// <summary>Whether all columns of the table are known.</summary>
    public bool IsDescribed(string table) => Brings(table) || Platform.Value.ContainsKey(table);

    /// <summary>The column, where it is known.</summary>
    public ColumnXml? Column(string table, string column)
    {
        foreach (var part in own.GetValueOrDefault(table) ?? [])
            if (part.Columns.TryGetValue(column, out var found))
                return found;
        return Platform.Value.TryGetValue(table, out var platforms) && platforms.Columns.TryGetValue(column, out var theirs) ? theirs : null;
    }

    private static Dictionary<string, TableXml> ReadPlatform()
    {
        var assembly = typeof(Catalog).Assembly;
        var tables = new Dictionary<string, TableXml>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("SystemTables/", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var element in SourceXml.Load(stream, name).Root!.DescendantsAndSelf("Entity").Where(element => element.Element("EntityInfo") is not null))
            {
                var table = new TableXml(element);
                tables.TryAdd(table.LogicalName, table);
            }
        }
        return tables;
    }
}
