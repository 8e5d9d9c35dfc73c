using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace Crm.Extensions.Cli.Schema;

/// <summary>A table as its <c>Entity</c> element describes it: of our own, of the platform, or only what is added to it.</summary>
internal sealed class TableXml
{
    private readonly Dictionary<string, ColumnXml> columns = new(StringComparer.Ordinal);

    public TableXml(XElement element)
    {
        Element = element;
        Info = element.Element("EntityInfo")?.Element("entity");
        SchemaName = (string?)Info?.Attribute("Name") ?? element.Text("Name") ?? "";
        LogicalName = Schema.LogicalName.Of(SchemaName);
        foreach (var attribute in Info?.Element("attributes")?.Elements("attribute") ?? [])
        {
            var column = new ColumnXml(attribute);
            columns.TryAdd(column.LogicalName, column);
        }
    }

    public XElement Element { get; }

    /// <summary>The table's properties; null where the solution holds only its forms, views or ribbon.</summary>
    public XElement? Info { get; }

    public string SchemaName { get; }

    public string LogicalName { get; }

    public IReadOnlyDictionary<string, ColumnXml> Columns => columns;

    public bool IsActivity => Info?.Flag("IsActivity") == true;

    /// <summary>Whether it is the whole table, which has its key column; else only additions to one that exists elsewhere.</summary>
    public bool IsWhole => columns.Values.Any(column => column.Type == "primarykey");

    public bool OrganizationOwned => Info?.Text("OwnershipTypeMask") is "OrgOwned" or "OrganizationOwned";

    public IEnumerable<XElement> Keys => Info?.Element("EntityKeys")?.Elements("EntityKey") ?? [];
}
