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
}
