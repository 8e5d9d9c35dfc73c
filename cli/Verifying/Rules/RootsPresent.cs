using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>What solution.xml declares is in the zip, and in a way that other environments understand.</summary>
internal sealed class RootsPresent : IVerifyRule
{
    public string Id => "roots-present";

    public string Remedy => "Take the root component out of solution.xml, or pack what it stands for.";

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        var there = Components.In(zip).Select(component => component.Key).ToHashSet();
        var forms = zip.Customizations.Descendants("systemform").Select(form => form.Text("formid")).Concat(zip.Customizations.Descendants("FormId").Select(id => id.Value))
            .Select(id => ComponentKey.Of(Components.Form, id)).ToHashSet();
        foreach (var root in zip.Manifest.Elements("RootComponents").Elements("RootComponent"))
        {
            var type = int.TryParse((string?)root.Attribute("type"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;
            var keys = new[] { (string?)root.Attribute("id"), (string?)root.Attribute("schemaName") }.OfType<string>().ToList();
            var name = $"root component {string.Join(' ', keys)} of type {type.ToString(CultureInfo.InvariantCulture)}";
            if (type == Components.SiteMap && !zip.IsOurs && zip.Customizations.Elements("SiteMap").Any(map => map.HasElements)) continue;
            if (type <= 0 || keys.Count == 0) yield return new Flaw(name, "has no type, or neither id nor schema name");
            else if (type >= Components.FirstOfOneEnvironment && (zip.IsOurs || IsCustomApi(zip, keys)))
                yield return new Flaw(name, "has a type whose number differs between environments");
            else if (type == Components.Form && !forms.Contains(ComponentKey.Of(type, keys[0]))) yield return new Flaw(name, "is not in the zip");
            else if (Components.IsJudged(type) && !keys.Exists(key => there.Contains(Components.Resolve(zip, type, key)))) yield return new Flaw(name, "is not in the zip");
        }
    }

    private static bool IsCustomApi(SolutionZip zip, List<string> keys) =>
        keys.Exists(key => zip.Entries.Keys.Any(entry => entry.StartsWith($"customapis/{key}/", StringComparison.OrdinalIgnoreCase)));
}
