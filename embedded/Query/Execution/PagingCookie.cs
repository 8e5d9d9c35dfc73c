using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Xml;
using System.Xml.Linq;

namespace Crm.Extensions.Embedded.Query.Execution;

/// <summary>Where a page ended: the values by which its last row was ordered. The next page begins after them, even where rows have come or gone.</summary>
/// <remarks>Queries ordered by linked columns have none, as on the platform, and are paged by counting.</remarks>
internal sealed class PagingCookie(BoundQuery query)
{
    /// <summary>Whether a page of this query can be told by its last row.</summary>
    public bool Possible => !query.Asked.Distinct && query.Orders.All(order => order.Cell.Slot == 0);

    public string Write(int page, object?[] first, object?[] last)
    {
        var cookie = new XElement("cookie", new XAttribute("page", page));
        foreach (var (name, at) in Names().Select((name, at) => (name, at)))
        {
            cookie.Add(new XElement(name, new XAttribute("last", Text(last[at])), new XAttribute("first", Text(first[at])), last[at] is null ? new XAttribute("lastnull", "1") : null));
        }
        return cookie.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>The order values of the last row of the page before; null where the cookie does not say the page before.</summary>
    public object?[]? Read(string text, int page, Func<int, Type?> typeOf)
    {
        XElement cookie;
        try
        {
            cookie = XElement.Parse(text.StartsWith('<') ? text : WebUtility.HtmlDecode(text));
        }
        catch (XmlException problem)
        {
            throw QueryFaults.PagingCookie(problem.Message);
        }
        if (!int.TryParse((string?)cookie.Attribute("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var before)) throw QueryFaults.PagingCookie("It names no page.");
        if (before != page - 1) return null;
        var names = Names();
        var elements = cookie.Elements().ToList();
        if (!elements.Select(element => element.Name.LocalName).SequenceEqual(names, StringComparer.Ordinal)) throw QueryFaults.PagingOrder();
        return [.. elements.Select((element, at) => element.Attribute("lastnull") is null ? Value((string?)element.Attribute("last") ?? "", typeOf(at)) : null)];
    }

    private List<string> Names() => [.. query.Orders.Select(order => order.Cell.Column.LogicalName), query.Root.Table.PrimaryId];

    private static string Text(object? value) => value switch
    {
        null => "",
        DateTime moment => moment.ToString("O", CultureInfo.InvariantCulture),
        Guid id => id.ToString("B"),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static object Value(string text, Type? type)
    {
        try
        {
            return type switch
            {
                _ when type == typeof(Guid) => Guid.Parse(text),
                _ when type == typeof(DateTime) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
                null => text,
                _ => Convert.ChangeType(text, type, CultureInfo.InvariantCulture),
            };
        }
        catch (FormatException problem)
        {
            throw QueryFaults.PagingCookie(problem.Message);
        }
    }
}
