using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Embedded.Metadata;

/// <summary>Who owns rows of a table.</summary>
public enum Ownership
{
    User,
    Organization,
    None,
}

/// <summary>A table, as its XML describes it. Immutable; adding columns makes another (<see cref="Extend"/>).</summary>
public sealed class Table
{
    private readonly Dictionary<string, Column> columns;

    public Table(string logicalName, string schemaName, Ownership ownership, bool isActivity, IEnumerable<Column> columns, IEnumerable<AlternateKey> keys)
    {
        LogicalName = logicalName;
        SchemaName = schemaName;
        Ownership = ownership;
        IsActivity = isActivity;
        this.columns = columns.ToDictionary(column => column.LogicalName, StringComparer.Ordinal);
        Keys = [.. keys];
        PrimaryId = this.columns.Values.FirstOrDefault(column => column.Type == ColumnType.PrimaryKey)?.LogicalName ?? logicalName + "id";
        PrimaryName = this.columns.Values.FirstOrDefault(column => column.IsPrimaryName)?.LogicalName;
    }

    public string LogicalName { get; }

    public string SchemaName { get; }

    public Ownership Ownership { get; }

    public bool IsActivity { get; }

    public string PrimaryId { get; }

    public string? PrimaryName { get; }

    public string? EntitySetName { get; init; }

    public IReadOnlyList<AlternateKey> Keys { get; }

    public IReadOnlyDictionary<string, Column> Columns => columns;

    public Column? Find(string column) => columns.GetValueOrDefault(column);

    /// <summary>The same table with more columns and keys; a column of the same name is replaced.</summary>
    public Table Extend(IEnumerable<Column> more, IEnumerable<AlternateKey> keys)
    {
        var merged = new Dictionary<string, Column>(columns, StringComparer.Ordinal);
        foreach (var column in more) merged[column.LogicalName] = column;
        return new Table(LogicalName, SchemaName, Ownership, IsActivity, merged.Values, Keys.Concat(keys).DistinctBy(key => key.Name)) { EntitySetName = EntitySetName };
    }

    public override string ToString() => LogicalName;
}
