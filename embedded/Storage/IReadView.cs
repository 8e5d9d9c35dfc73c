using System;
using System.Collections.Generic;

namespace Crm.Extensions.Embedded.Storage;

/// <summary>What one statement can see: everything committed when it began, and the writes of its own transaction.</summary>
public interface IReadView
{
    Row? Find(string table, Guid id);

    IEnumerable<Row> All(string table);

    /// <summary>Rows of <paramref name="table"/> whose look-up <paramref name="column"/> points at <paramref name="id"/>; served by an index.</summary>
    IEnumerable<Row> Referencing(string table, string column, Guid id);

    /// <summary>Rows of <paramref name="table"/> that have <paramref name="text"/>, as the database compares it, in a column that an alternate key begins with; served by an index.</summary>
    IEnumerable<Row> Having(string table, string column, string text);

    /// <summary>Grows with every commit that touches users, teams or the roles they have; null where this transaction has touched them itself.</summary>
    long? PeopleVersion { get; }
}
