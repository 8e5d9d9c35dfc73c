using System;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>What a plug-in is handed: context, tracing, and the factory of its connections. Null for anything else, as on the platform.</summary>
internal sealed class PluginServices(StepContext context, ITracingService tracing, ConnectionFactory factory) : IServiceProvider
{
    public object? GetService(Type serviceType)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceType == typeof(ITracingService)) return tracing;
        if (serviceType == typeof(IOrganizationServiceFactory)) return factory;
        return serviceType.IsInstanceOfType(context) && serviceType.IsInterface ? context : null;
    }
}

/// <summary>Makes the connections of one execution; also says what time it is by the organization's clock.</summary>
internal sealed class ConnectionFactory(EmbeddedDataverse organization, StepExecution execution) : IOrganizationServiceFactory, IServiceProvider
{
    /// <param name="userId">Null: the system; empty: the user whose rights count in this execution.</param>
    public IOrganizationService CreateOrganizationService(Guid? userId) =>
        new PluginConnection(organization, execution, userId switch
        {
            null => organization.SystemUserId,
            { } id when id == Guid.Empty => execution.Context.UserId,
            { } id => id,
        });

    public object? GetService(Type serviceType) =>
        serviceType == typeof(Func<DateTime>) ? new Func<DateTime>(() => organization.Clock.UtcNow) : null;
}
