using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Metadata;

namespace Crm.Extensions.Embedded.Storage;

/// <summary>The committed rows of one table with their indices. Every member is called with the database's gate held.</summary>
internal sealed class TableStore
{
    private readonly Dictionary<Guid, Row> rows;
    private readonly Dictionary<string, ColumnIndex<Guid>> references = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ColumnIndex<FoldedText>> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, Guid>> unique = new(StringComparer.Ordinal);
    private IReadOnlyList<AlternateKey> keys = [];

    public TableStore() => rows = [];

    private TableStore(TableStore other)
    {
        rows = new(other.rows);
        keys = other.keys;
        foreach (var (key, index) in other.unique) unique[key] = new(index, StringComparer.Ordinal);
    }

    public Dictionary<Guid, Row>.ValueCollection Rows => rows.Values;

    public Row? Find(Guid id) => rows.GetValueOrDefault(id);

    /// <summary>Ids of the rows whose look-up points at <paramref name="id"/>; the index is made when it is first asked for.</summary>
    public IReadOnlyCollection<Guid> Referencing(string column, Guid id) => IndexOf(references, column, row => Transaction.Target(row, column)).Find(id);

    /// <summary>Ids of the rows that have a text in a column; the index is made when it is first asked for.</summary>
    public IReadOnlyCollection<Guid> Having(string column, FoldedText text) => IndexOf(texts, column, row => FoldedText.Of(row, column)).Find(text);

    /// <summary>The row that has these values in the key, if one has.</summary>
    public Guid? Holder(AlternateKey key, string values) =>
        unique.TryGetValue(key.Name, out var index) && index.TryGetValue(values, out var id) ? id : null;

    /// <summary>Indexes the keys that the table has by now.</summary>
    /// <returns>A key whose values are not unique, if there is one; it is not indexed.</returns>
    public AlternateKey? UseKeys(IReadOnlyList<AlternateKey> present)
    {
        keys = present;
        foreach (var gone in unique.Keys.Where(name => present.All(key => key.Name != name)).ToList()) unique.Remove(gone);
        AlternateKey? broken = null;
        foreach (var key in present)
        {
            if (unique.ContainsKey(key.Name)) continue;
            var index = new Dictionary<string, Guid>(StringComparer.Ordinal);
            foreach (var row in rows.Values)
            {
                if (UniqueValues.Of(key, column => row[column]) is { } values && !index.TryAdd(values, row.Id)) broken = key;
            }

            if (broken != key) unique[key.Name] = index;
        }

        return broken;
    }

    public void Put(Row row)
    {
        if (rows.TryGetValue(row.Id, out var before)) Unindex(before);
        rows[row.Id] = row;
        foreach (var index in references.Values) index.Add(row);
        foreach (var index in texts.Values) index.Add(row);
        foreach (var key in keys)
        {
            if (unique.TryGetValue(key.Name, out var index) && UniqueValues.Of(key, column => row[column]) is { } values) index[values] = row.Id;
        }
    }

    public void Remove(Guid id)
    {
        if (rows.Remove(id, out var before)) Unindex(before);
    }

    /// <summary>Takes a row out of the unique indices, so that others of the same commit may take its values.</summary>
    public void Withdraw(Guid id)
    {
        if (rows.TryGetValue(id, out var before)) GiveUpKeys(before);
    }

    /// <summary>The same rows in a store of their own.</summary>
    public TableStore Copy() => new(this);

    private ColumnIndex<T> IndexOf<T>(Dictionary<string, ColumnIndex<T>> indices, string column, Func<Row, T?> read)
        where T : struct
    {
        if (indices.TryGetValue(column, out var index)) return index;
        indices[column] = index = new ColumnIndex<T>(read);
        foreach (var row in rows.Values) index.Add(row);
        return index;
    }

    private void Unindex(Row row)
    {
        foreach (var index in references.Values) index.Remove(row);
        foreach (var index in texts.Values) index.Remove(row);
        GiveUpKeys(row);
    }

    private void GiveUpKeys(Row row)
    {
        foreach (var key in keys)
        {
            if (unique.TryGetValue(key.Name, out var index) && UniqueValues.Of(key, column => row[column]) is { } values
                && index.TryGetValue(values, out var holder) && holder == row.Id)
            {
                index.Remove(values);
            }
        }
    }
}
