using System.Collections.Generic;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Cli.Unify;

/// <summary>What <c>crmx unify</c> was asked. Paths; null where an option was not given.</summary>
internal sealed record UnifyOptions
{
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>None, one for all inputs, or one for each.</summary>
    public IReadOnlyList<string> Maps { get; init; } = [];

    public string? Output { get; init; }

    public string? TruthPairs { get; init; }

    public string? TruthColumn { get; init; }

    /// <summary>Train on the input, however small it is.</summary>
    public bool Train { get; init; }

    public string? Model { get; init; }

    public string? ModelOutput { get; init; }

    public string? Previous { get; init; }

    public string? Decisions { get; init; }

    public string? Reviews { get; init; }

    /// <summary>ISO code of the country where a record doesn't say its own; empty: none.</summary>
    public string Country { get; init; } = "";

    /// <summary>Sources that are known to hold each customer once.</summary>
    public IReadOnlyList<string> Clean { get; init; } = [];

    public bool Json { get; init; }

    public Language Language { get; init; }
}
