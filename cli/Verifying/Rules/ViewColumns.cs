using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Views fetch, filter, sort by and show columns that exist.</summary>
internal sealed class ViewColumns : IVerifyRule
{
    public string Id => "view-columns";

    public string Remedy => "Take the column out of the view, or pack it.";

    public IEnumerable<Flaw> Find(SolutionZip zip) =>
        from entity in zip.Section("Entities", "Entity")
        let table = LogicalName.Of(entity.Text("Name") ?? "")
        from view in entity.Elements("SavedQueries").Elements("savedqueries").Elements("savedquery")
        from problem in OfView(zip, table, view)
        select new Flaw($"view {view.Text("savedqueryid")} of {table}", problem);

    private static IEnumerable<string> OfView(SolutionZip zip, string table, XElement view)
    {
        var root = view.Elements("fetchxml").Elements("fetch").Elements("entity").FirstOrDefault();
        if (root is not null && (string?)root.Attribute("name") is { } fetched && LogicalName.Of(fetched) != table) yield return $"fetches table {fetched}";
        var aliases = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var problem in root is null ? [] : OfTable(zip, table, root, aliases)) yield return problem;
        foreach (var cell in view.Elements("layoutxml").Elements("grid").Elements("row").Elements("cell"))
        {
            var parts = ((string?)cell.Attribute("name") ?? "").Split('.', 2);
            var (owner, column) = parts.Length == 2 ? (aliases.GetValueOrDefault(parts[0]), parts[1]) : (table, parts[0]);
            if (owner is null && !zip.IsOurs) continue; // the platform shows such a cell as empty
            if (owner is null) yield return $"shows {parts[0]}.{column}, whose table it does not fetch";
            else if (zip.References.LacksColumn(owner, column) && !IsAlias(root, column)) yield return $"shows column {column}, which does not exist";
        }
    }

    private static IEnumerable<string> OfTable(SolutionZip zip, string table, XElement node, Dictionary<string, string> aliases)
    {
        if (zip.References.LacksTable(table)) yield return $"fetches table {table}, which does not exist";
        foreach (var (column, _) in Columns(node).Distinct())
            if (zip.References.LacksColumn(table, column))
                yield return $"uses column {column} of {table}, which does not exist";
        foreach (var link in node.Elements("link-entity"))
        {
            var linked = (string?)link.Attribute("name") ?? "";
            aliases[(string?)link.Attribute("alias") ?? linked] = linked;
            if ((string?)link.Attribute("to") is { } to && zip.References.LacksColumn(table, to)) yield return $"joins by column {to} of {table}, which does not exist";
            if ((string?)link.Attribute("from") is { } from && zip.References.LacksColumn(linked, from)) yield return $"joins by column {from} of {linked}, which does not exist";
            foreach (var problem in OfTable(zip, linked, link, aliases)) yield return problem;
        }
    }

    private static IEnumerable<(string Column, string Node)> Columns(XElement node) =>
        from child in node.Elements("attribute").Concat(node.Elements("order")).Concat(node.Elements("filter").Descendants("condition"))
        where child.Attribute("entityname") is null
        let name = (string?)child.Attribute("name") ?? (string?)child.Attribute("attribute")
        where name is not null
        select (name, child.Name.LocalName);

    private static bool IsAlias(XElement? root, string name) => root?.Descendants("attribute").Any(one => (string?)one.Attribute("alias") == name) == true;
}
