using System;
using System.Collections.Generic;
using System.Threading;
using Crm.Extensions.Embedded.Concurrency;
using Crm.Extensions.Embedded.Metadata;

namespace Crm.Extensions.Embedded.Storage;

/// <summary>
/// The committed rows of all tables. One gate guards them: a statement holds it for as long as it reads or writes, so that it sees one state; transactions keep each other off by locks,
/// held to their end.
/// </summary>
internal sealed class Database
{
    private readonly Dictionary<string, TableStore> tables = new(StringComparer.Ordinal);
    private Catalog catalog = Catalog.Empty;
    private long version = 1_000_000;
    private long people;
    private long ids;
    private bool inStatement;

    public Database(VirtualClock clock, TimeSpan lockPatience)
    {
        Locks = new LockTable(Gate, clock, lockPatience, () => Turns?.Invoke());
        Committed = new CommittedView(this);
        clock.Moved += () =>
        {
            lock (Gate) Locks.Expire();
        };
    }

    public object Gate { get; } = new();

    public LockTable Locks { get; }

    /// <summary>What a statement outside any transaction sees.</summary>
    public IReadView Committed { get; }

    /// <summary>The turn of the present thread, when tests drive it.</summary>
    public Func<ITurn?>? Turns { get; set; }

    public Catalog Catalog => Volatile.Read(ref catalog);

    /// <summary>Grows with every commit that touches users, teams or the roles they have.</summary>
    public long PeopleVersion => Volatile.Read(ref people);

    /// <summary>In a thread that tests drive: waits for its next step.</summary>
    public void AwaitTurn()
    {
        if (Turns?.Invoke() is not { } turn) return;
        lock (Gate) turn.Await();
    }

    public Transaction Begin() => new(this);

    /// <summary>Holds the gate until it is disposed, so that all that is read in between is of one moment. Nothing may be written in it.</summary>
    public StatementScope Statement()
    {
        Monitor.Enter(Gate);
        inStatement = true;
        return new StatementScope(this);
    }

    public void PeopleChanged() => Interlocked.Increment(ref people);

    public long NextVersion() => Interlocked.Increment(ref version);

    /// <summary>The next id for a row that was given none: in sequence, so that runs are alike.</summary>
    public Guid NextId()
    {
        var number = Interlocked.Increment(ref ids);
        return new Guid((int)number, (short)(number >> 32), 0x4ED0, 0x80, 0, 0, 0, 0, 0, 0, 1);
    }

    /// <summary>The row that has these values in a key, as the transaction (or, without one, everybody) sees it.</summary>
    public Row? ByKey(Transaction? transaction, Table table, AlternateKey key, Func<string, object?> value)
    {
        if (UniqueValues.Of(key, value) is not { } values) return null;
        lock (Gate)
        {
            if (transaction?.Keyed(table, key, values) is { } own) return own;
            var store = Store(table.LogicalName);
            return store.Holder(key, values) is { } holder && transaction?.Wrote(table.LogicalName, holder) != true ? store.Find(holder) : null;
        }
    }

    /// <summary>Rows to be enumerated: as they stand for a statement that holds the gate, else as a copy.</summary>
    public IEnumerable<Row> Live(IReadOnlyCollection<Row> rows) => inStatement ? rows : [.. rows];

    public TableStore Store(string table)
    {
        if (tables.TryGetValue(table, out var store)) return store;
        tables[table] = store = new TableStore();
        if (Catalog.Find(table) is { } known) store.UseKeys(known.Keys);
        return store;
    }

    /// <summary>From now on these tables, columns and keys exist.</summary>
    /// <exception cref="System.ServiceModel.FaultException">Rows that are there break a new key.</exception>
    public void Use(Catalog next)
    {
        lock (Gate)
        {
            Volatile.Write(ref catalog, next);
            foreach (var (name, store) in tables)
            {
                if (next.Find(name) is { } table && store.UseKeys(table.Keys) is { } broken) throw PlatformFaults.KeyNotUnique(table, broken);
            }
        }
    }

    /// <summary>Takes over what another one has committed. Rows never change once they are seen, so both go on with the same ones.</summary>
    public void CopyFrom(Database other)
    {
        lock (other.Gate)
        {
            foreach (var (name, store) in other.tables) tables[name] = store.Copy();
            Volatile.Write(ref catalog, other.Catalog);
            (version, people, ids) = (other.version, other.people, other.ids);
        }
    }

    /// <summary>One statement's hold on the gate.</summary>
    internal readonly struct StatementScope(Database database) : IDisposable
    {
        public void Dispose()
        {
            database.inStatement = false;
            Monitor.Exit(database.Gate);
        }
    }
}
