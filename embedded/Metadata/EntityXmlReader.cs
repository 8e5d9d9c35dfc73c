using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace Crm.Extensions.Embedded.Metadata;

/// <summary>Reads tables, relationships and keys in the shape in which a solution's XML writes them.</summary>
/// <remarks>The same reader serves the engine's own system tables and the <c>customizations.xml</c> of a solution zip.</remarks>
public static class EntityXmlReader
{
    /// <param name="root">Any element that holds, at whatever depth, <c>Entity</c>, <c>EntityRelationship</c> and <c>optionset</c> nodes.</param>
    /// <param name="globalChoices">Global option sets that exist already, by name; those of <paramref name="root"/> are added.</param>
    public static Schema Read(XElement root, IDictionary<string, IReadOnlyList<Option>>? globalChoices = null)
    {
        ArgumentNullException.ThrowIfNull(root);
        var choices = globalChoices ?? new Dictionary<string, IReadOnlyList<Option>>(StringComparer.Ordinal);
        foreach (var (name, options) in GlobalChoices(root)) choices[name] = options;

        var relationships = root.DescendantsAndSelf("EntityRelationship").ToList();
        var oneToMany = relationships.Where(node => node.Text("EntityRelationshipType") != "ManyToMany").Select(OneToMany).ToList();
        var targets = oneToMany.ToLookup(
            relationship => (relationship.ReferencingTable, relationship.ReferencingColumn), relationship => relationship.ReferencedTable);
        var tables = root.DescendantsAndSelf("Entity")
            .Where(node => node.Element("EntityInfo")?.Element("entity") is not null)
            .Select(node => Fragment(node, choices, targets));
        return new Schema(
            [.. tables], oneToMany, [.. relationships.Where(node => node.Text("EntityRelationshipType") == "ManyToMany").Select(ManyToMany)]);
    }

    private static IEnumerable<(string Name, IReadOnlyList<Option> Options)> GlobalChoices(XElement root) =>
        root.DescendantsAndSelf("optionset")
            .Where(set => set.Parent?.Name.LocalName != "attribute" && set.Attribute("Name") is not null)
            .Select(set => ((string)set.Attribute("Name")!, OptionXml.Read(set)));

    private static TableFragment Fragment(
        XElement node, IDictionary<string, IReadOnlyList<Option>> choices, ILookup<(string, string), string> targets)
    {
        var entity = node.Element("EntityInfo")!.Element("entity")!;
        var schemaName = (string?)entity.Attribute("Name") ?? node.Text("Name") ?? throw new FormatException("An Entity node has no name.");
        var logicalName = Lower(schemaName);
        var columns = entity.Elements("attributes").Elements("attribute")
            .Select(attribute => ColumnXml.Read(attribute, logicalName, choices, targets)).ToList();
        var keys = entity.Elements("EntityKeys").Elements("EntityKey").Select(Key);
        var ownership = entity.Text("OwnershipTypeMask") switch
        {
            "OrgOwned" or "OrganizationOwned" => Ownership.Organization,
            "None" or "BusinessOwned" or "BusinessParented" => Ownership.None,
            _ => Ownership.User,
        };
        var table = new Table(logicalName, schemaName, ownership, entity.Flag("IsActivity"), columns, keys) { EntitySetName = entity.Text("EntitySetName") };
        return new TableFragment(table, columns.Exists(column => column.Type == ColumnType.PrimaryKey));
    }

    private static AlternateKey Key(XElement node) =>
        new(Lower(node.Text("LogicalName") ?? node.Text("Name")!), [.. node.Elements("EntityKeyAttributes").Elements("AttributeName").Select(name => Lower(name.Value))]);

    private static Relationship OneToMany(XElement node) =>
        new(
            (string)node.Attribute("Name")!,
            Lower(node.Text("ReferencedEntityName")!),
            Lower(node.Text("ReferencingEntityName")!),
            Lower(node.Text("ReferencingAttributeName")!))
        {
            Assign = CascadeOf(node, "CascadeAssign", Cascade.NoCascade),
            Delete = CascadeOf(node, "CascadeDelete", Cascade.RemoveLink),
            Reparent = CascadeOf(node, "CascadeReparent", Cascade.NoCascade),
            Share = CascadeOf(node, "CascadeShare", Cascade.NoCascade),
            Unshare = CascadeOf(node, "CascadeUnshare", Cascade.NoCascade),
        };

    private static ManyToManyRelationship ManyToMany(XElement node) =>
        new(
            (string)node.Attribute("Name")!,
            Lower(node.Text("FirstEntityName")!),
            Lower(node.Text("SecondEntityName")!),
            Lower(node.Text("IntersectEntityName")!));

    private static Cascade CascadeOf(XElement node, string element, Cascade otherwise) =>
        node.Text(element) is { } text ? Enum.Parse<Cascade>(text) : otherwise;

    internal static string Lower(string name)
    {
#pragma warning disable CA1308 // logical names are the lower case of schema names
        return name.Trim().ToLowerInvariant();
#pragma warning restore CA1308
    }
}
