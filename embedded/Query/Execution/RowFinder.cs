using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Query.Execution;

/// <summary>Finds the combinations of rows that satisfy a query, by indexes wherever a condition or a link allows it.</summary>
internal sealed class RowFinder(IReadView view)
{
    private readonly Dictionary<Source, Dictionary<object, List<Row>>> byColumn = [];

    /// <summary>A source and the links that join to it, each after the one it hangs on.</summary>
    public IReadOnlyList<Source> Joined(Source source)
    {
        var order = new List<Source> { source };
        for (var at = 0; at < order.Count; at++) order.AddRange(order[at].Children.Where(child => !child.IsQuestion));
        order.Sort((left, right) => left.Slot.CompareTo(right.Slot));
        return order;
    }

    /// <summary>Calls <paramref name="emit"/> with each combination until it returns false. The array is reused: keep a copy.</summary>
    public bool Walk(IReadOnlyList<Source> order, int index, Row?[] rows, Func<Row?[], bool> emit)
    {
        if (index == order.Count) return emit(rows);
        var source = order[index];
        var matched = false;
        foreach (var row in source.Above is null ? Candidates(source) : Matches(source, rows[source.Above.Slot]))
        {
            if (source.Visible is { } visible && !visible(row)) continue;
            rows[source.Slot] = row;
            if (!Holds(source.On, rows)) continue;
            matched = true;
            if (Holds(source.Where, rows) && !Walk(order, index + 1, rows, emit)) return false;
            if (source.Join == JoinOperator.MatchFirstRowUsingCrossApply) break;
        }
        rows[source.Slot] = null;
        if (matched || source.Join != JoinOperator.LeftOuter) return true;
        return !Holds(source.Where, rows) || Walk(order, index + 1, rows, emit);
    }

    /// <summary>The condition that a link of type exists, in, any, not any, all or not all puts on the row above it.</summary>
    /// <remarks>"all" is the platform's: related rows exist, and none of them satisfies the link's own conditions. "not all" means the same as "any".</remarks>
    public Condition Question(Source source)
    {
        IReadOnlyList<Source>? order = null;
        bool Found(Row?[] rows)
        {
            order ??= Joined(source);
            var found = !Walk(order, 0, rows, _ => false);
            foreach (var asked in order) rows[asked.Slot] = null;
            return found;
        }
        return source.Join switch
        {
            JoinOperator.NotAny => rows => !Found(rows),
            JoinOperator.All => rows => Matches(source, rows[source.Above!.Slot]).Any(row => source.Visible?.Invoke(row) ?? true) && !Found(rows),
            _ => Found,
        };
    }

    private static bool Holds(List<Condition> conditions, Row?[] rows)
    {
        foreach (var condition in conditions)
        {
            if (!condition(rows)) return false;
        }
        return true;
    }

    /// <summary>Rows of a link that its columns tie to the row above.</summary>
    private IEnumerable<Row> Matches(Source source, Row? above)
    {
        if (above is null || source.AboveCell!.Of(above) is not { } value) return [];
        var own = source.OwnCell!;
        if (own.IsIndexed && Cell.Key(value) is { } key) return ByKey(own, key);
        if (!byColumn.TryGetValue(source, out var rows))
        {
            rows = new Dictionary<object, List<Row>>(Values.Instance);
            foreach (var row in view.All(source.Table.LogicalName))
            {
                if (own.Of(row) is not { } held) continue;
                if (!rows.TryGetValue(held, out var list)) rows.Add(held, list = []);
                list.Add(row);
            }
            byColumn.Add(source, rows);
        }
        return rows.TryGetValue(value, out var found) ? found : [];
    }

    private IEnumerable<Row> ByKey(Cell cell, object sought)
    {
        if (sought is not Guid key) return view.Having(cell.Table.LogicalName, cell.Column.LogicalName, (string)sought);
        if (!cell.IsPrimaryId) return view.Referencing(cell.Table.LogicalName, cell.Column.LogicalName, key);
        return view.Find(cell.Table.LogicalName, key) is { } row ? [row] : [];
    }

    private IEnumerable<Row> Candidates(Source root) => Sought(root) ?? view.All(root.Table.LogicalName);

    /// <summary>The few rows that can match, or null where the whole table must be read.</summary>
    private IEnumerable<Row>? Sought(Source source)
    {
        if (source.Seeks.Count > 0)
        {
            var best = source.Seeks.OrderBy(way => way.All(seek => seek.Cell.IsPrimaryId) ? 0 : 1).ThenBy(way => way.Sum(seek => seek.Keys.Count)).First();
            if (best.Count > 1) return best.SelectMany(seek => seek.Keys.SelectMany(key => ByKey(seek.Cell, key))).DistinctBy(row => row.Id);
            return best[0].Keys.Count == 1 ? ByKey(best[0].Cell, best[0].Keys.First()) : best[0].Keys.SelectMany(key => ByKey(best[0].Cell, key));
        }
        foreach (var child in source.Children)
        {
            // an inner link that is found by a key leads to the rows above it
            if (child.Join is JoinOperator.Inner or JoinOperator.Natural && child.AboveCell!.IsIndexed && Sought(child) is { } rows)
                return rows.Select(row => Cell.Key(child.OwnCell!.Of(row))).OfType<Guid>().Distinct().SelectMany(key => ByKey(child.AboveCell, key));
        }
        return null;
    }
}
