using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Apps list tables, views, forms and site maps that exist.</summary>
internal sealed class AppComponents : IVerifyRule
{
    public string Id => "app-components";

    public string Remedy => "Take it out of the app, or pack what it names.";

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        var ids = zip.Customizations.Descendants().Where(node => node.Name.LocalName is "savedqueryid" or "formid" or "FormId" or "savedqueryvisualizationid")
            .Select(node => Plain(node.Value)).Concat(zip.Section("Workflows", "Workflow").Select(one => Plain((string?)one.Attribute("WorkflowId")))).ToHashSet();
        var siteMaps = zip.Section("AppModuleSiteMaps", "AppModuleSiteMap").Select(map => map.Text("SiteMapUniqueName")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var app in zip.Section("AppModules", "AppModule"))
            foreach (var component in app.Elements("AppModuleComponents").Elements("AppModuleComponent"))
            {
                var name = (string?)component.Attribute("schemaName");
                var id = (string?)component.Attribute("id");
                var missing = (string?)component.Attribute("type") switch
                {
                    "1" => name is not null && zip.References.LacksTable(LogicalName.Of(name)),
                    "62" => name is not null && (zip.IsOurs || zip.IsOwnName(name)) && !siteMaps.Contains(name) && !zip.References.IsDeclared(name),
                    // views and forms of the platform's tables have ids that differ from none of ours, but only our own app is known to list none of them
                    "26" or "29" or "59" or "60" => zip.IsOurs && id is not null && !ids.Contains(Plain(id)),
                    _ => false,
                };
                if (missing) yield return new Flaw($"app {app.Text("UniqueName")}", $"lists {name ?? id}, which does not exist");
            }
    }

    private static string Plain(string? id) => Guid.TryParse(id, out var guid) ? guid.ToString("D") : id ?? "";
}
