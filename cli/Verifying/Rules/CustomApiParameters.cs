using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Parameters belong to a custom API in the zip, have a type that exists, and no column that theirs lacks.</summary>
internal sealed class CustomApiParameters : IVerifyRule
{
    private const int LastType = 12;

    // entity, entity collection, string array
    private static readonly int[] NotForWorkflows = [3, 4, 11];

    public string Id => "custom-api-parameters";

    public string Remedy => "Types are 0 to 12; isoptional stands on request parameters alone; for workflows no Entity, EntityCollection or StringArray.";

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        var apis = zip.Documents("customapis", "customapi.xml").GroupBy(api => api.Key.Split('/')[1], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => same.First().Value, StringComparer.OrdinalIgnoreCase);
        foreach (var (path, parameter) in zip.Documents("customapis", "customapirequestparameter.xml").Concat(zip.Documents("customapis", "customapiresponseproperty.xml")))
        {
            var owner = path.Split('/')[1];
            var component = $"parameter {(string?)parameter.Attribute("uniquename")} of custom API {owner}";
            var known = int.TryParse(parameter.Text("type"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var type) && type is >= 0 and <= LastType;
            if (!known) yield return new Flaw(component, $"has the unknown type '{parameter.Text("type")}'");
            if (parameter.Name.LocalName == "customapiresponseproperty" && parameter.Element("isoptional") is not null)
                yield return new Flaw(component, "is a response property with isoptional");
            if (!apis.TryGetValue(owner, out var api)) yield return new Flaw(component, "its custom API is not in the zip");
            else if (known && api.Flag("workflowsdkstepenabled") && NotForWorkflows.Contains(type))
                yield return new Flaw(component, "has a type that a custom API for workflows can't take");
        }
    }
}
