using System;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>Finds out which row a request is about when it names the row by an alternate key: steps are told the row's id.</summary>
internal static class TargetIds
{
    public static PrimaryRecord Resolve(EmbeddedDataverse organization, OrganizationRequest request, CallContext call)
    {
        var record = PrimaryRecord.Of(request);
        if (record.Id != Guid.Empty || request.RequestName is not ("Update" or "Delete")) return record;
        if (!request.Parameters.TryGetValue("Target", out var target)) return record;
        var keys = (target as Entity)?.KeyAttributes ?? (target as EntityReference)?.KeyAttributes;
        if (keys is null || keys.Count == 0) return record;
        var id = organization.IdByKey(record.Table, keys, call);
        switch (target)
        {
            case Entity row: row.Id = id; break;
            case EntityReference reference: reference.Id = id; break;
        }
        return record with { Id = id };
    }
}
