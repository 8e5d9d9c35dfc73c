using System;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;

namespace Crm.Extensions.Cli.Packing;

/// <summary>The packed solution.xml: managed or not, with the root components of what the assemblies bring.</summary>
internal static class Manifest
{
    private const int Assembly = 91;
    private const int Step = 92;

    public static XDocument Build(SolutionTree tree, XDocument customizations, bool managed)
    {
        var document = tree.Load("Other", "Solution.xml");
        var manifest = document.Root!.Element("SolutionManifest")
            ?? throw new PackException($"{tree.PathOf("Other", "Solution.xml")}: has no SolutionManifest");
        manifest.SetElementValue("Managed", managed ? 1 : 0);
        var roots = manifest.Element("RootComponents") ?? throw new PackException($"{tree.PathOf("Other", "Solution.xml")}: has no RootComponents");
        foreach (var assembly in customizations.Root!.Elements("SolutionPluginAssemblies").Elements("PluginAssembly"))
            roots.Add(Component(Assembly, new XAttribute("id", Braces(assembly.Attribute("PluginAssemblyId"))), new XAttribute("schemaName", (string)assembly.Attribute("FullName")!)));
        foreach (var step in customizations.Root!.Elements("SdkMessageProcessingSteps").Elements("SdkMessageProcessingStep"))
            roots.Add(Component(Step, new XAttribute("id", Braces(step.Attribute("SdkMessageProcessingStepId")))));
        var sorted = roots.Elements("RootComponent").OrderBy(Type).ThenBy(Key, StringComparer.Ordinal).ToList();
        roots.ReplaceNodes(sorted);
        return document;
    }

    private static XElement Component(int type, params XAttribute[] key) =>
        new("RootComponent", new XAttribute("type", type), key, new XAttribute("behavior", 0));

    private static string Braces(XAttribute? id) => Guid.Parse((string)id!).ToString("B");

    private static int Type(XElement root) => int.Parse((string?)root.Attribute("type") ?? "0", NumberStyles.Integer, CultureInfo.InvariantCulture);

    private static string Key(XElement root) => (string?)root.Attribute("schemaName") ?? (string?)root.Attribute("id") ?? "";
}
