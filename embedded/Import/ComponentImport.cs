using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Security;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Crm.Sdk.Messages;

namespace Crm.Extensions.Embedded.Import;

/// <summary>Writes the components of a solution that are rows: roles, profiles, plug-ins, custom APIs, variables, web resources, views, forms and dashboards.</summary>
internal sealed class ComponentImport(EmbeddedDataverse organization, SolutionZip zip, ComponentRows rows)
{
    /// <summary>Writes publisher and solution.</summary>
    public Guid Solution(Guid? known)
    {
        var manifest = zip.Manifest;
        var publisher = rows.Find("publisher", "uniquename", manifest.Publisher) ?? organization.Database.NextId();
        rows.Put("publisher", publisher, new()
        {
            ["uniquename"] = manifest.Publisher,
            ["friendlyname"] = manifest.Publisher,
            ["customizationprefix"] = manifest.Prefix,
            ["customizationoptionvalueprefix"] = manifest.OptionPrefix,
        });
        return rows.Put("solution", known ?? organization.Database.NextId(), new()
        {
            ["uniquename"] = manifest.UniqueName,
            ["friendlyname"] = manifest.DisplayName,
            ["version"] = manifest.Version.ToString(),
            ["ismanaged"] = manifest.IsManaged,
            ["isvisible"] = true,
            ["installedon"] = organization.Clock.WholeSeconds,
            ["publisherid"] = new Reference("publisher", publisher),
        });
    }

    /// <summary>Writes all components.</summary>
    /// <returns>How many steps there are.</returns>
    public int All(bool enableSteps)
    {
        Roles();
        Profiles();
        var plugins = new PluginImport(organization, zip, rows);
        plugins.Assemblies();
        var steps = plugins.Steps(enableSteps);
        new CustomApiImport(organization, zip, rows).All();
        Variables();
        WebResources();
        Views();
        Dashboards();
        return steps;
    }

    private void Roles()
    {
        foreach (var role in zip.Customizations.Elements("Roles").Elements("Role"))
        {
            var id = (Guid)role.Attribute("id")!;
            var name = (string?)role.Attribute("name") ?? "";
            rows.Put("role", id, new()
            {
                ["name"] = name,
                ["businessunitid"] = new Reference("businessunit", organization.RootBusinessUnitId),
                ["ismanaged"] = zip.Manifest.IsManaged,
            });
            var depths = new Dictionary<string, PrivilegeDepth>(StringComparer.OrdinalIgnoreCase);
            foreach (var privilege in role.Elements("RolePrivileges").Elements("RolePrivilege"))
            {
                var privilegeName = (string?)privilege.Attribute("name") ?? "";
                var privilegeId = PrivilegeRows.Id(privilegeName);
                if (rows.View.Find("privilege", privilegeId) is null) throw ImportFaults.UnknownPrivilege(name, privilegeName);
                depths[privilegeName] = Enum.Parse<PrivilegeDepth>((string?)privilege.Attribute("level") ?? "");
                rows.Put("roleprivileges", NamedId.Of("roleprivilege", id + "|" + privilegeName), new()
                {
                    ["roleid"] = id,
                    ["privilegeid"] = privilegeId,
                    ["privilegedepthmask"] = Depth((string?)privilege.Attribute("level")),
                });
            }
            organization.Security.AddRole(id, name, depths);
        }
    }

    private static int Depth(string? level) => level switch
    {
        "Basic" => 1,
        "Local" => 2,
        "Deep" => 4,
        "Global" => 8,
        _ => throw ImportFaults.Schema($"A role privilege has the level '{level}'."),
    };

    private void Profiles()
    {
        foreach (var profile in zip.Customizations.Elements("FieldSecurityProfiles").Elements("FieldSecurityProfile"))
        {
            var id = (Guid)profile.Attribute("fieldsecurityprofileid")!;
            rows.Put("fieldsecurityprofile", id, new()
            {
                ["name"] = (string?)profile.Attribute("name"),
                ["description"] = (string?)profile.Attribute("description"),
                ["ismanaged"] = zip.Manifest.IsManaged,
            });
            var permissions = new List<ColumnPermission>();
            foreach (var permission in profile.Elements("FieldPermissions").Elements("FieldPermission"))
            {
                var table = EntityXmlReader.Lower(permission.Text("EntityName") ?? "");
                var column = EntityXmlReader.Lower(permission.Text("AttributeName") ?? "");
                if (organization.Catalog.Find(table)?.Find(column) is not { Secured: true } found)
                    throw ImportFaults.SecuredColumn(table, column, organization.Catalog.Find(table)?.Find(column) is not null);
                permissions.Add(new ColumnPermission(
                    table, column, permission.Number("CanRead") == 4, permission.Number("CanCreate") == 4, permission.Number("CanUpdate") == 4));
                rows.Put("fieldpermission", NamedId.Of("fieldpermission", $"{id}|{table}|{found.LogicalName}"), new()
                {
                    ["fieldsecurityprofileid"] = new Reference("fieldsecurityprofile", id),
                    ["entityname"] = table,
                    ["attributelogicalname"] = column,
                    ["canread"] = permission.Number("CanRead") ?? 0,
                    ["cancreate"] = permission.Number("CanCreate") ?? 0,
                    ["canupdate"] = permission.Number("CanUpdate") ?? 0,
                });
            }
            organization.Security.AddProfile(id, (string?)profile.Attribute("name") ?? "", permissions);
        }
    }

