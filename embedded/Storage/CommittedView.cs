using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Embedded.Storage;

/// <summary>All that is committed, and nothing else.</summary>
internal sealed class CommittedView(Database database) : IReadView
{
    public long? PeopleVersion => database.PeopleVersion;

    public Row? Find(string table, Guid id)
    {
        if (table == ActivityPointers.Table) return ActivityPointers.Find(this, database.Catalog, id);
        lock (database.Gate) return database.Store(table).Find(id);
    }

    public IEnumerable<Row> All(string table)
    {
        if (table == ActivityPointers.Table) return ActivityPointers.All(this, database.Catalog);
        lock (database.Gate) return database.Live(database.Store(table).Rows);
    }

    public IEnumerable<Row> Referencing(string table, string column, Guid id)
    {
        if (table == ActivityPointers.Table) return ActivityPointers.Referencing(this, database.Catalog, column, id);
        lock (database.Gate)
        {
            var store = database.Store(table);
            return store.Referencing(column, id).Select(found => store.Find(found)!).ToArray();
        }
    }

    public IEnumerable<Row> Having(string table, string column, string text)
    {
        lock (database.Gate)
        {
            var store = database.Store(table);
            return store.Having(column, FoldedText.Of(text)).Select(found => store.Find(found)!).ToArray();
        }
    }
}
