using System;
using System.Linq;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>Makes the custom APIs that rows describe into messages, and those whose rows are gone unknown again.</summary>
internal static class CustomApis
{
    public static void Refresh(EmbeddedDataverse organization)
    {
        if (organization.Catalog.Find("customapi") is null) return;
        lock (organization.Database.Gate)
        {
            var view = organization.Database.Committed;
            var requests = Parameters(view, "customapirequestparameter");
            var responses = Parameters(view, "customapiresponseproperty");
            var apis = view.All("customapi")
                .Select(row => new CustomApiMessage(
                    row.Id,
                    row["uniquename"] as string ?? "",
                    row["executeprivilegename"] as string,
                    row["plugintypeid"] is Reference type ? organization.Registrations.InstanceOf(type.Id, unsecure: null) : null,
                    row["plugintypeid"] is Reference named ? view.Find("plugintype", named.Id)?["typename"] as string ?? "" : "",
                    [.. requests[row.Id]],
                    [.. responses[row.Id]]))
                .ToList();
            foreach (var gone in organization.Messages.All.OfType<CustomApiMessage>().Where(known => apis.TrueForAll(api => api.Message != known.Message)).ToList())
                organization.Messages.Remove(gone.Message);
            foreach (var api in apis) organization.Messages.Add(api);
        }
    }

    private static ILookup<Guid, CustomApiParameter> Parameters(IReadView view, string table) => view.All(table).ToLookup(
        row => row["customapiid"] is Reference api ? api.Id : Guid.Empty,
        row => new CustomApiParameter(row["uniquename"] as string ?? "", row["type"] as int? ?? 0, row["isoptional"] is true));
}
