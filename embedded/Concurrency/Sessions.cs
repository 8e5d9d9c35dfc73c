using System;
using System.Threading;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Concurrency;

/// <summary>Concurrency that tests drive step by step: of all sessions only the one that is stepped ever runs, so that the same steps give the same outcome.</summary>
public sealed class Sessions : IDisposable
{
    private readonly EmbeddedDataverse organization;
    private readonly ThreadLocal<Session?> present = new();

    internal Sessions(EmbeddedDataverse organization)
    {
        this.organization = organization;
        organization.Database.Turns = () => present.Value;
    }

    /// <summary>Starts a body, which stops before its first request.</summary>
    /// <param name="userId">Who makes its requests; the administrator if nobody is named.</param>
    public Session Start(string name, Action<IOrganizationService> body, Guid? userId = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        var session = new Session(organization.Database.Gate, name, self =>
        {
            present.Value = self;
            body(organization.Connect(userId));
        });
        session.Start();
        return session;
    }

    public void Dispose() => present.Dispose();
}
