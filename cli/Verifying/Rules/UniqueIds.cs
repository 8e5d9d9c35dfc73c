using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>No two components share an id or a name.</summary>
internal sealed class UniqueIds : IVerifyRule
{
    public string Id => "unique-ids";

    public string Remedy => "Give each component an id (or name) of its own.";

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        var entities = zip.Section("Entities", "Entity").ToList();
        var assemblies = zip.Section("SolutionPluginAssemblies", "PluginAssembly").ToList();
        var steps = zip.Section("SdkMessageProcessingSteps", "SdkMessageProcessingStep").ToList();
        var flaws = new[]
        {
            Twice("table", entities.Select(entity => entity.Text("Name"))),
            Twice("form", entities.Descendants("systemform").Select(form => form.Text("formid"))),
            Twice("view", entities.Descendants("savedquery").Select(view => view.Text("savedqueryid"))),
            Twice("chart", entities.Descendants("savedqueryvisualizationid").Select(chart => chart.Value.Trim())),
            Twice("dashboard", zip.Section("Dashboards", "Dashboard").Select(one => one.Text("FormId"))),
            Twice("app", zip.Section("AppModules", "AppModule").Select(one => one.Text("UniqueName"))),
            Twice("site map", zip.Section("AppModuleSiteMaps", "AppModuleSiteMap").Select(one => one.Text("SiteMapUniqueName"))),
            Twice("custom API", zip.Documents("customapis", "customapi.xml").Select(api => (string?)api.Value.Attribute("uniquename"))),
            Twice("role", zip.Section("Roles", "Role").Select(role => (string?)role.Attribute("id"))),
            Twice("choice", zip.Section("optionsets", "optionset").Select(choice => (string?)choice.Attribute("Name"))),
            Twice("relationship", zip.Section("EntityRelationships", "EntityRelationship").Select(one => (string?)one.Attribute("Name"))),
            Twice("web resource", zip.Section("WebResources", "WebResource").Select(one => one.Text("WebResourceId"))),
            Twice("column security profile", zip.Section("FieldSecurityProfiles", "FieldSecurityProfile").Select(one => (string?)one.Attribute("fieldsecurityprofileid"))),
            Twice("workflow", zip.Section("Workflows", "Workflow").Select(one => (string?)one.Attribute("WorkflowId"))),
            Twice("plug-in assembly", assemblies.Select(one => (string?)one.Attribute("PluginAssemblyId"))),
            Twice("plug-in type", zip.PluginTypes.Select(one => (string?)one.Attribute("PluginTypeId"))),
            Twice("step", steps.Select(one => (string?)one.Attribute("SdkMessageProcessingStepId"))),
            Twice("step image", steps.Descendants("SdkMessageProcessingStepImageId").Select(one => one.Value)),
            Twice("root component", zip.Manifest.Elements("RootComponents").Elements("RootComponent")
                .Select(root => $"{(string?)root.Attribute("type")} {(string?)root.Attribute("id") ?? (string?)root.Attribute("schemaName")}")),
        };
        var columns = entities.SelectMany(entity => Twice(
            "column of " + entity.Text("Name"),
            entity.Elements("EntityInfo").Elements("entity").Elements("attributes").Elements("attribute").Select(column => (string?)column.Attribute("PhysicalName"))));
        return flaws.SelectMany(found => found).Concat(columns);
    }

    private static IEnumerable<Flaw> Twice(string kind, IEnumerable<string?> ids) =>
        ids.OfType<string>().Where(id => id.Length > 0).Select(id => Guid.TryParse(id, out var guid) ? guid.ToString("D") : id)
            .GroupBy(id => id, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1)
            .Select(group => new Flaw($"{kind} {group.Key}", "is in the zip more than once"));
}
