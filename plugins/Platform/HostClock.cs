using System;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Platform;

/// <summary>The host's clock: the machine's, unless a host that can turn the clock (a test's) hands out its own.</summary>
internal sealed class HostClock : IClock
{
    private readonly Func<DateTime> now;

    private HostClock(Func<DateTime> now) => this.now = now;

    public DateTime UtcNow => DateTime.SpecifyKind(now(), DateTimeKind.Utc);

    /// <summary>
    /// The clock of the host that handed out the factory. On the platform a factory is nothing but a factory, so its plug-ins see the machine's clock.
    /// </summary>
    public static HostClock Of(IOrganizationServiceFactory factory) =>
        new((factory as IServiceProvider)?.GetService(typeof(Func<DateTime>)) as Func<DateTime> ?? (() => DateTime.UtcNow));
}
