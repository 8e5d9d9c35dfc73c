using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Cli.Schema;
using Crm.Extensions.Platform.Registration;

namespace Crm.Extensions.Cli.Packing;

/// <summary>The files of a custom API, its parameters and properties: children in the order of their names, as the platform exports them.</summary>
internal static class CustomApiXml
{
    private static readonly ParameterType[] NotForWorkflows = [ParameterType.Entity, ParameterType.EntityCollection, ParameterType.StringArray];

    /// <summary>Documents by their path in the zip.</summary>
    public static IEnumerable<KeyValuePair<string, XDocument>> Of(PluginClass type)
    {
        var api = type.CustomApi!;
        var folder = "customapis/" + api.UniqueName;
        yield return new(folder + "/customapi.xml", new XDocument(new XElement(
            "customapi",
            new XAttribute("uniquename", api.UniqueName),
            new XElement("allowedcustomprocessingsteptype", 0),
            new XElement("bindingtype", 0),
            Text("description", api.Description, api.DescriptionSpanish),
            Text("displayname", api.DisplayName, api.DisplayNameSpanish),
            new XElement("executeprivilegename", api.Privilege),
            new XElement("iscustomizable", 0),
            new XElement("isfunction", 0),
            new XElement("isprivate", 0),
            new XElement("name", api.UniqueName),
            new XElement("plugintypeid", new XElement("plugintypeexportkey", type.Id.ToString("D"))),
            new XElement("workflowsdkstepenabled", api.Workflow ? 1 : 0))));
        foreach (var request in type.Requests)
            yield return new($"{folder}/customapirequestparameters/{request.Name}/customapirequestparameter.xml", new XDocument(new XElement(
                "customapirequestparameter",
                new XAttribute("uniquename", request.Name),
                Text("description", request.Description, request.DescriptionSpanish),
                Text("displayname", request.DisplayName, request.DisplayNameSpanish),
                new XElement("iscustomizable", 0),
                new XElement("isoptional", request.Optional ? 1 : 0),
                new XElement("name", request.Name),
                new XElement("type", (int)request.Type))));
        foreach (var response in type.Responses)
            yield return new($"{folder}/customapiresponseproperties/{response.Name}/customapiresponseproperty.xml", new XDocument(new XElement(
                "customapiresponseproperty",
                new XAttribute("uniquename", response.Name),
                Text("description", response.Description, response.DescriptionSpanish),
                Text("displayname", response.DisplayName, response.DisplayNameSpanish),
                new XElement("iscustomizable", 0),
                new XElement("name", response.Name),
                new XElement("type", (int)response.Type))));
    }

    /// <summary>Problems in plain words, each naming the class.</summary>
    public static IEnumerable<string> Problems(PluginClass type)
    {
        if (type.CustomApi is not { } api) yield break;
        if (api.Privilege.Length == 0) yield return $"{type.FullName}: custom API {api.UniqueName} names no privilege";
        var parameters = type.Requests.Select(one => (one.Name, one.Type)).Concat(type.Responses.Select(one => (one.Name, one.Type)));
        foreach (var (name, kind) in parameters.Where(one => api.Workflow && NotForWorkflows.Contains(one.Type)))
            yield return $"{type.FullName}: parameter {name} is of type {kind}, which a custom API for workflows can't take";
        foreach (var twice in type.Requests.Select(one => one.Name).Concat(type.Responses.Select(one => one.Name)).GroupBy(name => name).Where(group => group.Count() > 1))
            yield return $"{type.FullName}: more than one parameter {twice.Key}";
    }

    private static XElement Text(string name, string english, string spanish) => new(
        name,
        new XAttribute("default", english),
        Label(english, Labels.English),
        spanish.Length == 0 ? null : Label(spanish, Labels.Spanish));

    private static XElement Label(string text, int language) =>
        new("label", new XAttribute("description", text), new XAttribute("languagecode", language));
}
