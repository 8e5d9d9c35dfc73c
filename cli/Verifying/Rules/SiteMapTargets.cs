using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Site maps lead to tables and web resources that exist, and have no id twice.</summary>
internal sealed class SiteMapTargets : IVerifyRule
{
    private const string WebResource = "$webresource:";

    public string Id => "sitemap-targets";

    public string Remedy => "Let the subarea name a table or web resource that exists, and give it an id of its own.";

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        var resources = zip.Section("WebResources", "WebResource").Select(one => one.Text("Name")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var map in zip.Section("AppModuleSiteMaps", "AppModuleSiteMap"))
        {
            var component = $"site map {map.Text("SiteMapUniqueName")}";
            foreach (var area in map.Descendants("SubArea"))
            {
                var url = (string?)area.Attribute("Url") ?? "";
                if ((string?)area.Attribute("Entity") is { Length: > 0 } table && zip.References.LacksTable(LogicalName.Of(table)))
                    yield return new Flaw(component, $"leads to table {table}, which does not exist");
                if (!url.StartsWith(WebResource, StringComparison.OrdinalIgnoreCase)) continue;
                var resource = url[WebResource.Length..].Split('?')[0];
                if ((zip.IsOurs || zip.IsOwnName(resource)) && !resources.Contains(resource) && !zip.References.IsDeclared(resource))
                    yield return new Flaw(component, $"leads to web resource {resource}, which does not exist");
            }
            foreach (var twice in map.Descendants().Where(node => node.Name.LocalName is "Area" or "Group" or "SubArea")
                .GroupBy(node => (node.Name.LocalName, node.Parent, Id: (string?)node.Attribute("Id"))).Where(group => group.Key.Id is not null && group.Count() > 1))
                yield return new Flaw(component, $"has {twice.Key.LocalName} {twice.Key.Id} more than once");
        }
    }
}
