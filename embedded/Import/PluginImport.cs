using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;
using Crm.Extensions.Embedded.Loading;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Pipeline;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded.Import;

/// <summary>Imports plug-in assemblies out of the zip's bytes, their types, and the steps registered on these.</summary>
internal sealed class PluginImport(EmbeddedDataverse organization, SolutionZip zip, ComponentRows rows)
{
    private readonly Dictionary<string, Guid> types = new(StringComparer.Ordinal);

    public void Assemblies()
    {
        foreach (var node in zip.Customizations.Elements("SolutionPluginAssemblies").Elements("PluginAssembly"))
        {
            var id = (Guid)node.Attribute("PluginAssemblyId")!;
            var image = Image(node, out var identity);
            DemandTypesKept(node, id, identity.Version ?? new Version());
            organization.PluginTypes.AddAssembly(id, image, $"{identity.Name} {identity.Version}");
            var name = identity.Name ?? "";
            rows.Put("pluginassembly", id, new()
            {
                ["name"] = name,
                ["version"] = identity.Version?.ToString(),
                ["culture"] = "neutral",
                ["publickeytoken"] = Token(identity),
                ["isolationmode"] = node.Number("IsolationMode") ?? 2,
                ["sourcetype"] = node.Number("SourceType") ?? 0,
                ["content"] = Convert.ToBase64String(image),
                ["ismanaged"] = zip.Manifest.IsManaged,
            });
            foreach (var type in node.Elements("PluginTypes").Elements("PluginType")) Type(type, id, name);
        }
    }

    /// <returns>How many steps there are.</returns>
    public int Steps(bool enable)
    {
        var count = 0;
        foreach (var node in zip.Customizations.Elements("SdkMessageProcessingSteps").Elements("SdkMessageProcessingStep"))
        {
            Step(node, enable);
            count++;
        }
        return count;
    }

    private byte[] Image(XElement node, out AssemblyName identity)
    {
        var declared = (string?)node.Attribute("FullName") ?? "";
        var file = node.Text("FileName") ?? "";
        var image = zip.File(file) ?? throw ImportFaults.Assembly($"{file} of {declared} is not in the file.");
        try
        {
            identity = AllowedReferences.Identity(image);
        }
        catch (Exception exception) when (exception is BadImageFormatException or InvalidOperationException)
        {
            throw ImportFaults.Assembly($"{file} is no assembly: {exception.Message}");
        }
        if (Token(identity).Length == 0) throw ImportFaults.NotSigned(identity.Name ?? file);
        if (!string.Equals(identity.FullName, declared, StringComparison.OrdinalIgnoreCase))
            throw ImportFaults.Assembly($"the declared identity '{declared}' is not that of the file, '{identity.FullName}'.");
        var foreign = AllowedReferences.Foreign(image);
        return foreign.Count == 0 ? image : throw ImportFaults.Assembly($"{identity.Name} refers to {string.Join(", ", foreign)}, which the sandbox does not have.");
    }

    // Whoever has registered steps on a type relies on it: one may go only with a new major or minor version.
    private void DemandTypesKept(XElement node, Guid assembly, Version version)
    {
        if (!Version.TryParse(rows.View.Find("pluginassembly", assembly)?["version"] as string, out var before)) return;
        if (before.Major != version.Major || before.Minor != version.Minor) return;
        var kept = node.Elements("PluginTypes").Elements("PluginType").Select(type => (Guid)type.Attribute("PluginTypeId")!).ToHashSet();
        if (rows.View.Referencing("plugintype", "pluginassemblyid", assembly).FirstOrDefault(type => !kept.Contains(type.Id)) is { } gone)
            throw ImportFaults.TypesRemoved(gone["typename"] as string ?? gone.Id.ToString("D"));
    }

