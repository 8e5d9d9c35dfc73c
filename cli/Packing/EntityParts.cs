using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Packing;

/// <summary>Puts a table together from its file and those of its forms, views, charts and ribbon.</summary>
internal static class EntityParts
{
    private static readonly string[] Placeholders = ["FormXml", "SavedQueries", "Visualizations", "RibbonDiffXml"];

    /// <param name="tree">The unpacked solution.</param>
    /// <param name="folder">The table's folder under Entities.</param>
    /// <param name="managed">Whether managed variants of forms are taken, and unmodified parts left out.</param>
    public static XElement Of(SolutionTree tree, string folder, bool managed)
    {
        var name = Path.GetFileName(folder);
        var entity = SolutionTree.Part(tree.Load("Entities", name, "Entity.xml").Root!);
        entity.Elements().Where(child => Placeholders.Contains(child.Name.LocalName)).Remove();
        var forms = tree.Folders("Entities", name, "FormXml").Select(type => Forms(tree, name, Path.GetFileName(type), managed)).ToList();
        if (forms.Count > 0) entity.Add(new XElement("FormXml", forms));
        Add(entity, "SavedQueries", "savedqueries", tree.Elements("savedquery", "*.xml", "Entities", name, "SavedQueries"));
        Add(entity, "Visualizations", null, tree.Elements("visualization", "*.xml", "Entities", name, "Visualizations"));
        if (tree.Has("Entities", name, "RibbonDiff.xml")) entity.Add(SolutionTree.Part(tree.Load("Entities", name, "RibbonDiff.xml").Root!));
        if (managed) DropUnmodified(entity);
        return entity;
    }

    private static XElement Forms(SolutionTree tree, string table, string type, bool managed)
    {
        var files = tree.Files("*.xml", "Entities", table, "FormXml", type).ToList();
        var chosen = files.Where(file => IsManaged(file) ? managed : !managed || !files.Contains(Managed(file)));
        return new XElement(
            "forms",
            new XAttribute("type", type),
            chosen.SelectMany(file => SourceXml.Load(file).Root!.DescendantsAndSelf("systemform")).Select(SolutionTree.Part));
    }

    private static bool IsManaged(string file) => file.EndsWith("_managed.xml", StringComparison.OrdinalIgnoreCase);

    private static string Managed(string file) => file[..^".xml".Length] + "_managed.xml";

    private static void Add(XElement entity, string section, string? wrapper, IEnumerable<XElement> parts)
    {
        var list = parts.ToList();
        if (list.Count > 0) entity.Add(new XElement(section, wrapper is null ? list : new XElement(wrapper, list)));
    }

    // an unmanaged export marks in this way what it lists without having changed it; a managed solution must not carry it
    private static void DropUnmodified(XElement entity)
    {
        if ((string?)entity.Element("EntityInfo")?.Element("entity")?.Attribute("unmodified") == "1") entity.Element("EntityInfo")!.Remove();
        entity.Descendants().Where(node => (string?)node.Attribute("unmodified") == "1").ToList().ForEach(node => node.Remove());
    }
}