    private void Variables()
    {
        foreach (var (_, node) in zip.XmlFiles("environmentvariabledefinitions/", "environmentvariabledefinition.xml"))
        {
            var name = (string?)node.Attribute("schemaname") ?? "";
            rows.Put("environmentvariabledefinition", rows.Find("environmentvariabledefinition", "schemaname", name) ?? NamedId.Of("environmentvariabledefinition", name), new()
            {
                ["schemaname"] = name,
                ["displayname"] = (string?)node.Element("displayname")?.Attribute("default") ?? name,
                ["description"] = (string?)node.Element("description")?.Attribute("default"),
                ["defaultvalue"] = node.Text("defaultvalue"),
                ["type"] = node.Number("type"),
                ["isrequired"] = node.Flag("isrequired"),
                ["secretstore"] = node.Number("secretstore") ?? 0,
                ["ismanaged"] = zip.Manifest.IsManaged,
            });
        }
    }

    private void WebResources()
    {
        foreach (var node in zip.Customizations.Elements("WebResources").Elements("WebResource"))
        {
            var file = node.Text("FileName") ?? "";
            var content = zip.File(file) ?? throw ImportFaults.MissingComponent($"web resource {node.Text("Name")}: {file}");
            rows.Put("webresource", (Guid)node.Element("WebResourceId")!, new()
            {
                ["name"] = node.Text("Name"),
                ["displayname"] = node.Text("DisplayName"),
                ["description"] = node.Text("Description"),
                ["webresourcetype"] = node.Number("WebResourceType"),
                ["content"] = Convert.ToBase64String(content),
                ["ismanaged"] = zip.Manifest.IsManaged,
            });
        }
    }

    private void Views()
    {
        foreach (var entity in zip.Customizations.Elements("Entities").Elements("Entity"))
        {
            var table = EntityXmlReader.Lower((string?)entity.Element("EntityInfo")?.Element("entity")?.Attribute("Name") ?? entity.Text("Name") ?? "");
            foreach (var view in entity.Elements("SavedQueries").Elements("savedqueries").Elements("savedquery"))
            {
                rows.Put("savedquery", (Guid)view.Element("savedqueryid")!, new()
                {
                    ["name"] = view.Elements("LocalizedNames").Elements("LocalizedName").Labels().GetValueOrDefault(1033),
                    ["returnedtypecode"] = table,
                    ["fetchxml"] = Inner(view.Element("fetchxml")),
                    ["layoutxml"] = Inner(view.Element("layoutxml")),
                    ["querytype"] = view.Number("querytype") ?? 0,
                    ["isdefault"] = view.Flag("isdefault"),
                });
            }
            foreach (var form in entity.Elements("FormXml").Elements("forms").Elements("systemform"))
            {
                rows.Put("systemform", (Guid)form.Element("formid")!, new()
                {
                    ["name"] = form.Elements("LocalizedNames").Elements("LocalizedName").Labels().GetValueOrDefault(1033),
                    ["objecttypecode"] = table,
                    ["formxml"] = form.Element("form")?.ToString(SaveOptions.DisableFormatting),
                });
            }
        }
    }

    // A dashboard is a form of no table.
    private void Dashboards()
    {
        foreach (var dashboard in zip.Customizations.Elements("Dashboards").Elements("Dashboard"))
        {
            rows.Put("systemform", (Guid)dashboard.Element("FormId")!, new()
            {
                ["name"] = dashboard.Elements("LocalizedNames").Elements("LocalizedName").Labels().GetValueOrDefault(1033),
                ["objecttypecode"] = "none",
                ["formxml"] = dashboard.Elements("FormXml").Elements("forms").Elements("form").FirstOrDefault()?.ToString(SaveOptions.DisableFormatting),
            });
        }
    }

    private static string? Inner(XElement? element) => element?.Elements().FirstOrDefault()?.ToString(SaveOptions.DisableFormatting);
}
