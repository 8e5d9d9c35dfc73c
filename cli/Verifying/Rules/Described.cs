using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Tables, columns, choices, custom APIs and environment variables of our own say what they are for.</summary>
internal sealed class Described : IVerifyRule
{
    public string Id => "described";

    public string Remedy => "Write a description: a maker who meets the component has nothing else to go by.";

    public Severity Severity => Severity.House;

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        foreach (var table in zip.Tables.Own)
        {
            if (table.IsWhole && Lacks(table.Info, "Descriptions", "Description")) yield return new Flaw($"table {table.LogicalName}", "has no description");
            foreach (var column in table.Columns.Values.Where(column => column.Custom && column.Type != "primarykey" && zip.IsOwnName(column.LogicalName)))
                if (!column.LogicalName.EndsWith("_base", System.StringComparison.Ordinal) && Lacks(column.Element, "Descriptions", "Description"))
                    yield return new Flaw($"column {table.LogicalName}.{column.LogicalName}", "has no description");
        }
        foreach (var choice in zip.Section("optionsets", "optionset").Where(choice => Lacks(choice, "Descriptions", "Description")))
            yield return new Flaw($"choice {(string?)choice.Attribute("Name")}", "has no description");
        foreach (var (path, part) in Parts(zip).Where(part => Lacks(part.Value, "description", "label") || Lacks(part.Value, "displayname", "label")))
            yield return new Flaw(path, "has no description or no display name");
    }

    private static IEnumerable<KeyValuePair<string, XElement>> Parts(SolutionZip zip) =>
        zip.Documents("customapis", "customapi.xml").Concat(zip.Documents("customapis", "customapirequestparameter.xml"))
            .Concat(zip.Documents("customapis", "customapiresponseproperty.xml"))
            .Concat(zip.Documents("environmentvariabledefinitions", "environmentvariabledefinition.xml"));

    private static bool Lacks(XElement? owner, string list, string item) => Labels.Of(owner?.Element(list), item, Labels.English) is null;
}
