using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Query.Parsed;

/// <summary>Reads FetchXML. An element or attribute it does not know is refused by name.</summary>
internal static class FetchReader
{
    public static ParsedQuery Read(string fetchXml)
    {
        XElement fetch;
        try
        {
            fetch = XElement.Parse(fetchXml);
        }
        catch (XmlException problem)
        {
            throw QueryFaults.InvalidFetch($"Invalid XML. {problem.Message}");
        }
        if (fetch.Name.LocalName != "fetch") throw QueryFaults.InvalidFetch($"The document element must be 'fetch', not '{fetch.Name.LocalName}'.");
        Known(fetch, "top", "count", "page", "paging-cookie", "distinct", "aggregate", "returntotalrecordcount", "no-lock", "version", "mapping", "output-format", "min-active-row-version", "utc-offset", "useraworderby", "latematerialize", "options", "datasource");
        if (fetch.Attribute("datasource") is { } source && source.Value.Length > 0) throw QueryFaults.NotSupported($"FetchXML attribute 'datasource' ({source.Value})");

        var entities = fetch.Elements().ToList();
        if (entities.Count != 1 || entities[0].Name.LocalName != "entity") throw QueryFaults.InvalidFetch("A fetch holds exactly one entity element.");
        var top = Number(fetch, "top");
        foreach (var paging in new[] { "page", "count", "returntotalrecordcount" })
        {
            if (top is not null && fetch.Attribute(paging) is { Value: not "false" and not "0" }) throw QueryFaults.Argument($"The top attribute can't be specified with paging attribute {paging}");
        }
        Known(entities[0], "name", "enableprefiltering", "prefilterparametername");
        var root = new ParsedTable { Name = Required(entities[0], "name") };
        Content(entities[0], root);
        return new ParsedQuery
        {
            Root = root,
            Distinct = Flag(fetch, "distinct"),
            Aggregate = Flag(fetch, "aggregate"),
            Top = top,
            Count = Number(fetch, "count"),
            Page = Number(fetch, "page") ?? 1,
            Cookie = (string?)fetch.Attribute("paging-cookie"),
            ReturnTotal = Flag(fetch, "returntotalrecordcount"),
            OrderChoicesByNumber = Flag(fetch, "useraworderby"),
        };
    }

    internal static ParsedTable Link(XElement element)
    {
        Known(element, "name", "from", "to", "alias", "link-type", "visible", "intersect", "enableprefiltering", "prefilterparametername");
        var table = new ParsedTable
        {
            Name = Required(element, "name"),
            Alias = (string?)element.Attribute("alias"),
            OwnColumn = (string?)element.Attribute("from"),
            AboveColumn = (string?)element.Attribute("to"),
            Join = (string?)element.Attribute("link-type") switch
            {
                null or "inner" => JoinOperator.Inner,
                "outer" => JoinOperator.LeftOuter,
                "natural" => JoinOperator.Natural,
                "exists" => JoinOperator.Exists,
                "in" => JoinOperator.In,
                "matchfirstrowusingcrossapply" => JoinOperator.MatchFirstRowUsingCrossApply,
                "any" => JoinOperator.Any,
                "not any" => JoinOperator.NotAny,
                "all" => JoinOperator.All,
                "not all" => JoinOperator.NotAll,
                var other => throw QueryFaults.JoinOperator(other),
            },
        };
        Content(element, table);
        return table;
    }

    internal static void Known(XElement element, params string[] names)
    {
        if (element.Attributes().FirstOrDefault(attribute => !names.Contains(attribute.Name.LocalName, StringComparer.Ordinal)) is { } stranger)
            throw QueryFaults.InvalidFetch($"The attribute '{stranger.Name.LocalName}' of element '{element.Name.LocalName}' is not known.");
    }

    internal static string Required(XElement element, string attribute) =>
        element.Attribute(attribute) is { Value.Length: > 0 } found ? found.Value : throw QueryFaults.InvalidFetch($"The element '{element.Name.LocalName}' needs the attribute '{attribute}'.");

    internal static bool Flag(XElement element, string attribute, bool otherwise = false) => (string?)element.Attribute(attribute) switch
    {
        null => otherwise,
        "true" or "1" => true,
        "false" or "0" => false,
        var other => throw QueryFaults.InvalidFetch($"'{other}' is not a value of the attribute '{attribute}': true or false is."),
    };

    private static int? Number(XElement element, string attribute)
    {
        if ((string?)element.Attribute(attribute) is not { } text) return null;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) throw QueryFaults.InvalidFetch($"The attribute '{attribute}' must be a number, not '{text}'.");
        return number > 0 ? number : attribute == "count" ? null : throw QueryFaults.Positive(attribute);
    }

    private static void Content(XElement element, ParsedTable table)
    {
        var filters = new List<ParsedFilter>();
        foreach (var child in element.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "all-attributes":
                    table.AllColumns = true;
                    break;
                case "no-attrs":
                    break;
                case "attribute":
                    table.Columns.Add(FetchColumns.Read(child));
                    break;
                case "order":
                    Known(child, "attribute", "alias", "descending", "entityname");
                    var alias = (string?)child.Attribute("alias");
                    table.Orders.Add(new ParsedOrder((string?)child.Attribute("entityname"), alias ?? Required(child, "attribute"), Flag(child, "descending"), alias is not null));
                    break;
                case "filter":
                    filters.Add(FetchConditions.Filter(child));
                    break;
                case "link-entity":
                    table.Links.Add(Link(child));
                    break;
                default:
                    throw QueryFaults.InvalidFetch($"The element '{child.Name.LocalName}' is not known within '{element.Name.LocalName}'.");
            }
        }
        table.Filter = filters.Count switch
        {
            0 => null,
            1 => filters[0],
            _ => All(filters),
        };
    }

    private static ParsedFilter All(List<ParsedFilter> filters)
    {
        var all = new ParsedFilter();
        all.Filters.AddRange(filters);
        return all;
    }
}
