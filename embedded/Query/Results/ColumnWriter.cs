using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Query.Results;

/// <summary>Writes a row's column into what a client gets: its value and, beside it, the text that people read.</summary>
/// <remarks>Empty columns are absent; party lists and rules of calendars are always there.</remarks>
internal sealed class ColumnWriter(Catalog catalog, IReadView view, Labels labels)
{
    /// <param name="name">Name of the attribute.</param>
    /// <param name="aliased">Whether the value is wrapped in an AliasedValue, as that of a linked table.</param>
    public void Write(Entity entity, string name, Cell cell, Row row, bool aliased = false)
    {
        var column = cell.Column;
        if (column.Type == ColumnType.PartyList)
        {
            if (Parties.Of(row, column, catalog, view, labels) is { } parties) entity[name] = parties;
            return;
        }
        if (column.Type == ColumnType.CalendarRules)
        {
            if (!aliased) entity[name] = RulesOfCalendar.Of(row, catalog, view, labels);
            return;
        }
        if (cell.Of(row) is not { } value) return;
        var written = SdkValues.Of(column, value, labels);
        entity[name] = aliased ? new AliasedValue(cell.Table.LogicalName, column.LogicalName, written) : written;
        if (labels.Format(column, value, row) is { } text) entity.FormattedValues[name] = text;
    }
}
