using System.Collections.Generic;

namespace Crm.Extensions.Embedded.Metadata;

/// <summary>How a date-time column treats time zones; the numbers are those of a solution's XML.</summary>
public enum DateBehavior
{
    UserLocal = 1,
    DateOnly = 2,
    TimeZoneIndependent = 3,
}

/// <summary>One option of a choice, state or status column.</summary>
/// <param name="Value">The number stored.</param>
/// <param name="Labels">Label by language (1033, 3082).</param>
/// <param name="State">For a status reason: the state it belongs to.</param>
/// <param name="DefaultStatus">For a state: the status reason a row gets with it.</param>
public sealed record Option(int Value, IReadOnlyDictionary<int, string> Labels, int? State = null, int? DefaultStatus = null);

/// <summary>A column of a table, as its XML describes it.</summary>
public sealed record Column
{
    public required string LogicalName { get; init; }

    public required string SchemaName { get; init; }

    public required ColumnType Type { get; init; }

    /// <summary>Longest text in characters; null where the type has none.</summary>
    public int? MaxLength { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    /// <summary>Decimal places of decimal, float and money columns.</summary>
    public int? Precision { get; init; }

    public DateBehavior DateBehavior { get; init; } = DateBehavior.UserLocal;

    /// <summary>Options of choice, state and status columns; empty for others.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>Tables a look-up may point to; empty where unknown, then any.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    public object? Default { get; init; }

    /// <summary>Whether the platform refuses a Create without it.</summary>
    public bool SystemRequired { get; init; }

    /// <summary>Whether a column security profile governs it.</summary>
    public bool Secured { get; init; }

    public bool ValidForCreate { get; init; } = true;

    public bool ValidForUpdate { get; init; } = true;

    public bool IsPrimaryName { get; init; }

    /// <summary>For the base-currency twin of a money column: the column it is computed from.</summary>
    public string? CalculationOf { get; init; }

    public IReadOnlyDictionary<int, string> Labels { get; init; } = new Dictionary<int, string>();

    public override string ToString() => LogicalName;

    internal bool IsReference => Type is ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner;
}
