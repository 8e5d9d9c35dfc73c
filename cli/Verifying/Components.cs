using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying;

/// <summary>A component by its type's number and its key: id or schema name, compared without case and braces.</summary>
internal readonly record struct ComponentKey(int Type, string Key)
{
    public static ComponentKey Of(int type, string? key) =>
        new(type, (Guid.TryParse(key, out var id) ? id.ToString("D") : key ?? "").ToUpperInvariant());

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"component of type {Type} {Key}");
}

/// <summary>The components that customizations.xml holds and that have to be root components.</summary>
internal static class Components
{
    public const int Table = 1;
    public const int Workflow = 29;
    public const int Form = 60;
    public const int SiteMap = 62;
    public const int Assembly = 91;
    public const int FirstOfOneEnvironment = 10_000;

    private static readonly int[] Judged = [Table, 9, 20, 29, 61, 62, 66, 70, 80, 91, 92];

    /// <summary>Whether the content of components of that type is known to lie in customizations.xml.</summary>
    public static bool IsJudged(int type) => Judged.Contains(type);

    /// <summary>Each with the words that a message calls it by.</summary>
    public static IEnumerable<KeyValuePair<ComponentKey, string>> In(SolutionZip zip)
    {
        IEnumerable<KeyValuePair<ComponentKey, string>> Of(int type, string kind, string section, string element, Func<XElement, string?> key) =>
            zip.Section(section, element).Select(key).Select(found => new KeyValuePair<ComponentKey, string>(ComponentKey.Of(type, found), $"{kind} {found}"));

        return
        [
            .. Of(Table, "table", "Entities", "Entity", one => one.Text("Name")),
            .. Of(9, "choice", "optionsets", "optionset", one => (string?)one.Attribute("Name")),
            .. Of(20, "role", "Roles", "Role", one => (string?)one.Attribute("id")),
            .. Of(Workflow, "workflow", "Workflows", "Workflow", one => (string?)one.Attribute("WorkflowId")),
            .. Of(Form, "dashboard", "Dashboards", "Dashboard", one => one.Text("FormId")),
            .. Of(61, "web resource", "WebResources", "WebResource", one => one.Text("Name")),
            .. Of(SiteMap, "site map", "AppModuleSiteMaps", "AppModuleSiteMap", one => one.Text("SiteMapUniqueName")),
            .. Of(66, "control", "CustomControls", "CustomControl", one => one.Text("Name")),
            .. Of(70, "column security profile", "FieldSecurityProfiles", "FieldSecurityProfile", one => (string?)one.Attribute("fieldsecurityprofileid")),
            .. Of(80, "app", "AppModules", "AppModule", one => one.Text("UniqueName")),
            .. Of(Assembly, "plug-in assembly", "SolutionPluginAssemblies", "PluginAssembly", one => (string?)one.Attribute("PluginAssemblyId")),
            .. Of(92, "step", "SdkMessageProcessingSteps", "SdkMessageProcessingStep", one => (string?)one.Attribute("SdkMessageProcessingStepId")),
        ];
    }

    public static IEnumerable<ComponentKey> Roots(SolutionZip zip) =>
        from root in zip.Manifest.Elements("RootComponents").Elements("RootComponent")
        let type = int.TryParse((string?)root.Attribute("type"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0
        from key in new[] { (string?)root.Attribute("id"), (string?)root.Attribute("schemaName") }
        where key is not null
        select Resolve(zip, type, key);

    /// <summary>The key that a root component names: a plug-in assembly may be called by its id or by its full name.</summary>
    public static ComponentKey Resolve(SolutionZip zip, int type, string key)
    {
        static string Plain(string? name) => (name ?? "").Replace(" ", "", StringComparison.Ordinal);
        var assembly = type != Assembly || Guid.TryParse(key, out _) ? null : zip.Section("SolutionPluginAssemblies", "PluginAssembly")
            .FirstOrDefault(one => string.Equals(Plain((string?)one.Attribute("FullName")), Plain(key), StringComparison.OrdinalIgnoreCase));
        return ComponentKey.Of(type, (string?)assembly?.Attribute("PluginAssemblyId") ?? key);
    }
}
