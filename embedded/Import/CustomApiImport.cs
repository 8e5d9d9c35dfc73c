using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Pipeline;
using Crm.Extensions.Embedded.Security;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded.Import;

/// <summary>Imports custom APIs out of the folder <c>customapis</c>.</summary>
internal sealed class CustomApiImport(EmbeddedDataverse organization, SolutionZip zip, ComponentRows rows)
{
    private static readonly HashSet<string> Elements = new(
    [
        "allowedcustomprocessingsteptype", "bindingtype", "boundentitylogicalname", "description", "displayname", "executeprivilegename", "iscustomizable",
        "isfunction", "isprivate", "name", "plugintypeid", "workflowsdkstepenabled",
    ], StringComparer.Ordinal);

    private static readonly HashSet<string> ParameterElements = new(
        ["description", "displayname", "iscustomizable", "isoptional", "logicalentityname", "name", "type"], StringComparer.Ordinal);

    public void All()
    {
        foreach (var (path, node) in zip.XmlFiles("customapis/", "customapi.xml"))
        {
            var api = Api(node);
            var folder = path[..(path.LastIndexOf('/') + 1)];
            foreach (var (_, parameter) in zip.XmlFiles(folder + "customapirequestparameters/", "customapirequestparameter.xml"))
                Parameter("customapirequestparameter", api, parameter, isRequest: true);
            foreach (var (_, property) in zip.XmlFiles(folder + "customapiresponseproperties/", "customapiresponseproperty.xml"))
                Parameter("customapiresponseproperty", api, property, isRequest: false);
        }
    }

    private Guid Api(XElement node)
    {
        var name = (string?)node.Attribute("uniquename") ?? throw ImportFaults.CustomApi("one has no unique name.");
        foreach (var element in node.Elements().Where(element => !Elements.Contains(element.Name.LocalName)))
            throw ImportFaults.CustomApi($"{name} has the unknown element '{element.Name.LocalName}'.");
        if (!name.StartsWith(zip.Manifest.Prefix + "_", StringComparison.OrdinalIgnoreCase)) throw ImportFaults.Prefix(name, zip.Manifest.Prefix);
        if (node.Number("bindingtype") is not (null or 0)) throw PlatformFaults.Unsupported($"bound custom API '{name}'");
        if (node.Flag("isfunction")) throw PlatformFaults.Unsupported($"custom API '{name}' as a function");
        var privilege = node.Text("executeprivilegename");
        if (privilege is not null && PrivilegeNames.Parse(privilege, organization.Catalog) is null) throw ImportFaults.UnknownPrivilege(name, privilege);
        var type = node.Element("plugintypeid")?.Value.Trim() is { Length: > 0 } text ? Guid.Parse(text) : (Guid?)null;
        if (type is { } plugin && rows.View.Find("plugintype", plugin) is null) throw ImportFaults.DoesNotExist("PluginType", plugin.ToString("D"));
        var id = rows.Find("customapi", "uniquename", name) ?? NamedId.Of("customapi", name);
        MessageRows.Message(rows, name);
        return rows.Put("customapi", id, new()
        {
            ["uniquename"] = name,
            ["name"] = node.Text("name") ?? name,
            ["displayname"] = (string?)node.Element("displayname")?.Attribute("default") ?? name,
            ["description"] = (string?)node.Element("description")?.Attribute("default") ?? name,
            ["allowedcustomprocessingsteptype"] = node.Number("allowedcustomprocessingsteptype") ?? 0,
            ["bindingtype"] = 0,
            ["executeprivilegename"] = privilege,
            ["isfunction"] = false,
            ["isprivate"] = node.Flag("isprivate"),
            ["workflowsdkstepenabled"] = node.Flag("workflowsdkstepenabled"),
            ["plugintypeid"] = type is { } one ? new Reference("plugintype", one) : null,
            ["sdkmessageid"] = new Reference("sdkmessage", MessageRows.Id(name)),
            ["ismanaged"] = zip.Manifest.IsManaged,
        });
    }

    private void Parameter(string table, Guid api, XElement node, bool isRequest)
    {
        var name = (string?)node.Attribute("uniquename") ?? throw ImportFaults.CustomApi("a parameter has no unique name.");
        foreach (var element in node.Elements().Where(element => !ParameterElements.Contains(element.Name.LocalName)))
            throw ImportFaults.CustomApi($"parameter {name} has the unknown element '{element.Name.LocalName}'.");
        if (!isRequest && node.Element("isoptional") is not null) throw ImportFaults.CustomApi($"response property {name} has the element 'isoptional'.");
        if (node.Number("type") is not { } type || CustomApiParameter.ClrType(type) is null) throw ImportFaults.CustomApi($"parameter {name} has no type that exists.");
        rows.Put(table, NamedId.Of(table, $"{api}|{name}"), new()
        {
            ["uniquename"] = name,
            ["name"] = node.Text("name") ?? name,
            ["displayname"] = (string?)node.Element("displayname")?.Attribute("default") ?? name,
            ["description"] = (string?)node.Element("description")?.Attribute("default") ?? name,
            ["customapiid"] = new Reference("customapi", api),
            ["type"] = type,
            ["isoptional"] = isRequest && node.Flag("isoptional"),
            ["ismanaged"] = zip.Manifest.IsManaged,
        });
    }
}
