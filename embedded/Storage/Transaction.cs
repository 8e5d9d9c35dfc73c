using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Metadata;

namespace Crm.Extensions.Embedded.Storage;

/// <summary>
/// Writes that are committed together or not at all. Sees what is committed at each statement and its own writes; never waits to read; waits to write what another open transaction has written.
/// </summary>
internal sealed class Transaction(Database database) : IReadView, IDisposable
{
    private static readonly HashSet<string> People = new(["systemuser", "team", "teammembership", "systemuserroles", "teamroles"], StringComparer.Ordinal);

    private readonly Dictionary<string, Dictionary<Guid, Row?>> writes = new(StringComparer.Ordinal);
    private readonly Dictionary<LockKey, Row> keyed = [];
    private bool touchesPeople;
    private bool ended;

    public long? PeopleVersion => touchesPeople ? null : database.PeopleVersion;

    /// <summary>What it holds until it ends.</summary>
    internal List<LockKey> Held { get; } = [];

    /// <summary>Whether a fault inside it leaves nothing but its rollback.</summary>
    public bool IsDoomed { get; private set; }

    /// <summary>After a fault: every further request in it is refused.</summary>
    public void Doom() => IsDoomed = true;

    /// <exception cref="System.ServiceModel.FaultException">It is doomed or has ended.</exception>
    public void DemandUsable()
    {
        if (IsDoomed || ended) throw PlatformFaults.NoActiveTransaction();
    }

    public Row? Find(string table, Guid id)
    {
        if (table == ActivityPointers.Table) return ActivityPointers.Find(this, database.Catalog, id);
        if (writes.TryGetValue(table, out var own) && own.TryGetValue(id, out var row)) return row;
        lock (database.Gate) return database.Store(table).Find(id);
    }

    public IEnumerable<Row> All(string table)
    {
        if (table == ActivityPointers.Table) return ActivityPointers.All(this, database.Catalog);
        if (!writes.TryGetValue(table, out var own)) return database.Committed.All(table);
        lock (database.Gate)
        {
            var store = database.Store(table);
            var rows = new List<Row>(store.Rows.Count + own.Count);
            foreach (var row in store.Rows)
            {
                if (!own.TryGetValue(row.Id, out var written)) rows.Add(row);
                else if (written is not null) rows.Add(written);
            }

            rows.AddRange(own.Values.OfType<Row>().Where(row => store.Find(row.Id) is null));
            return rows;
        }
    }

    public IEnumerable<Row> Referencing(string table, string column, Guid id)
    {
        if (table == ActivityPointers.Table) return ActivityPointers.Referencing(this, database.Catalog, column, id);
        if (!writes.ContainsKey(table)) return database.Committed.Referencing(table, column, id);
        lock (database.Gate) return Own(table, database.Store(table).Referencing(column, id), row => Target(row, column) == id);
    }

    public IEnumerable<Row> Having(string table, string column, string text)
    {
        if (!writes.ContainsKey(table)) return database.Committed.Having(table, column, text);
        var sought = FoldedText.Of(text);
        lock (database.Gate) return Own(table, database.Store(table).Having(column, sought), row => FoldedText.Of(row, column) == sought);
    }

    /// <summary>Takes the row's lock, after waiting for it.</summary>
    /// <returns>The row as it is then; null when there is none.</returns>
    public Row? Lock(string table, Guid id)
    {
        lock (database.Gate)
        {
            DemandUsable();
            database.Locks.Take(this, LockKey.Row(table, id), exclusive: true);
            return Find(table, id);
        }
    }

    /// <summary>Sees to it that the row stays there as long as this transaction is open.</summary>
    /// <returns>Whether it exists.</returns>
    public bool HoldExistence(string table, Guid id)
    {
        lock (database.Gate)
        {
            if (Find(table, id) is null) return false;
            database.Locks.Take(this, LockKey.Existence(table, id), exclusive: false);
            return Find(table, id) is not null;
        }
    }

    /// <summary>Waits until nobody else's open transaction points at the row, and keeps others from pointing at it.</summary>
    public void HoldForDelete(string table, Guid id)
    {
        lock (database.Gate) database.Locks.Take(this, LockKey.Existence(table, id), exclusive: true);
    }

    /// <summary>Adds a row.</summary>
    /// <exception cref="System.ServiceModel.FaultException">Its id or one of its keys is taken.</exception>
    public void Insert(Row row)
    {
        lock (database.Gate)
        {
            if (Lock(row.Table.LogicalName, row.Id) is not null) throw PlatformFaults.DuplicateId(row.Table, row.Id);
            ClaimKeys(row, before: null);
            Write(row.Table.LogicalName, row.Id, row);
        }
    }

