using System;
using System.Collections.Generic;

namespace Crm.Extensions.Embedded.Storage;

/// <summary>Which rows have which value in a column. Rows in which it is empty are not in the index.</summary>
/// <param name="read">The value by which a row is found; null where it has none.</param>
internal sealed class ColumnIndex<T>(Func<Row, T?> read)
    where T : struct
{
    private readonly Dictionary<T, HashSet<Guid>> rows = [];

    public void Add(Row row)
    {
        if (read(row) is not { } value) return;
        if (!rows.TryGetValue(value, out var set)) rows[value] = set = [];
        set.Add(row.Id);
    }

    public void Remove(Row row)
    {
        if (read(row) is not { } value || !rows.TryGetValue(value, out var set)) return;
        set.Remove(row.Id);
        if (set.Count == 0) rows.Remove(value);
    }

    public IReadOnlyCollection<Guid> Find(T value) => rows.TryGetValue(value, out var found) ? found : [];
}