    private void Type(XElement node, Guid assembly, string assemblyName)
    {
        var id = (Guid)node.Attribute("PluginTypeId")!;
        var qualified = (string?)node.Attribute("AssemblyQualifiedName") ?? "";
        var typeName = qualified.Split(',')[0].Trim();
        if (typeName.Length == 0) typeName = (string?)node.Attribute("Name") ?? "";
        if (organization.PluginTypes.AssemblyOf(assembly).GetType(typeName) is null)
            throw ImportFaults.Assembly($"{assemblyName} does not contain the required types: {typeName}.");
        organization.PluginTypes.Add(id, assembly, typeName);
        types[qualified] = id;
        types[typeName] = id;
        var group = node.Text("WorkflowActivityGroupName");
        rows.Put("plugintype", id, new()
        {
            ["typename"] = typeName,
            ["name"] = (string?)node.Attribute("Name") ?? typeName,
            ["friendlyname"] = node.Text("FriendlyName") ?? typeName,
            ["assemblyname"] = assemblyName,
            ["pluginassemblyid"] = new Reference("pluginassembly", assembly),
            ["workflowactivitygroupname"] = group,
            ["isworkflowactivity"] = group is not null,
            ["ismanaged"] = zip.Manifest.IsManaged,
        });
    }

    private void Step(XElement node, bool enable)
    {
        var id = (Guid)node.Attribute("SdkMessageProcessingStepId")!;
        var message = (Guid?)node.Element("SdkMessageId") ?? throw ImportFaults.DoesNotExist("SdkMessage", "none");
        var name = rows.View.Find("sdkmessage", message)?["name"] as string ?? throw ImportFaults.DoesNotExist("SdkMessage", message.ToString("D"));
        var table = node.Text("PrimaryEntity") is { } entity ? EntityXmlReader.Lower(entity) : null;
        var filter = table is null ? (Guid?)null : MessageRows.FilterId(name, table);
        if (filter is { } known && rows.View.Find("sdkmessagefilter", known) is null)
            throw ImportFaults.Dangling($"step {node.Attribute("Name")?.Value}", $"message {name} on table {table}");
        var typeName = node.Text("PluginTypeName") ?? "";
        var type = types.TryGetValue(typeName, out var exact) || types.TryGetValue(typeName.Split(',')[0].Trim(), out exact)
            ? exact
            : throw ImportFaults.DoesNotExist("SdkMessageProcessingStep", $"{id} (plug-in type {typeName})");
        StepAdmission.Demand(rows.View, message, node.Number("Mode") ?? 0);
        if (node.Text("EventHandlerTypeCode") is null) throw ImportFaults.Schema("EventHandlerTypeCode");
        rows.Put("sdkmessageprocessingstep", id, new()
        {
            ["name"] = (string?)node.Attribute("Name"),
            ["sdkmessageid"] = new Reference("sdkmessage", message),
            ["sdkmessagefilterid"] = filter is { } one ? new Reference("sdkmessagefilter", one) : null,
            ["plugintypeid"] = new Reference("plugintype", type),
            ["eventhandler"] = new Reference("plugintype", type),
            ["stage"] = node.Number("Stage"),
            ["mode"] = node.Number("Mode") ?? 0,
            ["rank"] = node.Number("Rank") ?? 1,
            ["filteringattributes"] = node.Text("FilteringAttributes"),
            ["configuration"] = node.Text("Configuration"),
            ["asyncautodelete"] = node.Flag("AsyncAutoDelete"),
            ["supporteddeployment"] = node.Number("SupportedDeployment") ?? 0,
            ["statecode"] = enable ? 0 : 1,
            ["statuscode"] = enable ? 1 : 2,
            ["ismanaged"] = zip.Manifest.IsManaged,
        });
        foreach (var image in node.Elements("SdkMessageProcessingStepImages").Elements("SdkMessageProcessingStepImage"))
        {
            rows.Put("sdkmessageprocessingstepimage", (Guid)image.Element("SdkMessageProcessingStepImageId")!, new()
            {
                ["name"] = (string?)image.Attribute("Name"),
                ["entityalias"] = image.Text("EntityAlias"),
                ["attributes"] = image.Text("Attributes"),
                ["imagetype"] = image.Number("ImageType") ?? 0,
                ["messagepropertyname"] = image.Text("MessagePropertyName"),
                ["sdkmessageprocessingstepid"] = new Reference("sdkmessageprocessingstep", id),
            });
        }
    }

    private static string Token(AssemblyName identity) => Convert.ToHexStringLower(identity.GetPublicKeyToken() ?? []);
}
