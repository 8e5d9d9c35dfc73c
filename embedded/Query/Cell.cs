using System;
using System.Linq;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded.Query;

/// <summary>A column of one source: reads its value out of a combination of rows.</summary>
internal sealed class Cell(int slot, Table table, Column column)
{
    private readonly bool isPrimaryId = column.LogicalName == table.PrimaryId;
    private readonly bool isVersion = column.LogicalName == "versionnumber";

    public int Slot { get; } = slot;

    public Table Table { get; } = table;

    public Column Column { get; } = column;

    public bool IsPrimaryId => isPrimaryId;

    /// <summary>Whether rows can be found by this column without reading the table.</summary>
    public bool IsIndexed => isPrimaryId || Column.IsReference || Column.Type == ColumnType.UniqueIdentifier;

    /// <summary>Whether it is a text by which an alternate key begins: rows can be found by it without reading the table.</summary>
    public bool LeadsKey => Column.Type == ColumnType.Text && Table.Keys.Any(key => key.Columns[0] == Column.LogicalName);

    public object? Of(Row?[] rows) => rows[Slot] is { } row ? Of(row) : null;

    /// <summary>The stored value; for a look-up the <see cref="Reference"/>.</summary>
    public object? Of(Row row)
    {
        if (isPrimaryId) return row.Id;
        return isVersion ? row.Version : row[Column.LogicalName];
    }

    /// <summary>The id that a key or look-up column holds.</summary>
    public static Guid? Key(object? value) => value switch
    {
        Guid id => id,
        Reference reference => reference.Id,
        _ => null,
    };
}
