using System;
using System.Collections.Generic;

namespace Crm.Extensions.Embedded.Import;

/// <summary>How a solution is imported.</summary>
public sealed record ImportOptions
{
    /// <summary>Whether steps arrive enabled. Without it the platform imports them switched off.</summary>
    public bool PublishWorkflows { get; init; } = true;

    /// <summary>Whether alternate keys are active at once. The platform builds them in the background: until then they neither check nor address rows.</summary>
    public bool ActivateKeys { get; init; } = true;

    /// <summary>Whether components that the installed version has and this one lacks are removed (StageAndUpgrade); an update leaves them.</summary>
    public bool Upgrade { get; init; }

    /// <summary>Tables of Dynamics apps that are not installed in this tenant: a solution that declares them as missing dependencies is refused.</summary>
    public IReadOnlySet<string> AbsentTables { get; init; } = new HashSet<string>(StringComparer.Ordinal);
}
