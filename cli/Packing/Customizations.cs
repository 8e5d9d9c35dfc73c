using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Platform.Registration;

namespace Crm.Extensions.Cli.Packing;

/// <summary>Fills the sections of customizations.xml from the folders of the unpacked solution and from the assemblies.</summary>
internal sealed class Customizations
{
    private readonly SolutionTree tree;
    private readonly XDocument document;
    private readonly List<string> problems = [];

    private Customizations(SolutionTree tree)
    {
        this.tree = tree;
        document = tree.Load("Other", "Customizations.xml");
    }

    /// <exception cref="PackException">A section is missing, or relationship lists disagree.</exception>
    public static XDocument Build(SolutionTree tree, IReadOnlyList<PluginAssembly> assemblies, bool managed)
    {
        var made = new Customizations(tree);
        made.Fill("Entities", tree.Folders("Entities").Select(folder => EntityParts.Of(tree, folder, managed)));
        made.Fill("Roles", tree.Elements("Role", "*.xml", "Roles"));
        made.Fill("Workflows", tree.Elements("Workflow", "*.data.xml", "Workflows"));
        made.Fill("FieldSecurityProfiles", made.Other("FieldSecurityProfiles.xml", "FieldSecurityProfile"));
        made.Fill("EntityMaps", made.Other("EntityMaps.xml", "EntityMap"));
        made.Fill("EntityRelationships", made.Relationships());
        made.Fill("optionsets", tree.Elements("optionset", "*.xml", "OptionSets"));
        made.Fill("Dashboards", tree.Elements("Dashboard", "*.xml", "Dashboards"));
        made.Fill("WebResources", tree.Elements("WebResource", "*.data.xml", "WebResources"));
        made.Fill("CustomControls", tree.Elements("CustomControl", "*.data.xml", "Controls"));
        made.Fill("SolutionPluginAssemblies", assemblies.Select(PluginXml.Of));
        made.Fill("SdkMessageProcessingSteps", Steps(assemblies));
        made.Fill("AppModuleSiteMaps", tree.Elements("AppModuleSiteMap", "AppModuleSiteMap.xml", "AppModuleSiteMaps"));
        made.Fill("AppModules", tree.Elements("AppModule", "AppModule.xml", "AppModules"));
        if (made.problems.Count > 0) throw new PackException([.. made.problems]);
        return made.document;
    }

    /// <summary>Steps on messages whose ids are proven; the others are made by <c>crmx_CompleteInstallation</c>.</summary>
    private static IEnumerable<XElement> Steps(IReadOnlyList<PluginAssembly> assemblies) =>
        from assembly in assemblies
        from type in assembly.Classes
        from step in type.Steps
        let message = ProvenMessages.Find(step.Message)
        where message is not null
        select StepXml.Of(assembly, type, step, message.Value);

    private IEnumerable<XElement> Other(string file, string element) =>
        tree.Has("Other", file) ? tree.Load("Other", file).Root!.DescendantsAndSelf(element).Select(SolutionTree.Part) : [];

    private List<XElement> Relationships()
    {
        var nodes = tree.Elements("EntityRelationship", "*.xml", "Other", "Relationships").OrderBy(Name, StringComparer.Ordinal).ToList();
        var listed = Other("Relationships.xml", "EntityRelationship").Select(Name).ToHashSet(StringComparer.Ordinal);
        var list = tree.PathOf("Other", "Relationships.xml");
        problems.AddRange(nodes.Select(Name).Where(name => !listed.Contains(name)).Select(name => $"{list}: relationship {name} is not listed"));
        problems.AddRange(listed.Except(nodes.Select(Name)).Select(name => $"{list}: no file under Other/Relationships describes relationship {name}"));
        return nodes;
    }

    private static string Name(XElement relationship) => (string?)relationship.Attribute("Name") ?? "";

    private void Fill(string section, IEnumerable<XElement> parts)
    {
        var list = parts.ToList();
        if (list.Count == 0) return;
        if (document.Root!.Element(section) is { } target) target.Add(list);
        else problems.Add($"{tree.PathOf("Other", "Customizations.xml")}: has no section {section}, though there is something to put into it");
    }
}
