using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Crm.Extensions.Embedded.Metadata;

namespace Crm.Extensions.Embedded.Validation;

/// <summary>What a write needs to know about a table, worked out once: defaults, required and money columns, states.</summary>
internal sealed class TableShape
{
    private static readonly ConditionalWeakTable<Table, TableShape> Known = [];

    private readonly Column? state;
    private readonly Column? status;

    private TableShape(Table table)
    {
        state = table.Columns.Values.FirstOrDefault(column => column.Type == ColumnType.State);
        status = table.Columns.Values.FirstOrDefault(column => column.Type == ColumnType.Status);
        Defaults = [.. table.Columns.Values.Where(column => column.Default is not null && column.Type is not (ColumnType.State or ColumnType.Status))];
        BaseAmounts = [.. table.Columns.Values.Where(column => column.CalculationOf is not null)];
        Required = [.. table.Columns.Values.Where(column => column.SystemRequired && column.ValidForCreate
            && column.Type is not (ColumnType.PrimaryKey or ColumnType.Owner or ColumnType.State or ColumnType.Status or ColumnType.PartyList or ColumnType.CalendarRules))];
        HasCurrency = table.Find("transactioncurrencyid") is { Type: ColumnType.Lookup };
        HasRate = table.Find("exchangerate") is not null;
        HasCreation = table.Find("createdon") is not null;
        HasCreator = table.Find("createdby") is not null;
        HasChange = table.Find("modifiedon") is not null;
        HasChanger = table.Find("modifiedby") is not null;
        HasOwner = table.Find("ownerid") is { Type: ColumnType.Owner };
    }

    public IReadOnlyList<Column> Defaults { get; }

    public IReadOnlyList<Column> BaseAmounts { get; }

    public IReadOnlyList<Column> Required { get; }

    public bool HasCurrency { get; }

    public bool HasRate { get; }

    public bool HasCreation { get; }

    public bool HasCreator { get; }

    public bool HasChange { get; }

    public bool HasChanger { get; }

    public bool HasOwner { get; }

    public static TableShape Of(Table table) => Known.GetValue(table, one => new TableShape(one));

    /// <summary>The status reason a row gets with a state.</summary>
    public int? DefaultStatus(int value) =>
        state?.Options.FirstOrDefault(option => option.Value == value)?.DefaultStatus ?? status?.Options.FirstOrDefault(option => option.State == value)?.Value;

    /// <summary>The state a status reason belongs to; null where that isn't known.</summary>
    public int? StateOf(int value) => status?.Options.FirstOrDefault(option => option.Value == value)?.State;

    /// <summary>The state new rows have; null if the table has no states.</summary>
    public int? FirstState => state is null ? null : state.Options.Count == 0 ? 0 : state.Default as int? ?? state.Options[0].Value;
}
