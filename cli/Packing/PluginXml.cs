using System.Globalization;
using System.Linq;
using System.Xml.Linq;

namespace Crm.Extensions.Cli.Packing;

/// <summary>The element of a plug-in assembly with its types.</summary>
internal static class PluginXml
{
    private const int Sandbox = 2;

    public static XElement Of(PluginAssembly assembly) => new(
        "PluginAssembly",
        new XAttribute("FullName", assembly.FullName),
        new XAttribute("PluginAssemblyId", assembly.Id.ToString("D")),
        new XAttribute("CustomizationLevel", 1),
        new XElement("IsolationMode", Sandbox),
        new XElement("SourceType", 0),
        new XElement("IntroducedVersion", "1.0"),
        new XElement("FileName", "/" + assembly.Entry),
        new XElement("PluginTypes", assembly.Classes.Select(type => Type(assembly, type))));

    private static XElement Type(PluginAssembly assembly, PluginClass type) => new(
        "PluginType",
        new XAttribute("Name", type.Activity?.Name ?? type.FullName),
        new XAttribute("AssemblyQualifiedName", assembly.QualifiedName(type)),
        new XAttribute("PluginTypeId", type.Id.ToString("D")),
        type.Activity is { } activity ? new XElement("Description", activity.Description) : null,
        new XElement("FriendlyName", type.FullName),
        type.Activity is null ? null : new XElement("WorkflowActivityGroupName", string.Create(CultureInfo.InvariantCulture, $"Crm.Extensions ({assembly.Version})")));
}
