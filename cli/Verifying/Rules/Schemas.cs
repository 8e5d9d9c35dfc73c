using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>customizations.xml is valid by Microsoft's schemas, once what is known to be newer than they are is taken out.</summary>
internal sealed class Schemas(string folder) : IVerifyRule
{
    private const string Main = "CustomizationsSolution.xsd";

    private static readonly ConcurrentDictionary<string, XmlSchemaSet> Compiled = new(StringComparer.Ordinal);

    public string Id => "xsd";

    public string Remedy => "Correct element, order or attribute as the schema says (import fails with 0x8004801A).";

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        var (document, _) = KnownDrift.Without(zip.Customizations);
        var flaws = new List<Flaw>();
        document.Validate(Load(), (sender, found) => flaws.Add(new Flaw(Place(sender), found.Message)));
        return flaws;
    }

    /// <exception cref="SourceException">The folder does not hold the schemas.</exception>
    private XmlSchemaSet Load() => Compiled.GetOrAdd(Path.GetFullPath(folder), path =>
    {
        var main = Path.Combine(path, Main);
        if (!File.Exists(main)) throw new SourceException(main, 0, "is not there; --xsd takes the folder with Microsoft's schemas");
        try
        {
            var set = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
            set.Add(null, main);
            set.Compile();
            return set;
        }
        catch (XmlSchemaException fault)
        {
            throw new SourceException(fault.SourceUri ?? main, fault.LineNumber, fault.Message, fault);
        }
    });

    private static string Place(object? sender)
    {
        var node = sender as XElement ?? (sender as XAttribute)?.Parent;
        var owner = node?.AncestorsAndSelf().Select(one => (string?)one.Attribute("PhysicalName") ?? (string?)one.Attribute("Name") ?? (string?)one.Attribute("name") ?? one.Text("Name"))
            .FirstOrDefault(name => !string.IsNullOrEmpty(name));
        return $"customizations.xml {node?.Name.LocalName} {owner}".TrimEnd();
    }
}
