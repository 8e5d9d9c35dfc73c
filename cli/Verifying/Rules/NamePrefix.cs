using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Names of custom components begin with a publisher's prefix; in our own zip, with ours.</summary>
internal sealed class NamePrefix : IVerifyRule
{
    public string Id => "name-prefix";

    public string Remedy => "Begin the name with the publisher's customization prefix and an underscore (import fails with 0x80048062).";

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        if (zip.Prefix.Length == 0 && !zip.IsOurs) yield break;
        if (zip.Prefix.Length is < 2 or > 8 || !char.IsAsciiLetter(zip.Prefix[0]) || !zip.Prefix.All(char.IsAsciiLetterOrDigit)
            || zip.Prefix.StartsWith("mscrm", StringComparison.OrdinalIgnoreCase))
            yield return new Flaw($"prefix {zip.Prefix}", "is no valid customization prefix (2 to 8 letters and digits, a letter first, not mscrm)");
        foreach (var (kind, name) in Names(zip))
            if (zip.IsOurs ? !zip.IsOwnName(name) : name.IndexOf('_', StringComparison.Ordinal) is < 2 or > 8)
                yield return new Flaw($"{kind} {name}", "does not begin with the prefix");
    }

    private static IEnumerable<(string Kind, string Name)> Names(SolutionZip zip) =>
    [
        .. from table in zip.Tables.Own
           where table.IsWhole && zip.IsOurs
           select ("table", table.SchemaName),
        .. from table in zip.Tables.Own
           where zip.IsOurs || table.Info?.Flag("IsBPFEntity") != true
           from column in table.Columns.Values
           where column.Custom && column.Type != "primarykey"
           select ("column " + table.LogicalName, column.LogicalName),
        .. from choice in zip.Section("optionsets", "optionset")
           where zip.IsOurs
           select ("choice", (string?)choice.Attribute("Name") ?? ""),
        .. from resource in zip.Section("WebResources", "WebResource")
           where zip.IsOurs
           select ("web resource", resource.Text("Name") ?? ""),
        .. from api in zip.Documents("customapis", "customapi.xml")
           select ("custom API", (string?)api.Value.Attribute("uniquename") ?? ""),
        .. from variable in zip.Documents("environmentvariabledefinitions", "environmentvariabledefinition.xml")
           select ("environment variable", (string?)variable.Value.Attribute("schemaname") ?? ""),
    ];
}
