using System;
using System.Collections.Generic;
using Crm.Extensions.Embedded.Metadata;

namespace Crm.Extensions.Embedded.Storage;

/// <summary>Which row a look-up points at.</summary>
public readonly record struct Reference(string Table, Guid Id);

/// <summary>One committed or pending version of a row. Never changed once it can be seen; a write makes the next version.</summary>
public sealed class Row
{
    private readonly Dictionary<string, object> values;

    public Row(Table table, Guid id, long version, Dictionary<string, object> values)
    {
        Table = table;
        Id = id;
        Version = version;
        this.values = values;
    }

    public Table Table { get; }

    public Guid Id { get; }

    /// <summary>Grows with every write in the organization; what clients see as RowVersion.</summary>
    public long Version { get; }

    /// <summary>Values by logical column name, in the types that <see cref="ColumnType"/> names; empty columns are absent.</summary>
    public IReadOnlyDictionary<string, object> Values => values;

    public object? this[string column] => values.GetValueOrDefault(column);
}
