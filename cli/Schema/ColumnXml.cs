using System.Xml.Linq;

namespace Crm.Extensions.Cli.Schema;

/// <summary>A column as its <c>attribute</c> element describes it.</summary>
internal sealed class ColumnXml(XElement element)
{
    public XElement Element { get; } = element;

    public string SchemaName { get; } = (string?)element.Attribute("PhysicalName") ?? element.Text("Name") ?? "";

    public string LogicalName { get; } =
        Schema.LogicalName.Of(element.Text("LogicalName") ?? element.Text("Name") ?? (string?)element.Attribute("PhysicalName") ?? "");

    /// <summary>The format's word: nvarchar, picklist, lookup, state …</summary>
    public string Type { get; } = Schema.LogicalName.Of(element.Text("Type") ?? "");

    public bool Secured => Element.Flag("IsSecured");

    /// <summary>Whether a publisher added it, as opposed to the platform.</summary>
    public bool Custom => Element.Flag("IsCustomField");

    public bool PrimaryName => Element.Text("DisplayMask")?.Contains("PrimaryName", System.StringComparison.Ordinal) == true;

    /// <summary>The global choice it takes its options from, null for a choice of its own.</summary>
    public string? GlobalChoice => Element.Text("OptionSetName");

    /// <summary>The choice that only this column has.</summary>
    public ChoiceXml? LocalChoice => Element.Element("optionset") is { } choice ? new ChoiceXml(choice) : null;

    public string? Label(int language) => Labels.Of(Element.Element("displaynames"), "displayname", language);
}
