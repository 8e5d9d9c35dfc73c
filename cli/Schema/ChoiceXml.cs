using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;

namespace Crm.Extensions.Cli.Schema;

/// <summary>A choice as its <c>optionset</c> element describes it: of one column or global, states and status reasons included.</summary>
internal sealed class ChoiceXml(XElement element)
{
    private static readonly string[] Items = ["option", "state", "status"];

    public XElement Element { get; } = element;

    public string Name { get; } = (string?)element.Attribute("Name") ?? "";

    /// <summary>The options in the order of their values.</summary>
    public IEnumerable<ChoiceOption> Options =>
        from item in Element.Descendants()
        where Items.Contains(item.Name.LocalName) && item.Attribute("value") is not null
        let value = int.Parse((string)item.Attribute("value")!, NumberStyles.Integer, CultureInfo.InvariantCulture)
        orderby value
        select new ChoiceOption(value, Labels.Of(item.Element("labels"), "label", Labels.English), item);
}

/// <summary>One option.</summary>
/// <param name="Value">The number stored.</param>
/// <param name="Label">Its English label, null where it has none.</param>
/// <param name="Element">Where it stands.</param>
internal sealed record ChoiceOption(int Value, string? Label, XElement Element);
