using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Packing;

/// <summary>The unpacked solution: its files, by the folders that SolutionPackager lays out.</summary>
internal sealed class SolutionTree(string folder)
{
    /// <summary>Folders whose files go into sections of customizations.xml, or beside them.</summary>
    private static readonly string[] Sections =
    [
        "AppModules", "AppModuleSiteMaps", "Controls", "Dashboards", "Entities", "OptionSets", "Other", "Roles", "WebResources", "Workflows",
    ];

    /// <summary>Folders of solution-aware tables: the same files packed and unpacked.</summary>
    private static readonly string[] Verbatim = ["appactions", "customapis", "environmentvariabledefinitions", "settingdefinitions"];

    public string Folder { get; } = folder;

    /// <exception cref="PackException">There is a folder whose files would be left out in silence.</exception>
    public void CheckFolders()
    {
        var strangers = Directory.EnumerateDirectories(Folder).Select(path => Path.GetFileName(path))
            .Where(name => !Sections.Contains(name) && !Verbatim.Contains(name)).Order(StringComparer.Ordinal).ToArray();
        if (strangers.Length > 0) throw new PackException([.. strangers.Select(name => $"{Path.Combine(Folder, name)}: crmx pack does not know this folder")]);
    }

    public string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    public bool Has(params string[] parts) => File.Exists(PathOf(parts));

    /// <exception cref="PackException">The file is missing.</exception>
    public XDocument Load(params string[] parts) =>
        Has(parts) ? SourceXml.Load(PathOf(parts)) : throw new PackException($"{PathOf(parts)}: is missing");

    /// <summary>Files under a folder in the order of their paths; none where there is no such folder.</summary>
    public IEnumerable<string> Files(string pattern, params string[] parts) => Directory.Exists(PathOf(parts))
        ? Directory.EnumerateFiles(PathOf(parts), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : [];

    /// <summary>Folders directly under a folder, in the order of their names.</summary>
    public IEnumerable<string> Folders(params string[] parts) => Directory.Exists(PathOf(parts))
        ? Directory.EnumerateDirectories(PathOf(parts)).Order(StringComparer.Ordinal)
        : [];

    /// <summary>The elements by that name in the files of a folder, freed of the namespace that only a document's root needs.</summary>
    public IEnumerable<XElement> Elements(string name, string pattern, params string[] parts) =>
        Files(pattern, parts).SelectMany(file => SourceXml.Load(file).Root!.DescendantsAndSelf(name)).Select(Part);

    /// <summary>Files that are packed as they are: contents by path in the zip.</summary>
    public IEnumerable<KeyValuePair<string, byte[]>> VerbatimFiles() =>
        from name in Verbatim
        from file in Files("*", name)
        select new KeyValuePair<string, byte[]>(Path.GetRelativePath(Folder, file).Replace('\\', '/'), File.ReadAllBytes(file));

    /// <summary>A copy of the element to be put into customizations.xml.</summary>
    public static XElement Part(XElement element)
    {
        var copy = new XElement(element);
        copy.Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
        return copy;
    }
}
