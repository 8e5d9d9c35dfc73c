namespace Crm.Extensions.Cli.Compensation;

/// <summary>What <c>crmx compensation close</c> is asked for; files that are null are empty.</summary>
internal sealed record CloseOptions
{
    /// <summary>2026, 2026-H1, 2026-Q3 or 2026-07.</summary>
    public required string Period { get; init; }

    public required string Plans { get; init; }

    public required string Workers { get; init; }

    public required string Customers { get; init; }

    public required string Assignments { get; init; }

    public string? Absences { get; init; }

    public string? Surveys { get; init; }

    public string? Recognitions { get; init; }

    public string? Achievements { get; init; }

    public string? GateFacts { get; init; }

    public string? Acts { get; init; }

    public string? Departures { get; init; }

    public string? Opening { get; init; }

    public string? Adjustments { get; init; }

    /// <summary>A folder; it is made where there is none.</summary>
    public required string Output { get; init; }

    /// <summary>Percent of a customer managers' plan that product quota may weigh.</summary>
    public decimal QuotaCeiling { get; init; } = 20;

    public bool Spanish { get; init; }

    /// <summary>One JSON for each worker as well, in the folder statements.</summary>
    public bool Statements { get; init; }

    /// <summary>The summary as JSON.</summary>
    public bool Json { get; init; }
}
