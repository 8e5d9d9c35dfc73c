using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml;
using System.Xml.Linq;

namespace Crm.Extensions.Embedded.Import;

/// <summary>A packed solution: its files, and the two that say what they are.</summary>
internal sealed class SolutionZip
{
    private readonly Dictionary<string, byte[]> files = new(StringComparer.OrdinalIgnoreCase);

    private SolutionZip(Stream stream)
    {
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            foreach (var entry in archive.Entries.Where(entry => !entry.FullName.EndsWith('/')))
            {
                using var content = entry.Open();
                using var copy = new MemoryStream();
                content.CopyTo(copy);
                files[entry.FullName] = copy.ToArray();
            }
        }
        catch (InvalidDataException exception)
        {
            throw ImportFaults.InvalidFile(exception.Message);
        }
        foreach (var required in new[] { "solution.xml", "customizations.xml", "[Content_Types].xml" })
        {
            if (!files.ContainsKey(required)) throw ImportFaults.InvalidFile($"It lacks {required}.");
        }
        Manifest = new SolutionManifest(Xml("solution.xml"));
        Customizations = Xml("customizations.xml");
    }

    public SolutionManifest Manifest { get; }

    public XElement Customizations { get; }

    /// <exception cref="System.ServiceModel.FaultException">It is no solution file.</exception>
    public static SolutionZip Read(Stream stream) => new(stream);

    public byte[]? File(string path) => files.GetValueOrDefault(path.TrimStart('/'));

    /// <summary>XML files below a folder that have this name, with the path of each.</summary>
    public IEnumerable<(string Path, XElement Root)> XmlFiles(string folder, string fileName) => files.Keys
        .Where(path => path.StartsWith(folder, StringComparison.OrdinalIgnoreCase) && path.EndsWith("/" + fileName, StringComparison.OrdinalIgnoreCase))
        .Order(StringComparer.Ordinal)
        .Select(path => (path, Xml(path)));

    private XElement Xml(string path)
    {
        try
        {
            using var stream = new MemoryStream(files[path], writable: false);
            return XDocument.Load(stream).Root!;
        }
        catch (XmlException exception)
        {
            throw ImportFaults.Schema($"{path}: {exception.Message}");
        }
    }
}
