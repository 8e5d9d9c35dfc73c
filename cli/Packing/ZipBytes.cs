using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Crm.Extensions.Cli.Packing;

/// <summary>Writes a zip whose bytes depend on its content alone: fixed order, fixed time, no trace of the machine.</summary>
internal static class ZipBytes
{
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] First = ["[Content_Types].xml", "solution.xml", "customizations.xml"];

    /// <param name="entries">Contents by path; the list of content types is added.</param>
    public static byte[] Write(IReadOnlyDictionary<string, byte[]> entries)
    {
        var all = new Dictionary<string, byte[]>(entries, StringComparer.Ordinal) { [First[0]] = ContentTypes(entries.Keys) };
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in First.Concat(all.Keys.Except(First).Order(StringComparer.Ordinal)))
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = Epoch;
                entry.ExternalAttributes = 0;
                using var content = entry.Open();
                content.Write(all[name]);
            }
        }
        return stream.ToArray();
    }

    /// <summary>XML as the platform's own exports have it: UTF-8 without mark and declaration, two spaces.</summary>
    public static byte[] Xml(XDocument document)
    {
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n",
            NewLineHandling = NewLineHandling.None,
        };
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, settings)) document.Save(writer);
        return stream.ToArray();
    }

    private static byte[] ContentTypes(IEnumerable<string> names)
    {
        XNamespace types = "http://schemas.openxmlformats.org/package/2006/content-types";
        var paths = names.ToList();
        var extensions = paths.Select(Extension).Where(extension => extension.Length > 0).Append("xml").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return Xml(new XDocument(new XElement(
            types + "Types",
            extensions.Select(extension => new XElement(types + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", "application/octet-stream"))),
            paths.Where(path => Extension(path).Length == 0).Order(StringComparer.Ordinal).Select(path =>
                new XElement(types + "Override", new XAttribute("PartName", "/" + path), new XAttribute("ContentType", "application/octet-stream"))))));
    }

    private static string Extension(string path) => Path.GetExtension(path).TrimStart('.');
}
