using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Query.Execution;
using Crm.Extensions.Embedded.Query.Parsed;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded.Query;

/// <summary>Looks up every table, column and alias of a query and refuses what does not exist, is of the wrong kind or is not the caller's to use.</summary>
internal sealed class Binder(Catalog catalog, IReadView view, QueryCaller caller, ParsedQuery query)
{
    private readonly List<Source> sources = [];
    private readonly List<(ParsedTable Parsed, Source Source)> pairs = [];
    private int unnamed;

    public RowFinder Finder { get; } = new(view);

    public BoundQuery Bind()
    {
        var root = Add(query.Root, null);
        var filters = new FilterBinder(this, view, caller);
        // links that a filter adds are bound while filters are, so the list grows
        for (var at = 0; at < pairs.Count; at++)
        {
            var (parsed, source) = pairs[at];
            if (parsed.Filter is { } filter) filters.Attach(filter, source, isLink: source.Above is not null);
        }
        foreach (var source in sources.Where(source => source.IsQuestion && source.Above is not null && !filters.Asked.Contains(source)).ToList())
        {
            filters.AttachQuestion(source);
        }
        var bound = new BoundQuery
        {
            Asked = query,
            Root = root,
            Joined = Finder.Joined(root),
            Slots = sources.Count,
            Orders = query.Aggregate ? [] : Orders(),
            Aggregates = query.Aggregate ? Aggregates() : [],
        };
        if (!query.Aggregate) Outputs();
        return bound;
    }

    /// <summary>Makes the source of a table and of all its links.</summary>
    public Source Add(ParsedTable parsed, Source? above)
    {
        var table = catalog.Find(parsed.Name) ?? throw QueryFaults.NoTable(parsed.Name);
        var alias = parsed.Alias ?? (above is null ? "" : table.LogicalName + (++unnamed).ToString(CultureInfo.InvariantCulture));
        if (alias.Length > 0 && sources.Any(other => other.Alias == alias)) throw QueryFaults.DuplicateAlias(alias);
        var slot = sources.Count;
        var source = new Source(slot, table, alias, above)
        {
            Join = parsed.Join,
            AboveCell = above is null ? null : CellOf(above, parsed.AboveColumn ?? above.Table.PrimaryId),
            OwnCell = above is null ? null : CellOf(slot, table, parsed.OwnColumn ?? table.PrimaryId),
            Visible = caller.Visible(table),
        };
        sources.Add(source);
        pairs.Add((parsed, source));
        above?.Children.Add(source);
        foreach (var link in parsed.Links) Add(link, source);
        return source;
    }

    /// <summary>The source a condition or order names: an alias, or the name of a table that stands in the query.</summary>
    public Source? Named(string name) =>
        sources.FirstOrDefault(source => source.Alias == name) ?? sources.FirstOrDefault(source => source.Table.LogicalName == name);

    /// <summary>A column that is used for more than output: a secured one must be readable, or its values could be guessed.</summary>
    public Cell CellOf(Source source, string column) => CellOf(source.Slot, source.Table, column);

    private Cell CellOf(int slot, Table table, string name)
    {
        var column = table.Find(name) ?? throw QueryFaults.NoColumn(table.LogicalName, name);
        if (!caller.Readable(table, column)) throw QueryFaults.Secured(table.LogicalName, name);
        return new Cell(slot, table, column);
    }

    private List<SortColumn> Orders()
    {
        var orders = new List<SortColumn>();
        foreach (var (parsed, source) in pairs)
        {
            foreach (var order in parsed.Orders)
            {
                var owner = order.Table is null ? source : Named(order.Table) ?? throw QueryFaults.NoLinkForOrder(order.Table);
                if (owner.IsQuestion) throw QueryFaults.NoLinkForOrder(owner.Alias);
                var name = order.IsAlias ? ByAlias(order.Name)?.Name ?? order.Name : order.Name;
                orders.Add(new SortColumn(CellOf(owner, name), order.Descending));
            }
        }
        return orders;
    }

    private ParsedColumn? ByAlias(string alias) => pairs.SelectMany(pair => pair.Parsed.Columns).FirstOrDefault(column => column.Alias == alias);

    private void Outputs()
    {
        foreach (var (parsed, source) in pairs)
        {
            if (source.IsQuestion)
            {
                if (parsed.AllColumns || parsed.Columns.Count > 0) throw QueryFaults.Argument($"The link '{source.Alias}' is of type {source.Join}: it only asks whether rows exist, and no columns can be read from it.");
                continue;
            }
            var prefix = source.Above is null ? "" : source.Alias + ".";
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var column in parsed.Columns)
            {
                var found = source.Table.Find(column.Name) ?? throw QueryFaults.NoColumn(source.Table.LogicalName, column.Name);
                if (column.Alias is { } alias) source.Outputs.Add(Output(source, found, alias, true));
                else if (names.Add(column.Name)) source.Outputs.Add(Output(source, found, prefix + column.Name, source.Above is not null));
            }
            if (parsed.AllColumns)
            {
                foreach (var column in source.Table.Columns.Values.Where(column => names.Add(column.LogicalName)))
                    source.Outputs.Add(Output(source, column, prefix + column.LogicalName, source.Above is not null));
            }
        }
    }

    private Output Output(Source source, Column column, string name, bool aliased) =>
        new(new Cell(source.Slot, source.Table, column), name, aliased, caller.Readable(source.Table, column));

    private List<AggregateColumn> Aggregates()
    {
        var columns = new List<AggregateColumn>();
        foreach (var (parsed, source) in pairs)
        {
            if (parsed.AllColumns) throw QueryFaults.Argument($"An aggregate can't ask for all columns of '{source.Table.LogicalName}'.");
            foreach (var column in parsed.Columns)
            {
                if (column.Aggregation == Aggregation.None && !column.GroupBy) throw QueryFaults.Argument($"The column '{source.Table.LogicalName}.{column.Name}' is neither grouped by nor aggregated.");
                var alias = column.Alias ?? throw QueryFaults.AggregateNeedsAlias(source.Table.LogicalName, column.Name);
                if (columns.Any(other => other.Alias == alias)) throw QueryFaults.DuplicateAlias(alias);
                var cell = CellOf(source, column.Name);
                Execution.Aggregator.Check(cell, column);
                columns.Add(new AggregateColumn(cell, alias, column));
            }
        }
        return columns;
    }
}
