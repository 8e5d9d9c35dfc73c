using System;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Messages;

/// <summary>Where requests come in from clients and plug-ins and responses go out to them: logged, in turn where tests drive the threads, and as copies.</summary>
internal static class Boundary
{
    /// <summary>Carries out a request of somebody outside.</summary>
    public static OrganizationResponse Cross(EmbeddedDataverse organization, OrganizationRequest request, Func<CallContext> caller)
    {
        ArgumentNullException.ThrowIfNull(request);
        var copy = SerializationCopy.Of(request);
        var call = caller();
        organization.Requests.Add(new LoggedRequest(call.Step, copy.RequestName, TableOf(copy)));
        organization.Database.AwaitTurn();
        if (call.Step is null) organization.Faults.OnClientRequest(copy.RequestName);
        var response = organization.Executor.Execute(copy, call);
        if (call.Step is null) organization.Faults.OnClientResponse(copy.RequestName);
        SerializationCopy.Renew(response);
        return response;
    }

    /// <summary>A request as it arrives on the other side.</summary>
    public static OrganizationRequest Copy(OrganizationRequest request) => SerializationCopy.Of(request);

    /// <summary>A response as it arrives on the other side.</summary>
    public static OrganizationResponse Copy(OrganizationResponse response)
    {
        SerializationCopy.Renew(response);
        return response;
    }

    private static string? TableOf(OrganizationRequest request)
    {
        if (request.Parameters.TryGetValue("Target", out var target) || request.Parameters.TryGetValue("Targets", out target) || request.Parameters.TryGetValue("Query", out target))
        {
            return target switch
            {
                Entity entity => entity.LogicalName,
                EntityReference reference => reference.LogicalName,
                EntityCollection collection => collection.EntityName,
                Microsoft.Xrm.Sdk.Query.QueryExpression query => query.EntityName,
                Microsoft.Xrm.Sdk.Query.QueryByAttribute query => query.EntityName,
                _ => null,
            };
        }

        return null;
    }
}
