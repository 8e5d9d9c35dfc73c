using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Embedded.Metadata;

namespace Crm.Extensions.Embedded.Import;

/// <summary>What solution.xml says.</summary>
internal sealed class SolutionManifest
{
    public SolutionManifest(XElement root)
    {
        var manifest = root.Element("SolutionManifest") ?? throw ImportFaults.Schema("solution.xml has no SolutionManifest");
        UniqueName = manifest.Text("UniqueName") ?? throw ImportFaults.Schema("solution.xml has no UniqueName");
        Version = Version.TryParse(manifest.Text("Version"), out var version) ? version : throw ImportFaults.Schema("solution.xml has no Version");
        IsManaged = manifest.Text("Managed") == "1";
        DisplayName = manifest.Elements("LocalizedNames").Elements("LocalizedName").Labels().GetValueOrDefault(1033) ?? UniqueName;
        var publisher = manifest.Element("Publisher") ?? throw ImportFaults.Schema("solution.xml has no Publisher");
        Publisher = publisher.Text("UniqueName") ?? "";
        Prefix = publisher.Text("CustomizationPrefix") ?? "";
        OptionPrefix = publisher.Number("CustomizationOptionValuePrefix") ?? 10000;
        Roots =
        [
            .. manifest.Elements("RootComponents").Elements("RootComponent").Select(node => new RootComponent(
                (int)node.Attribute("type")!,
                (string?)node.Attribute("schemaName"),
                Guid.TryParse((string?)node.Attribute("id"), out var id) ? id : null,
                (int?)node.Attribute("behavior") ?? 0)),
        ];
        RequiredTables =
        [
            .. manifest.Elements("MissingDependencies").Elements("MissingDependency").Elements("Required")
                .Where(node => (string?)node.Attribute("type") == "1")
                .Select(node => (string?)node.Attribute("schemaName")).OfType<string>().Select(EntityXmlReader.Lower).Distinct(StringComparer.Ordinal),
        ];
    }

    public string UniqueName { get; }

    public string DisplayName { get; }

    public Version Version { get; }

    public bool IsManaged { get; }

    public string Publisher { get; }

    public string Prefix { get; }

    public int OptionPrefix { get; }

    public IReadOnlyList<RootComponent> Roots { get; }

    /// <summary>Tables of other solutions that must be there.</summary>
    public IReadOnlyList<string> RequiredTables { get; }

    public bool Declares(int type, string? schemaName, Guid? id) => Roots.Any(root => root.Type == type
        && ((schemaName is not null && string.Equals(root.SchemaName, schemaName, StringComparison.OrdinalIgnoreCase)) || (id is not null && root.Id == id)));
}