    /// <summary>Writes the next version of a row that was locked before.</summary>
    /// <exception cref="System.ServiceModel.FaultException">One of its keys is taken.</exception>
    public void Update(Row row)
    {
        lock (database.Gate)
        {
            ClaimKeys(row, Lock(row.Table.LogicalName, row.Id));
            Write(row.Table.LogicalName, row.Id, row);
        }
    }

    public void Delete(Table table, Guid id)
    {
        lock (database.Gate)
        {
            if (Lock(table.LogicalName, id) is not { } row) return;
            database.Locks.Take(this, LockKey.Existence(table.LogicalName, id), exclusive: true);
            foreach (var entry in Entries(row)) database.Locks.Take(this, entry, exclusive: true);
            Write(table.LogicalName, id, null);
        }
    }

    /// <summary>The row that has these values in a key, as this transaction sees it.</summary>
    public Row? ByKey(Table table, AlternateKey key, Func<string, object?> value) => database.ByKey(this, table, key, value);

    public void Commit()
    {
        lock (database.Gate)
        {
            DemandUsable();
            foreach (var (table, rows) in writes)
            {
                var store = database.Store(table);
                // What is given up goes first, so that another row of the same commit may take it
                foreach (var (id, row) in rows)
                {
                    if (row is null) store.Remove(id);
                    else store.Withdraw(id);
                }

                foreach (var row in rows.Values)
                {
                    if (row is not null) store.Put(row);
                }
            }

            if (touchesPeople) database.PeopleChanged();
            End();
        }
    }

    public void Rollback()
    {
        lock (database.Gate)
        {
            if (!ended) End();
        }
    }

    /// <summary>Rolls back what was not committed.</summary>
    public void Dispose() => Rollback();

    /// <summary>The id that a column points at: intersect tables keep it bare.</summary>
    internal static Guid? Target(Row row, string column) => row[column] switch
    {
        Reference reference => reference.Id,
        Guid id => id,
        _ => null,
    };

    /// <summary>The row of its own writes that has these values in a key.</summary>
    internal Row? Keyed(Table table, AlternateKey key, string values) => keyed.GetValueOrDefault(LockKey.Unique(table.LogicalName, key.Name, values));

    internal bool Wrote(string table, Guid id) => writes.TryGetValue(table, out var own) && own.ContainsKey(id);

    // Committed rows that this transaction has not touched, and of its own those that match
    private List<Row> Own(string table, IReadOnlyCollection<Guid> committed, Func<Row, bool> matches)
    {
        var (store, own) = (database.Store(table), writes[table]);
        var rows = new List<Row>();
        foreach (var found in committed)
        {
            if (!own.ContainsKey(found)) rows.Add(store.Find(found)!);
        }

        rows.AddRange(own.Values.OfType<Row>().Where(matches));
        return rows;
    }

    private void End()
    {
        ended = true;
        writes.Clear();
        keyed.Clear();
        database.Locks.ReleaseAll(this, Held);
        Held.Clear();
    }

    private void Write(string table, Guid id, Row? row)
    {
        if (!writes.TryGetValue(table, out var own)) writes[table] = own = [];
        touchesPeople |= People.Contains(table);
        if (own.TryGetValue(id, out var before) && before is not null)
        {
            foreach (var entry in Entries(before)) keyed.Remove(entry);
        }

        own[id] = row;
        if (row is null) return;
        foreach (var entry in Entries(row)) keyed[entry] = row;
    }

    private static IEnumerable<LockKey> Entries(Row row) =>
        from key in row.Table.Keys
        let values = UniqueValues.Of(key, column => row[column])
        where values is not null
        select LockKey.Unique(row.Table.LogicalName, key.Name, values);

    private void ClaimKeys(Row row, Row? before)
    {
        foreach (var key in row.Table.Keys)
        {
            var old = before is null ? null : UniqueValues.Of(key, column => before[column]);
            var values = UniqueValues.Of(key, column => row[column]);
            if (old == values) continue;
            if (old is not null) database.Locks.Take(this, LockKey.Unique(row.Table.LogicalName, key.Name, old), exclusive: true);
            if (values is null) continue;
            database.Locks.Take(this, LockKey.Unique(row.Table.LogicalName, key.Name, values), exclusive: true);
            if (database.ByKey(this, row.Table, key, column => row[column]) is { } holder && holder.Id != row.Id)
                throw PlatformFaults.DuplicateKey(row.Table, key, row);
        }
    }
}
