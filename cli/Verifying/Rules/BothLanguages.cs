using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Every label of our own zip is there in English and in Spanish.</summary>
internal sealed class BothLanguages : IVerifyRule
{
    private static readonly string[] Lists =
    [
        "LocalizedNames", "LocalizedCollectionNames", "Descriptions", "displaynames", "labels", "Titles", "CustomLabels", "displayname", "description",
    ];

    public string Id => "both-languages";

    public string Remedy => "Add the label in 1033 and in 3082.";

    public Severity Severity => Severity.House;

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        var parts = zip.Documents("environmentvariabledefinitions", "environmentvariabledefinition.xml")
            .Concat(zip.Documents("customapis", "customapi.xml")).Concat(zip.Documents("customapis", "customapirequestparameter.xml"))
            .Concat(zip.Documents("customapis", "customapiresponseproperty.xml"));
        return OfPart("customizations.xml", zip.Customizations).Concat(OfPart("solution.xml", zip.Manifest)).Concat(parts.SelectMany(part => OfPart(part.Key, part.Value)));
    }

    private static IEnumerable<Flaw> OfPart(string part, XElement root)
    {
        foreach (var list in root.Descendants().Where(node => Lists.Contains(node.Name.LocalName)))
        {
            var labels = list.Elements().Where(label => label.Attribute("languagecode") is not null || label.Attribute("LCID") is not null).ToList();
            if (labels.Count == 0) continue;
            foreach (var (code, language) in new[] { ("1033", "English"), ("3082", "Spanish") })
                if (!labels.Exists(label => ((string?)label.Attribute("languagecode") ?? (string?)label.Attribute("LCID")) == code && HasText(label)))
                    yield return new Flaw($"{part}: {Place(list)}", $"has no {language} text");
        }
    }

    // a managed form leaves the label of a cell empty where it is the column's own
    private static bool HasText(XElement label) =>
        ((string?)label.Attribute("description") ?? (string?)label.Attribute("Title") ?? "").Length > 0 || label.Parent?.Parent?.Name.LocalName == "cell";

    private static string Place(XElement list)
    {
        var names = list.AncestorsAndSelf().Reverse().Skip(1)
            .Select(node => node.Text("UniqueName") ?? (string?)node.Attribute("uniquename") ?? (string?)node.Attribute("PhysicalName") ?? (string?)node.Attribute("Name")
                ?? (string?)node.Attribute("name") ?? (string?)node.Attribute("value") ?? (string?)node.Attribute("id") ?? (string?)node.Attribute("Id") ?? node.Text("Name"))
            .OfType<string>().Where(name => name.Length > 0).Distinct();
        return string.Join('/', names.Append(list.Name.LocalName));
    }
}
