using System;
using System.Collections.Generic;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Query;

/// <summary>Whether a combination of rows, one per source (null where an outer join found none), satisfies a condition.</summary>
internal delegate bool Condition(Row?[] rows);

/// <summary>A table of a query, bound to its metadata; its rows stand at <see cref="Slot"/> of each combination.</summary>
internal sealed class Source(int slot, Table table, string alias, Source? above)
{
    public int Slot { get; } = slot;

    public Table Table { get; } = table;

    public string Alias { get; } = alias;

    public Source? Above { get; } = above;

    public JoinOperator Join { get; init; }

    /// <summary>For a link: the column of the source above, and the column of this one that must equal it.</summary>
    public Cell? AboveCell { get; init; }

    public Cell? OwnCell { get; init; }

    /// <summary>Rows of this table the caller may see; null where all may be seen.</summary>
    public Func<Row, bool>? Visible { get; init; }

    /// <summary>Conditions of the link itself: without them there is no match.</summary>
    public List<Condition> On { get; } = [];

    /// <summary>Conditions of the query that can be judged once this source's row is known.</summary>
    public List<Condition> Where { get; } = [];

    /// <summary>Ways to fetch the few rows that can match instead of reading all; of each way all the alternatives together.</summary>
    public List<IReadOnlyList<Seek>> Seeks { get; } = [];

    public List<Source> Children { get; } = [];

    public List<Output> Outputs { get; } = [];

    /// <summary>A link that only asks whether related rows exist.</summary>
    public bool IsQuestion => Join is JoinOperator.Exists or JoinOperator.In or JoinOperator.Any or JoinOperator.NotAny or JoinOperator.All or JoinOperator.NotAll;
}

/// <summary>An equality on an indexed column: only rows with one of these keys (ids, or texts where an alternate key begins with the column) can match.</summary>
internal sealed record Seek(Cell Cell, IReadOnlyCollection<object> Keys);

/// <summary>A column that is asked for.</summary>
/// <param name="Cell">Where its value comes from.</param>
/// <param name="Name">Name of the attribute in the result.</param>
/// <param name="Aliased">Whether the result wraps it in an AliasedValue.</param>
/// <param name="Readable">False for a secured column that the caller may not read: it is left out.</param>
internal sealed record Output(Cell Cell, string Name, bool Aliased, bool Readable);
