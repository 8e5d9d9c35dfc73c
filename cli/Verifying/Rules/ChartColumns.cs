using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Charts count and group by columns that exist, of the table that they belong to, and draw what they fetch.</summary>
internal sealed class ChartColumns : IVerifyRule
{
    public string Id => "chart-columns";

    public string Remedy => "Let the chart fetch columns of its own table, and give each measure the alias of an attribute that is fetched.";

    public IEnumerable<Flaw> Find(SolutionZip zip) =>
        from entity in zip.Section("Entities", "Entity")
        let table = LogicalName.Of(entity.Text("Name") ?? "")
        from chart in entity.Elements("Visualizations").Elements("visualization")
        from problem in OfChart(zip, table, chart)
        select new Flaw($"chart {chart.Text("savedqueryvisualizationid")} of {table}", problem);

    private static IEnumerable<string> OfChart(SolutionZip zip, string table, XElement chart)
    {
        var definition = chart.Elements("datadescription").Elements("datadefinition").FirstOrDefault();
        if (definition is null)
        {
            if (chart.Text("webresourcename") is null) yield return "has neither data nor a web resource that draws it";
            yield break;
        }
        var roots = definition.Elements("fetchcollection").Elements("fetch").Elements("entity").ToList();
        foreach (var root in roots)
        {
            if (LogicalName.Of((string?)root.Attribute("name") ?? "") is var fetched && fetched != table) yield return $"fetches table {fetched}";
            foreach (var problem in Columns(zip, root)) yield return problem;
        }
        var fetchedAs = roots.Descendants("attribute").Select(column => (string?)column.Attribute("alias")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var drawn = definition.Elements("categorycollection").Elements("category").SelectMany(category => category.Descendants("measure").Prepend(category))
            .Select(node => (string?)node.Attribute("alias")).OfType<string>();
        foreach (var alias in drawn.Where(alias => !fetchedAs.Contains(alias)).Distinct()) yield return $"draws {alias}, which it does not fetch";
        foreach (var order in roots.Descendants("order").Select(order => (string?)order.Attribute("alias")).OfType<string>().Where(alias => !fetchedAs.Contains(alias)))
            yield return $"sorts by {order}, which it does not fetch";
    }

    private static IEnumerable<string> Columns(SolutionZip zip, XElement node)
    {
        var table = LogicalName.Of((string?)node.Attribute("name") ?? "");
        if (zip.References.LacksTable(table)) yield return $"fetches table {table}, which does not exist";
        var columns = node.Elements("attribute").Select(column => (string?)column.Attribute("name"))
            .Concat(node.Elements("filter").Descendants("condition").Where(condition => condition.Attribute("entityname") is null).Select(condition => (string?)condition.Attribute("attribute")));
        foreach (var column in columns.OfType<string>().Distinct().Where(column => zip.References.LacksColumn(table, column)))
            yield return $"uses column {column} of {table}, which does not exist";
        foreach (var problem in node.Elements("link-entity").SelectMany(link => Columns(zip, link))) yield return problem;
    }
}
