using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Every entry of the zip has a content type.</summary>
internal sealed class ContentTypes : IVerifyRule
{
    public string Id => "content-types";

    public string Remedy => "Add a Default for the extension, or an Override for the file, to [Content_Types].xml.";

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        var types = zip.Document("[Content_Types].xml").Elements().ToList();
        var extensions = types.Select(type => (string?)type.Attribute("Extension")).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var parts = types.Select(type => (string?)type.Attribute("PartName")).OfType<string>().SelectMany(name => new[] { name, Uri.UnescapeDataString(name) }).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return zip.Entries.Keys.Where(entry => !extensions.Contains(Path.GetExtension(entry).TrimStart('.')) && !parts.Contains("/" + entry))
            .Select(entry => new Flaw(entry, "has no content type"));
    }
}
