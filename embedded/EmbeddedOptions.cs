using System;
using Crm.Extensions.Embedded.Metadata;

namespace Crm.Extensions.Embedded;

/// <summary>How an embedded Dataverse begins.</summary>
public sealed record EmbeddedOptions
{
    /// <summary>Where the clock stands at first, UTC.</summary>
    public DateTime Start { get; init; } = new(2026, 1, 5, 15, 0, 0, DateTimeKind.Utc);

    /// <summary>How long a transaction waits for a lock before it faults; by the virtual clock and by the real one.</summary>
    public TimeSpan LockPatience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Tables beyond those of the system; more come with an import.</summary>
    public Catalog Tables { get; init; } = Catalog.Empty;

    /// <summary>ISO 4217 code of the base currency.</summary>
    public string BaseCurrency { get; init; } = "USD";

    /// <summary>
    /// Whether plug-in assemblies are shared with organizations of this process that run the same bytes, statics included, as in a sandbox worker; else
    /// they are its own, and gone with it.
    /// </summary>
    public bool SharesAssemblies { get; init; } = true;
}
