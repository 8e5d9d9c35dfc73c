using System;
using Crm.Extensions.Embedded.Import;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>Registers plug-in classes of the host process: the same rows as an import writes, without an assembly.</summary>
internal static class HostSteps
{
    public static Guid Register(
        EmbeddedDataverse organization, Type plugin, string message, string? table, int stage, bool asynchronous, int rank, string? filter, string? before, string? after,
        string? configuration, Guid? runAs)
    {
        var typeId = NamedId.Of("plugintype", plugin.AssemblyQualifiedName!);
        var stepId = organization.Database.NextId();
        organization.PluginTypes.Add(typeId, plugin);
        using (var transaction = organization.Database.Begin())
        {
            var rows = new ComponentRows(organization, transaction);
            MessageRows.Message(rows, message);
            StepAdmission.Demand(rows.View, MessageRows.Id(message), asynchronous ? 1 : 0);
            rows.Put("plugintype", typeId, new() { ["name"] = plugin.FullName, ["typename"] = plugin.FullName, ["friendlyname"] = plugin.FullName });
            rows.Put("sdkmessageprocessingstep", stepId, new()
            {
                ["name"] = $"{plugin.FullName}: {message} of {table ?? "any table"}",
                ["sdkmessageid"] = new Reference("sdkmessage", MessageRows.Id(message)),
                ["sdkmessagefilterid"] = table is null ? null : new Reference("sdkmessagefilter", FilterOf(rows, message, table)),
                ["plugintypeid"] = new Reference("plugintype", typeId),
                ["eventhandler"] = new Reference("plugintype", typeId),
                ["stage"] = stage,
                ["mode"] = asynchronous ? 1 : 0,
                ["rank"] = rank,
                ["filteringattributes"] = filter,
                ["configuration"] = configuration,
                ["impersonatinguserid"] = runAs is { } user ? new Reference("systemuser", user) : null,
                ["supporteddeployment"] = 0,
            });
            Image(organization, rows, stepId, "Before", 0, before);
            Image(organization, rows, stepId, "After", 1, after);
            transaction.Commit();
        }
        organization.Registrations.Changed();
        return stepId;
    }

    private static Guid FilterOf(ComponentRows rows, string message, string table)
    {
        var id = MessageRows.FilterId(message, table);
        return rows.View.Find("sdkmessagefilter", id) is not null ? id : throw PlatformFaults.Invalid($"Steps can't be registered on message {message} of table '{table}'.");
    }

    private static void Image(EmbeddedDataverse organization, ComponentRows rows, Guid step, string alias, int type, string? columns)
    {
        if (columns is null) return;
        rows.Put("sdkmessageprocessingstepimage", organization.Database.NextId(), new()
        {
            ["sdkmessageprocessingstepid"] = new Reference("sdkmessageprocessingstep", step),
            ["name"] = alias,
            ["entityalias"] = alias,
            ["imagetype"] = type,
            ["attributes"] = columns,
            ["messagepropertyname"] = "Target",
        });
    }
}
