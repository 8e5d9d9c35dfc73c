using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Web resources, workflows and controls have their file in the zip.</summary>
internal sealed class WebResourceFiles : IVerifyRule
{
    public string Id => "files-present";

    public string Remedy => "Pack the file where FileName says, without the leading slash.";

    public IEnumerable<Flaw> Find(SolutionZip zip) =>
        from element in zip.Customizations.Elements().Where(section => section.Name.LocalName is "WebResources" or "Workflows" or "CustomControls").Elements()
        from file in element.Elements("FileName").Concat(element.Elements("XamlFileName")).Concat(element.Elements("JsonFileName"))
        let path = file.Value.Trim().TrimStart('/')
        where path.Length > 0 && !zip.Entries.ContainsKey(path)
        select new Flaw($"{element.Name.LocalName} {element.Text("Name") ?? (string?)element.Attribute("Name")}", $"its file {path} is not in the zip");
}
