using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Dashboards show views and charts that exist, each of the table that it is shown for.</summary>
/// <remarks>Of another publisher's dashboard only its own tables are judged: the views and charts of the platform's tables are not in its zip.</remarks>
internal sealed class DashboardParts : IVerifyRule
{
    public string Id => "dashboard-parts";

    public string Remedy => "Let the tile name a view and a chart of its table, and pack both.";

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        var views = Owners(zip, "savedquery", "savedqueryid");
        var charts = Owners(zip, "visualization", "savedqueryvisualizationid");
        return
            from dashboard in zip.Section("Dashboards", "Dashboard")
            from tile in dashboard.Descendants("parameters").Where(parameters => parameters.Element("TargetEntityType") is not null)
            from problem in OfTile(zip, tile, views, charts)
            select new Flaw($"dashboard {dashboard.Text("FormId")}", $"tile {(string?)tile.Parent?.Attribute("id")}: {problem}");
    }

    private static IEnumerable<string> OfTile(SolutionZip zip, XElement tile, Dictionary<Guid, string> views, Dictionary<Guid, string> charts)
    {
        var table = LogicalName.Of(tile.Text("TargetEntityType") ?? "");
        if (zip.References.LacksTable(table)) yield return $"shows table {table}, which does not exist";
        foreach (var (element, kind, owners) in new[] { ("ViewId", "view", views), ("VisualizationId", "chart", charts) })
        {
            if (!Guid.TryParse(tile.Text(element), out var id)) continue;
            if (!owners.TryGetValue(id, out var owner))
            {
                if (zip.IsOurs && !zip.References.IsDeclared(id.ToString())) yield return $"shows {kind} {id}, which does not exist";
            }
            else if (owner != table)
            {
                yield return $"shows {kind} {id}, which belongs to {owner} and not to {table}";
            }
        }
        if (tile.Text("ChartGridMode") == "Chart" && tile.Text("VisualizationId") is null or "") yield return "is to show a chart and names none";
    }

    private static Dictionary<Guid, string> Owners(SolutionZip zip, string element, string key)
    {
        var owners = new Dictionary<Guid, string>();
        foreach (var entity in zip.Section("Entities", "Entity"))
            foreach (var part in entity.Descendants(element))
                if (Guid.TryParse(part.Text(key), out var id))
                    owners[id] = LogicalName.Of(entity.Text("Name") ?? "");
        return owners;
    }
}
