using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace Crm.Extensions.Embedded.Metadata;

/// <summary>Reads an <c>optionset</c> node: plain options, states with their default status reason, status reasons with their state.</summary>
internal static class OptionXml
{
    public static IReadOnlyList<Option> Read(XElement set) =>
    [
        .. set.Elements("options").Elements("option")
            .Concat(set.Elements("states").Elements("state"))
            .Concat(set.Elements("statuses").Elements("status"))
            .Select(One),
    ];

    private static Option One(XElement node) =>
        new(
            (int)node.Attribute("value")!,
            node.Elements("labels").Elements("label").Labels(),
            (int?)node.Attribute("state"),
            (int?)node.Attribute("defaultstatus"));
}
