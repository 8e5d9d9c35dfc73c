using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying;

/// <summary>A packed solution, read as the rules need it.</summary>
internal sealed class SolutionZip
{
    private readonly Dictionary<string, XElement> documents = new(StringComparer.OrdinalIgnoreCase);

    private SolutionZip(IReadOnlyDictionary<string, byte[]> entries)
    {
        Entries = entries;
        Manifest = Document("solution.xml").Element("SolutionManifest")
            ?? throw new UnreadableZipException("root-files", "solution.xml", "has no SolutionManifest");
        Customizations = Document("customizations.xml");
        Publisher = Manifest.Element("Publisher")?.Text("UniqueName") ?? "";
        Prefix = Manifest.Element("Publisher")?.Text("CustomizationPrefix") ?? "";
        Tables = new KnownTables(Section("Entities", "Entity"));
        References = new References(this);
    }

    public IReadOnlyDictionary<string, byte[]> Entries { get; }

    public XElement Manifest { get; }

    public XElement Customizations { get; }

    public string Publisher { get; }

    /// <summary>The publisher's prefix, without the underscore.</summary>
    public string Prefix { get; }

    /// <summary>Whether it is this project's own zip, which house rules apply to.</summary>
    public bool IsOurs => Publisher == "crmextensions";

    public KnownTables Tables { get; }

    /// <summary>What the zip's components may refer to.</summary>
    public References References { get; }

    /// <exception cref="UnreadableZipException">It is no solution zip, or one that is not safe to read.</exception>
    public static SolutionZip Open(Stream stream)
    {
        var entries = ZipEntries.Read(stream);
        foreach (var name in new[] { "[Content_Types].xml", "solution.xml", "customizations.xml" })
            if (!entries.ContainsKey(name))
                throw new UnreadableZipException("root-files", name, "is missing at the root of the zip");
        return new SolutionZip(entries);
    }

    /// <summary>Elements of a section of customizations.xml.</summary>
    public IEnumerable<XElement> Section(string section, string element) => Customizations.Elements(section).Elements(element);

    /// <summary>The root element of an XML entry.</summary>
    /// <exception cref="UnreadableZipException">It is not well-formed, or holds a document type definition.</exception>
    public XElement Document(string entry)
    {
        if (documents.TryGetValue(entry, out var known)) return known;
        try
        {
            using var stream = new MemoryStream(Entries[entry]);
            return documents[entry] = SourceXml.Load(stream, entry).Root!;
        }
        catch (SourceException fault)
        {
            throw new UnreadableZipException("readable-xml", entry, fault.Message, fault);
        }
    }

    /// <summary>Documents of a solution-aware table, by their path.</summary>
    public IEnumerable<KeyValuePair<string, XElement>> Documents(string folder, string file) =>
        from path in Entries.Keys.Order(StringComparer.Ordinal)
        where path.StartsWith(folder + "/", StringComparison.OrdinalIgnoreCase) && path.EndsWith("/" + file, StringComparison.OrdinalIgnoreCase)
        select new KeyValuePair<string, XElement>(path, Document(path));

    public IEnumerable<XElement> PluginTypes =>
        Section("SolutionPluginAssemblies", "PluginAssembly").Elements("PluginTypes").Elements("PluginType");

    /// <summary>Whether it brings plug-in packages, whose assemblies and types nobody but the server sees.</summary>
    public bool HoldsPackages => Entries.Keys.Any(path => path.StartsWith("pluginpackages/", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a name carries this zip's publisher's prefix.</summary>
    public bool IsOwnName(string name) => Prefix.Length > 0 && name.StartsWith(Prefix + "_", StringComparison.OrdinalIgnoreCase);
}
