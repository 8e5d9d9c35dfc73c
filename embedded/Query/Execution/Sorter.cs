using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Query.Results;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded.Query.Execution;

/// <summary>Orders combinations of rows. Choices go by label, look-ups by name, as users see them; the root's id decides last.</summary>
internal sealed class Sorter(IReadOnlyList<SortColumn> orders, Labels labels, bool choicesByNumber)
{
    public List<Row?[]> Sort(IEnumerable<Row?[]> found)
    {
        var keyed = found.Select(rows => (Rows: rows, Keys: Keys(rows))).ToList();
        keyed.Sort((left, right) => Compare(left.Keys, right.Keys));
        return keyed.ConvertAll(pair => pair.Rows);
    }

    /// <summary>The values by which a combination is ordered; the last is the root's id.</summary>
    public object?[] Keys(Row?[] rows)
    {
        var keys = new object?[orders.Count + 1];
        for (var at = 0; at < orders.Count; at++) keys[at] = Key(orders[at].Cell, orders[at].Cell.Of(rows));
        keys[^1] = rows[0]?.Id;
        return keys;
    }

    public int Compare(object?[] left, object?[] right)
    {
        for (var at = 0; at < left.Length; at++)
        {
            var order = Values.Instance.Compare(left[at], right[at]);
            if (order != 0) return at < orders.Count && orders[at].Descending ? -Math.Sign(order) : order;
        }
        return 0;
    }

    private object? Key(Cell cell, object? value) => value switch
    {
        int number when cell.Column.Options.Count > 0 && !choicesByNumber => labels.Choice(cell.Column, number),
        Reference reference => labels.Name(reference) ?? "",
        _ => value,
    };
}
