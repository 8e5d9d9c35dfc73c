using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>Which row a request is about: what steps are matched by, and the context's primary entity.</summary>
internal readonly record struct PrimaryRecord(string Table, Guid Id)
{
    /// <summary>The platform's word for a message that has no table.</summary>
    public const string None = "none";

    public static PrimaryRecord Of(OrganizationRequest request) => request.RequestName switch
    {
        "SendEmail" => new("email", Value<Guid>(request, "EmailId")),
        "CloseIncident" => new("incident", Value<Entity>(request, "IncidentResolution")?.GetAttributeValue<EntityReference>("incidentid")?.Id ?? Guid.Empty),
        "WinOpportunity" or "LoseOpportunity" =>
            new("opportunity", Value<Entity>(request, "OpportunityClose")?.GetAttributeValue<EntityReference>("opportunityid")?.Id ?? Guid.Empty),
        "QualifyLead" => new("lead", Value<EntityReference>(request, "LeadId")?.Id ?? Guid.Empty),
        "PickFromQueue" or "ReleaseToQueue" or "RemoveFromQueue" => new("queueitem", Value<Guid>(request, "QueueItemId")),
        _ => OfTarget(request),
    };

    private static PrimaryRecord OfTarget(OrganizationRequest request)
    {
        foreach (var name in new[] { "Target", "EntityMoniker", "Targets", "Query" })
        {
            switch (request.Parameters.Contains(name) ? request.Parameters[name] : null)
            {
                case Entity row: return new(row.LogicalName, row.Id);
                case EntityReference reference: return new(reference.LogicalName, reference.Id);
                case EntityCollection rows: return new(rows.EntityName ?? rows.Entities.FirstOrDefault()?.LogicalName ?? None, Guid.Empty);
                case QueryExpression query: return new(query.EntityName, Guid.Empty);
                case QueryByAttribute query: return new(query.EntityName, Guid.Empty);
                default: continue;
            }
        }
        return new(None, Guid.Empty);
    }

    private static T? Value<T>(OrganizationRequest request, string name) =>
        request.Parameters.Contains(name) && request.Parameters[name] is T value ? value : default;
}
