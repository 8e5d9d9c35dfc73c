using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;

namespace Crm.Extensions.Embedded.Metadata;

/// <summary>How a solution's XML writes texts, flags and numbers.</summary>
internal static class XmlReading
{
    /// <summary>The trimmed text of a child element; null when it is missing or empty.</summary>
    public static string? Text(this XElement node, string child)
    {
        var text = node.Element(child)?.Value.Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    public static bool Flag(this XElement node, string child, bool otherwise = false) =>
        node.Text(child) is { } text ? text is "1" or "True" or "true" : otherwise;

    public static int? Number(this XElement node, string child) =>
        int.TryParse(node.Text(child), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static decimal? Decimal(this XElement node, string child) =>
        double.TryParse(node.Text(child), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number is > -7.9e27 and < 7.9e27
            && decimal.TryParse(node.Text(child), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? exact
            : null;

    /// <summary>Texts by language out of elements that carry <c>description</c> and <c>languagecode</c>.</summary>
    public static IReadOnlyDictionary<int, string> Labels(this IEnumerable<XElement> nodes)
    {
        var labels = new Dictionary<int, string>();
        foreach (var node in nodes.Where(node => node.Attribute("languagecode") is not null))
            labels[(int)node.Attribute("languagecode")!] = (string?)node.Attribute("description") ?? "";
        return labels;
    }
}
