using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Loading;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>
/// Steps as their rows describe them: what an import, a client or a plug-in writes to <c>sdkmessageprocessingstep</c> is live once it has committed.
/// </summary>
internal sealed class Registrations
{
    private static readonly HashSet<string> Tables = new(
        ["sdkmessageprocessingstep", "sdkmessageprocessingstepimage", "plugintype", "pluginassembly", "customapi", "customapirequestparameter", "customapiresponseproperty"],
        StringComparer.Ordinal);

    private readonly EmbeddedDataverse organization;
    private readonly Dictionary<(Guid Type, string? Unsecure), Func<IPlugin>> instances = [];

    public Registrations(EmbeddedDataverse organization)
    {
        this.organization = organization;
        Steps = new StepRegistry(Read);
    }

    public StepRegistry Steps { get; }

    /// <summary>Whether rows of the table are registrations.</summary>
    public bool Holds(string table) => Tables.Contains(table);

    /// <summary>Registration rows have changed.</summary>
    public void Changed()
    {
        Steps.Invalidate();
        CustomApis.Refresh(organization);
    }

    /// <summary>The class of a plugintype row, one instance per configuration.</summary>
    public Func<IPlugin> InstanceOf(Guid pluginType, string? unsecure)
    {
        lock (instances)
        {
            if (instances.TryGetValue((pluginType, unsecure), out var known)) return known;
            var made = new Lazy<IPlugin>(() => PluginFactory.Create(organization.PluginTypes.Find(pluginType), unsecure, secure: null));
            return instances[(pluginType, unsecure)] = () => made.Value;
        }
    }

    /// <summary>Forgets instances, as when their assembly is replaced or removed.</summary>
    public void Forget()
    {
        lock (instances) instances.Clear();
        Changed();
    }

    private IEnumerable<StepRegistration> Read()
    {
        var view = organization.Database.Committed;
        lock (organization.Database.Gate)
        {
            if (organization.Catalog.Find("sdkmessageprocessingstep") is null) return [];
            var images = view.All("sdkmessageprocessingstepimage").ToLookup(image => image["sdkmessageprocessingstepid"] is Reference step ? step.Id : Guid.Empty);
            return [.. view.All("sdkmessageprocessingstep").Where(IsEnabled).Select(row => Step(row, view, images[row.Id])).OfType<StepRegistration>()];
        }
    }

    private static bool IsEnabled(Row row) => row["statecode"] is null or 0;

    private StepRegistration? Step(Row row, IReadView view, IEnumerable<Row> images)
    {
        var handler = row["plugintypeid"] ?? row["eventhandler"];
        if (handler is not Reference type || row["sdkmessageid"] is not Reference messageId) return null;
        if (view.Find("sdkmessage", messageId.Id)?["name"] is not string message || view.Find("plugintype", type.Id) is not { } plugin) return null;
        var table = row["sdkmessagefilterid"] is Reference filter ? view.Find("sdkmessagefilter", filter.Id)?["primaryobjecttypecode"] as string : null;
        return new StepRegistration
        {
            Id = row.Id,
            Name = row["name"] as string ?? plugin["typename"] as string ?? message,
            Message = message,
            Table = table is PrimaryRecord.None or "" ? null : table,
            Stage = row["stage"] as int? ?? StepRegistration.PostOperation,
            IsAsynchronous = row["mode"] is 1,
            Rank = row["rank"] as int? ?? 1,
            Filter = Split(row["filteringattributes"]),
            Images = [.. images.Select(Image)],
            PluginType = plugin["typename"] as string ?? "",
            Instance = InstanceOf(type.Id, row["configuration"] as string),
            RunAs = row["impersonatinguserid"] is Reference user ? user.Id : null,
            DeletesJobWhenDone = row["asyncautodelete"] is true,
        };
    }

    private static StepImage Image(Row row)
    {
        var type = row["imagetype"] as int? ?? 0;
        return new StepImage(row["entityalias"] as string ?? row["name"] as string ?? "Image", type is 0 or 2, type is 1 or 2, Split(row["attributes"]));
    }

    private static string[] Split(object? list) =>
        (list as string)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
