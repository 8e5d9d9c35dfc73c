using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace Crm.Extensions.Cli.Verifying;

/// <summary>
/// What the platform's own exports hold that Microsoft's published schemas (9.0) do not know. It is taken out before the schemas are asked, since a
/// validator stops looking at the siblings of the first element that it does not know.
/// </summary>
internal static class KnownDrift
{
    /// <summary>The sections that the schemas know; servers have added others since, and add more.</summary>
    private static readonly HashSet<string> Sections = new(StringComparer.Ordinal)
    {
        "Entities", "Roles", "Workflows", "FieldSecurityProfiles", "Templates", "RibbonDiffXml", "IsvConfig", "RelationshipRoles", "ConnectionRoles", "SiteMap",
        "EntityMaps", "EntityRelationships", "OrganizationSettings", "optionsets", "Reports", "RoutingRules", "ChannelPropertyGroups", "ConvertRules",
        "MobileOfflineProfiles", "Slas", "ChannelAccessProfiles", "ChannelAccessProfileRules", "Dashboards", "InteractionCentricDashboards", "Dialogs",
        "WebResources", "CustomControls", "SolutionPluginAssemblies", "SdkMessageProcessingSteps", "ServiceEndpoints", "AppModuleSiteMaps", "AppModules",
        "EntityDataProviders", "EntityDataSources", "Languages", "GlobalSearchConfigurations", "StoredProcedures",
    };

    /// <summary>Elements by their parent's name.</summary>
    private static readonly Dictionary<string, string[]> Elements = new(StringComparer.Ordinal)
    {
        ["attribute"] = ["AutoNumberFormat", "IsSearchable", "IsFilterable", "IsRetrievable", "IsLocalizable"],
        ["entity"] = ["IsRetrieveAuditEnabled", "IsRetrieveMultipleAuditEnabled", "IsMSTeamsIntegrationEnabled", "IsSolutionAware"],
        ["EntityRelationship"] = ["CascadeArchive"],
        ["Role"] = ["IsAutoAssigned", "Description"],
        ["AppModule"] = ["OptimizedFor", "statecode", "statuscode", "NavigationType", "appsettings"],
        ["AppModuleSiteMap"] = ["EnableCollapsibleGroups", "ShowHome", "ShowPinned", "ShowRecents"],
        ["Workflow"] = ["IsCustomProcessingStepAllowedForOtherPublishers", "JsonFileName", "ModernFlowType"],
        ["FieldPermission"] = ["CanReadUnmasked"],
        ["parameters"] = ["UClientEnableWhatsNewFilter", "UClientRecordSourcesJSON"],
    };

    private static readonly Dictionary<string, string[]> Attributes = new(StringComparer.Ordinal)
    {
        ["ImportExportXml"] = ["OrganizationVersion", "OrganizationSchemaType", "CRMServerServiceabilityVersion"],
        ["option"] = ["IsHidden"],
        ["form"] = ["headerdensity"],
        ["column"] = ["id"],
    };

    /// <summary>A copy without the drift, and what was taken out: the name of each node with its parent's.</summary>
    public static (XDocument Document, IReadOnlyList<string> Found) Without(XElement root)
    {
        var copy = new XDocument(root);
        var found = new List<string>();
        foreach (var node in copy.Root!.Elements().Where(node => !Sections.Contains(node.Name.LocalName)).ToList()) Take(node, found);
        foreach (var node in copy.Descendants().Where(IsKnown).ToList()) Take(node, found);
        foreach (var node in copy.Descendants("systemform").Descendants().Where(IsUnchangedInside).ToList()) Take(node, found);
        foreach (var type in copy.Descendants("attribute").Elements("Type").Where(type => type.Value.Trim() is "image" or "file").ToList()) Take(type.Parent!, found);
        foreach (var attribute in copy.Descendants().SelectMany(node => node.Attributes()).Where(IsKnown).ToList())
        {
            found.Add($"{attribute.Parent!.Name.LocalName}/@{attribute.Name.LocalName}");
            attribute.Remove();
        }
        foreach (var step in copy.Descendants("SdkMessageProcessingStep").ToList()) Reorder(step, found);
        return (copy, [.. found.Distinct(StringComparer.Ordinal)]);
    }

    private static void Take(XElement node, List<string> found)
    {
        found.Add($"{node.Parent!.Name.LocalName}/{node.Name.LocalName}");
        node.Remove();
    }

    // a form that changes another carries of it what it changes, so a tab or section of which only the place differs is empty
    private static bool IsUnchangedInside(XElement node) =>
        node.Name.LocalName is "tab" or "section" && !node.HasElements && node.Attribute("ordinalvalue") is not null;

    private static bool IsKnown(XElement node) =>
        node.Parent is { } parent && Elements.TryGetValue(parent.Name.LocalName, out var names) && names.Contains(node.Name.LocalName);

    private static bool IsKnown(XAttribute attribute) =>
        Attributes.TryGetValue(attribute.Parent!.Name.LocalName, out var names) && names.Contains(attribute.Name.LocalName)
        || attribute.Name.LocalName is "ordinalvalue" or "solutionaction" && attribute.Parent.Ancestors("systemform").Any();

    // exports write the message first, the schema wants it after the rank; the platform reads either
    private static void Reorder(XElement step, List<string> found)
    {
        var first = step.Element("SdkMessageId");
        if (first is null || first.ElementsBeforeSelf("Rank").Any() || step.Element("Rank") is not { } rank) return;
        first.Remove();
        rank.AddAfterSelf(first);
        found.Add("SdkMessageProcessingStep children in another order");
    }
}
