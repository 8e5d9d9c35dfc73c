using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace Crm.Extensions.Embedded.Query.Parsed;

/// <summary>Reads FetchXML's filters and conditions.</summary>
internal static class FetchConditions
{
    public static ParsedFilter Filter(XElement element)
    {
        FetchReader.Known(element, "type", "isquickfindfields", "hint", "overridequickfindrecordlimitenabled", "overridequickfindrecordlimitdisabled", "bypassquickfind");
        var filter = new ParsedFilter
        {
            IsOr = (string?)element.Attribute("type") switch
            {
                null or "and" => false,
                "or" => true,
                _ => throw QueryFaults.FilterType(),
            },
        };
        // conditions of a quick find are alternatives
        if (FetchReader.Flag(element, "isquickfindfields")) filter.IsOr = true;
        foreach (var child in element.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "condition":
                    filter.Conditions.Add(Condition(child));
                    break;
                case "filter":
                    filter.Filters.Add(Filter(child));
                    break;
                case "link-entity":
                    filter.Links.Add(FetchReader.Link(child));
                    break;
                default:
                    throw QueryFaults.InvalidFetch($"The element '{child.Name.LocalName}' is not known within 'filter'.");
            }
        }
        return filter;
    }

    private static ParsedCondition Condition(XElement element)
    {
        FetchReader.Known(element, "attribute", "operator", "value", "valueof", "entityname", "column", "uiname", "uitype", "uihidden", "alias", "aggregate", "rowaggregate");
        foreach (var refused in new[] { "aggregate", "rowaggregate" })
        {
            if (element.Attribute(refused) is { } found) throw QueryFaults.NotSupported($"FetchXML attribute '{refused}' of a condition ({found.Value})");
        }
        var name = FetchReader.Required(element, "operator");
        if (!FetchOperators.Named.TryGetValue(name, out var conditionOperator)) throw QueryFaults.ConditionOperator(name);
        var values = new List<object?>();
        if (element.Attribute("value") is { } single) values.Add(single.Value);
        values.AddRange(element.Elements().Where(child => child.Name.LocalName == "value").Select(child => (object?)child.Value));
        return new ParsedCondition((string?)element.Attribute("entityname"), FetchReader.Required(element, "attribute"), conditionOperator, values, (string?)element.Attribute("valueof"));
    }
}
