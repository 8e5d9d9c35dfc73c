using System.Collections.Generic;
using Crm.Extensions.Embedded.Query.Parsed;

namespace Crm.Extensions.Embedded.Query;

/// <summary>A query whose every name has been found and every value converted: ready to run once.</summary>
internal sealed class BoundQuery
{
    public required ParsedQuery Asked { get; init; }

    public required Source Root { get; init; }

    /// <summary>Root and joined links, each after the one it hangs on; links that only ask are conditions instead.</summary>
    public required IReadOnlyList<Source> Joined { get; init; }

    /// <summary>How many slots a combination of rows has, questions included.</summary>
    public required int Slots { get; init; }

    public required IReadOnlyList<SortColumn> Orders { get; init; }

    public required IReadOnlyList<AggregateColumn> Aggregates { get; init; }
}

internal sealed record SortColumn(Cell Cell, bool Descending);

/// <summary>A column of an aggregate's result: a group or what is computed over it.</summary>
internal sealed record AggregateColumn(Cell Cell, string Alias, ParsedColumn Asked);
