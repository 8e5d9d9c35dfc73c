using Crm.Extensions.Embedded.Metadata;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Messages;

/// <summary>Reads the parameters of a request.</summary>
internal static class Parameters
{
    /// <exception cref="System.ServiceModel.FaultException">It is missing or of another type.</exception>
    public static T Required<T>(this OrganizationRequest request, string name) =>
        request.Parameters.TryGetValue(name, out var value) && value is T typed ? typed : throw PlatformFaults.MissingParameter(name);

    public static T? Optional<T>(this OrganizationRequest request, string name) =>
        request.Parameters.TryGetValue(name, out var value) && value is T typed ? typed : default;

    /// <exception cref="System.ServiceModel.FaultException">There is no such table.</exception>
    public static Table TableOf(this MessageContext context, string? name) =>
        name is not null && context.Catalog.Find(name) is { } table ? table : throw PlatformFaults.UnknownTable(name ?? "");
}
