using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Tests.Packing;

namespace Crm.Extensions.Tests.Platform.Import;

/// <summary>A copy of the managed zip in which something is changed before it is imported.</summary>
internal sealed class ChangedZip
{
    private Dictionary<string, byte[]> entries = BrokenZip.Entries(ManagedZip.Bytes);

    public IEnumerable<string> Names => entries.Keys;

    public ChangedZip Xml(string entry, Action<XElement> change)
    {
        using var source = new MemoryStream(entries[entry]);
        var document = XDocument.Load(source);
        change(document.Root!);
        using var target = new MemoryStream();
        document.Save(target);
        entries[entry] = target.ToArray();
        return this;
    }

    public ChangedZip Customizations(Action<XElement> change) => Xml("customizations.xml", change);

    public ChangedZip Roots(Action<XElement> change) => Xml("solution.xml", root => change(root.Element("SolutionManifest")!.Element("RootComponents")!));

    public ChangedZip Version(string version) => Xml("solution.xml", root => root.Element("SolutionManifest")!.Element("Version")!.Value = version);

    public ChangedZip Without(string entry)
    {
        entries.Remove(entry);
        return this;
    }

    public ChangedZip InFolder(string folder)
    {
        entries = entries.ToDictionary(entry => folder + "/" + entry.Key, entry => entry.Value);
        return this;
    }

    public Stream Open() => new MemoryStream(BrokenZip.Zip(entries));
}
