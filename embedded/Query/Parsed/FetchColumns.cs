using System.Xml.Linq;

namespace Crm.Extensions.Embedded.Query.Parsed;

/// <summary>Reads FetchXML's attribute elements, aggregates among them.</summary>
internal static class FetchColumns
{
    public static ParsedColumn Read(XElement element)
    {
        FetchReader.Known(element, "name", "alias", "aggregate", "groupby", "dategrouping", "distinct", "usertimezone", "addedby", "build", "rowaggregate");
        if (element.Attribute("rowaggregate") is { } aggregate) throw QueryFaults.NotSupported($"FetchXML attribute 'rowaggregate' ({aggregate.Value})");
        return new ParsedColumn(FetchReader.Required(element, "name"))
        {
            Alias = (string?)element.Attribute("alias"),
            Distinct = FetchReader.Flag(element, "distinct"),
            GroupBy = FetchReader.Flag(element, "groupby"),
            InUserTimeZone = FetchReader.Flag(element, "usertimezone", otherwise: true),
            Aggregation = (string?)element.Attribute("aggregate") switch
            {
                null => Aggregation.None,
                "count" => Aggregation.Count,
                "countcolumn" => Aggregation.CountColumn,
                "sum" => Aggregation.Sum,
                "avg" => Aggregation.Average,
                "min" => Aggregation.Minimum,
                "max" => Aggregation.Maximum,
                var other => throw QueryFaults.InvalidFetch($"'{other}' is not an aggregate."),
            },
            Grouping = (string?)element.Attribute("dategrouping") switch
            {
                null => DateGrouping.None,
                "day" => DateGrouping.Day,
                "week" => DateGrouping.Week,
                "month" => DateGrouping.Month,
                "quarter" => DateGrouping.Quarter,
                "year" => DateGrouping.Year,
                "fiscal-period" or "fiscal-year" => throw QueryFaults.NotSupported($"date grouping '{element.Attribute("dategrouping")!.Value}'"),
                var other => throw QueryFaults.DateGrouping(other),
            },
        };
    }
}
