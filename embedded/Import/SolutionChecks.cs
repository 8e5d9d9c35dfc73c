using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Embedded.Metadata;

namespace Crm.Extensions.Embedded.Import;

/// <summary>What the platform refuses before it writes anything.</summary>
internal static class SolutionChecks
{
    public static void Demand(SolutionZip zip, Schema schema, Catalog before)
    {
        DemandDeclared(zip);
        DemandPresent(zip, before);
        DemandPrefixes(zip.Manifest, schema, before);
        DemandRelationships(schema, before);
    }

    private static void DemandDeclared(SolutionZip zip)
    {
        foreach (var (type, name, id) in Content(zip))
        {
            if (!zip.Manifest.Declares(type, name, id)) throw ImportFaults.NotDeclared($"{name ?? id?.ToString("B")} of type {type}");
        }
    }

    private static void DemandPresent(SolutionZip zip, Catalog before)
    {
        var content = Content(zip).ToList();
        var checkedTypes = content.Select(item => item.Type).Append(RootComponent.Step).Append(RootComponent.Role).Append(RootComponent.PluginAssembly).ToHashSet();
        var forms = zip.Customizations.Elements("Entities").Descendants("systemform").Select(form => (Guid?)form.Element("formid")).ToHashSet();
        foreach (var root in zip.Manifest.Roots)
        {
            if (root.Type == RootComponent.Form && forms.Contains(root.Id)) continue;
            if (root.Type >= 10000) throw ImportFaults.MissingComponent(root.ToString());
            var isThere = content.Any(item => item.Type == root.Type
                && ((item.Name is not null && string.Equals(item.Name, root.SchemaName, StringComparison.OrdinalIgnoreCase)) || (item.Id is not null && item.Id == root.Id)));
            if (isThere || (root.Type == RootComponent.Entity && root.SchemaName is { } table && before.Find(EntityXmlReader.Lower(table)) is not null)) continue;
            if (root.Type == RootComponent.Entity || checkedTypes.Contains(root.Type)) throw ImportFaults.MissingComponent(root.ToString());
        }
    }

    private static void DemandPrefixes(SolutionManifest manifest, Schema schema, Catalog before)
    {
        foreach (var fragment in schema.Tables)
        {
            var known = before.Find(fragment.Table.LogicalName);
            if (known is null && !fragment.IsWhole) throw ImportFaults.MissingDependency(fragment.Table.LogicalName);
            if (known is null && !IsPrefixed(fragment.Table.LogicalName, manifest)) throw ImportFaults.Prefix(fragment.Table.SchemaName, manifest.Prefix);
            foreach (var column in fragment.Table.Columns.Values.Where(column => known is not null && known.Find(column.LogicalName) is null))
            {
                if (!IsPrefixed(column.LogicalName, manifest)) throw ImportFaults.Prefix(column.SchemaName, manifest.Prefix);
            }
        }
    }

    private static void DemandRelationships(Schema schema, Catalog before)
    {
        foreach (var fragment in schema.Tables)
        {
            var known = before.Find(fragment.Table.LogicalName);
            foreach (var column in fragment.Table.Columns.Values.Where(column => column.Type == ColumnType.Lookup && column.LogicalName.Contains('_', StringComparison.Ordinal)))
            {
                if (column.Targets.Count == 0 && known?.Find(column.LogicalName) is null)
                    throw ImportFaults.Orphaned($"{fragment.Table}.{column}");
            }
        }
        foreach (var relationship in schema.Relationships)
        {
            var child = schema.Tables.FirstOrDefault(fragment => fragment.Table.LogicalName == relationship.ReferencingTable)?.Table;
            var column = child?.Find(relationship.ReferencingColumn) ?? before.Find(relationship.ReferencingTable)?.Find(relationship.ReferencingColumn);
            if (column is null && relationship.ReferencingColumn.Contains('_', StringComparison.Ordinal))
                throw ImportFaults.Dangling($"relationship {relationship.Name}", $"column {relationship.ReferencingColumn} of {relationship.ReferencingTable}");
        }
    }

    private static bool IsPrefixed(string name, SolutionManifest manifest) => name.StartsWith(manifest.Prefix + "_", StringComparison.OrdinalIgnoreCase);

    // The components in customizations.xml that have to be declared as root components.
    private static IEnumerable<(int Type, string? Name, Guid? Id)> Content(SolutionZip zip)
    {
        var root = zip.Customizations;
        foreach (var node in root.Elements("Entities").Elements("Entity"))
            yield return (RootComponent.Entity, (string?)node.Element("EntityInfo")?.Element("entity")?.Attribute("Name") ?? node.Text("Name"), null);
        foreach (var node in root.Elements("optionsets").Elements("optionset")) yield return (RootComponent.OptionSet, (string?)node.Attribute("Name"), null);
        foreach (var node in root.Elements("Roles").Elements("Role")) yield return (RootComponent.Role, null, (Guid?)node.Attribute("id"));
        foreach (var node in root.Elements("FieldSecurityProfiles").Elements("FieldSecurityProfile"))
            yield return (RootComponent.FieldSecurityProfile, null, (Guid?)node.Attribute("fieldsecurityprofileid"));
        foreach (var node in root.Elements("Dashboards").Elements("Dashboard")) yield return (RootComponent.Form, null, (Guid?)node.Element("FormId"));
        foreach (var node in root.Elements("WebResources").Elements("WebResource")) yield return (RootComponent.WebResource, node.Text("Name"), null);
        foreach (var node in root.Elements("SolutionPluginAssemblies").Elements("PluginAssembly"))
            yield return (RootComponent.PluginAssembly, (string?)node.Attribute("FullName"), (Guid?)node.Attribute("PluginAssemblyId"));
        foreach (var node in root.Elements("SdkMessageProcessingSteps").Elements("SdkMessageProcessingStep"))
            yield return (RootComponent.Step, null, (Guid?)node.Attribute("SdkMessageProcessingStepId"));
    }
}
