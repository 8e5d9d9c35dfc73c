using System;
using System.IO;
using System.Xml;
using System.Xml.Linq;

namespace Crm.Extensions.Cli.Schema;

/// <summary>Reading of XML that keeps line numbers and lets no document type definition in.</summary>
internal static class SourceXml
{
    /// <summary>A file of the source tree.</summary>
    /// <exception cref="SourceException">It is not well-formed XML.</exception>
    public static XDocument Load(string path)
    {
        using var stream = File.OpenRead(path);
        return Load(stream, path);
    }

    /// <summary>An XML text from anywhere; <paramref name="name"/> is how errors call it.</summary>
    /// <exception cref="SourceException">It is not well-formed XML, or holds a document type definition.</exception>
    public static XDocument Load(Stream stream, string name)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true };
        try
        {
            using var reader = XmlReader.Create(stream, settings, name);
            return XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.SetBaseUri);
        }
        catch (XmlException fault)
        {
            throw new SourceException(name, fault.LineNumber, fault.Message, fault);
        }
    }

    /// <summary>The line a node stands on, 0 where unknown.</summary>
    public static int Line(this XObject node) => node is IXmlLineInfo info && info.HasLineInfo() ? info.LineNumber : 0;

    /// <summary>Trimmed text of a child element, null where there is no such child.</summary>
    public static string? Text(this XElement element, string child) => element.Element(child)?.Value.Trim();

    /// <summary>Whether a child holds 1 or True.</summary>
    public static bool Flag(this XElement element, string child) =>
        element.Text(child) is { } text && (text == "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase));
}
