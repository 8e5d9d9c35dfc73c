using System.Collections.Generic;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Query.Parsed;

/// <summary>A query as it was asked, whether in FetchXML or as a QueryExpression; no name in it has been looked up yet.</summary>
internal sealed class ParsedQuery
{
    public required ParsedTable Root { get; init; }

    public bool Distinct { get; set; }

    public bool Aggregate { get; set; }

    public int? Top { get; set; }

    public int Page { get; set; } = 1;

    /// <summary>Rows per page; null for the platform's 5,000.</summary>
    public int? Count { get; set; }

    public string? Cookie { get; set; }

    public bool ReturnTotal { get; set; }

    /// <summary>Order choices by number instead of by label.</summary>
    public bool OrderChoicesByNumber { get; set; }
}

/// <summary>The queried table, or one that is linked to it.</summary>
internal sealed class ParsedTable
{
    public required string Name { get; init; }

    public string? Alias { get; set; }

    public bool AllColumns { get; set; }

    public List<ParsedColumn> Columns { get; } = [];

    public ParsedFilter? Filter { get; set; }

    public List<ParsedTable> Links { get; } = [];

    public List<ParsedOrder> Orders { get; } = [];

    public JoinOperator Join { get; set; }

    /// <summary>For a link: the column of the table above that the link starts from.</summary>
    public string? AboveColumn { get; set; }

    /// <summary>For a link: the column of this table that must equal it.</summary>
    public string? OwnColumn { get; set; }
}

/// <summary>What is computed over a group of rows.</summary>
internal enum Aggregation
{
    None,
    Count,
    CountColumn,
    Sum,
    Average,
    Minimum,
    Maximum,
}

/// <summary>Calendar unit by which dates are grouped, in the caller's time zone.</summary>
internal enum DateGrouping
{
    None,
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

internal sealed record ParsedColumn(string Name)
{
    public string? Alias { get; init; }

    public Aggregation Aggregation { get; init; }

    public bool Distinct { get; init; }

    public bool GroupBy { get; init; }

    public DateGrouping Grouping { get; init; }

    public bool InUserTimeZone { get; init; } = true;
}

internal sealed class ParsedFilter
{
    public bool IsOr { get; set; }

    public List<ParsedCondition> Conditions { get; } = [];

    public List<ParsedFilter> Filters { get; } = [];

    /// <summary>Links that only ask whether related rows exist (any, not any, all, not all).</summary>
    public List<ParsedTable> Links { get; } = [];
}

/// <param name="Table">Alias or name of the table meant; null for the one whose filter this is.</param>
/// <param name="Column">Logical name of the column.</param>
/// <param name="Operator">The platform's operator.</param>
/// <param name="Values">Values as given: texts out of FetchXML, .NET values out of a QueryExpression.</param>
/// <param name="OtherColumn">For a comparison of two columns: the second, with its alias before a dot where it has one.</param>
internal sealed record ParsedCondition(string? Table, string Column, ConditionOperator Operator, IReadOnlyList<object?> Values, string? OtherColumn);

/// <param name="Table">Alias of the table meant; null for the one the order belongs to.</param>
/// <param name="Name">Logical name of the column, or an alias in an aggregate.</param>
internal sealed record ParsedOrder(string? Table, string Name, bool Descending, bool IsAlias);
