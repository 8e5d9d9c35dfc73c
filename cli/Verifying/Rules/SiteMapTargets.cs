using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Site maps lead to tables, views, dashboards and web resources that exist, and have no id twice.</summary>
internal sealed class SiteMapTargets : IVerifyRule
{
    private const string WebResource = "$webresource:";
    private const string ViewId = "viewid=";

    public string Id => "sitemap-targets";

    public string Remedy => "Let the subarea name a table, view, dashboard or web resource that exists, and give it an id of its own.";

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        var resources = zip.Section("WebResources", "WebResource").Select(one => one.Text("Name")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var dashboards = Ids(zip.Section("Dashboards", "Dashboard").Select(one => one.Text("FormId")));
        var views = Ids(zip.Section("Entities", "Entity").Descendants("savedquery").Select(view => view.Text("savedqueryid")));
        foreach (var map in zip.Section("AppModuleSiteMaps", "AppModuleSiteMap"))
        {
            var component = $"site map {map.Text("SiteMapUniqueName")}";
            foreach (var area in map.Descendants("SubArea"))
            {
                var url = (string?)area.Attribute("Url") ?? "";
                if ((string?)area.Attribute("Entity") is { Length: > 0 } table && zip.References.LacksTable(LogicalName.Of(table)))
                    yield return new Flaw(component, $"leads to table {table}, which does not exist");
                if (zip.IsOurs && Guid.TryParse((string?)area.Attribute("DefaultDashboard"), out var dashboard) && !dashboards.Contains(dashboard))
                    yield return new Flaw(component, $"leads to dashboard {dashboard}, which does not exist");
                if (zip.IsOurs && ViewIn(url) is { } view && !views.Contains(view)) yield return new Flaw(component, $"leads to view {view}, which does not exist");
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

    private static HashSet<Guid> Ids(IEnumerable<string?> texts) => [.. texts.Where(text => Guid.TryParse(text, out _)).Select(text => Guid.Parse(text!))];

    private static Guid? ViewIn(string url)
    {
        var value = url.Split('?', '&').FirstOrDefault(part => part.StartsWith(ViewId, StringComparison.OrdinalIgnoreCase))?[ViewId.Length..];
        return Guid.TryParse(Uri.UnescapeDataString(value ?? ""), out var id) ? id : null;
    }
}
