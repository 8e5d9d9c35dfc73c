using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Custom APIs run a plug-in type that exists, under a privilege and on a table that exist.</summary>
internal sealed class CustomApis : IVerifyRule
{
    public string Id => "custom-apis";

    public string Remedy => "Let plugintypeexportkey be the PluginTypeId of a type in this zip, and name an existing privilege and table.";

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        var types = zip.PluginTypes.Select(type => Normal((string?)type.Attribute("PluginTypeId"))).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, api) in zip.Documents("customapis", "customapi.xml"))
        {
            var name = (string?)api.Attribute("uniquename") ?? "";
            var component = $"custom API {name}";
            var type = api.Element("plugintypeid")?.Value.Trim() ?? "";
            if (!string.Equals(path.Split('/')[1], name, StringComparison.OrdinalIgnoreCase)) yield return new Flaw(component, $"lies in folder {path.Split('/')[1]}");
            if (type.Length > 0 && types.Count > 0 && !zip.HoldsPackages && (zip.IsOurs || Guid.TryParse(type, out _)) && !types.Contains(Normal(type)) && !zip.References.IsDeclared(type))
                yield return new Flaw(component, $"runs plug-in type {type}, which is not in the zip");
            if (zip.IsOurs && type.Length == 0) yield return new Flaw(component, "runs no plug-in type");
            if (api.Text("executeprivilegename") is { Length: > 0 } privilege && PrivilegeName.Problem(zip, privilege) is { } problem)
                yield return new Flaw(component, $"privilege {privilege} {problem}");
            if (api.Text("bindingtype") is "1" or "2" && (api.Text("boundentitylogicalname") is not { Length: > 0 } table || zip.References.LacksTable(table)))
                yield return new Flaw(component, $"is bound to table '{api.Text("boundentitylogicalname")}', which does not exist");
            if (api.Flag("isfunction") && !zip.Entries.Keys.Any(key => key.StartsWith($"customapis/{name}/customapiresponseproperties/", StringComparison.OrdinalIgnoreCase)))
                yield return new Flaw(component, "is a function and returns nothing");
        }
    }

    private static string Normal(string? id) => Guid.TryParse(id, out var guid) ? guid.ToString("D") : id ?? "";
}
