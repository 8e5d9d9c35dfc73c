using System;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Messages;

/// <summary>Turns rows into what clients get: typed values and, beside them, formatted ones.</summary>
internal static class Projection
{
    /// <summary>The row with the columns asked for, as the user may see them.</summary>
    /// <param name="mayRead">Whether the user may read a column; what he may not is left out.</param>
    /// <exception cref="System.ServiceModel.FaultException">A column doesn't exist.</exception>
    public static Entity Of(Row row, Table table, ColumnSet? columns, IReadView view, Catalog catalog, Func<Row, Column, bool>? mayRead = null)
    {
        var entity = new Entity(table.LogicalName, row.Id) { RowVersion = row.Version.ToString(CultureInfo.InvariantCulture) };
        if (columns is null) return entity;
        if (columns.AllColumns)
        {
            foreach (var column in table.Columns.Values) Put(column);
        }
        else
        {
            foreach (var name in columns.Columns) Put(table.Find(name) ?? throw PlatformFaults.UnknownColumn(table.LogicalName, name));
        }

        entity[table.PrimaryId] = row.Id;
        return entity;

        void Put(Column column)
        {
            if (column.Type == ColumnType.PartyList)
            {
                entity[column.LogicalName] = Parties(row, column, view, catalog);
                return;
            }

            if (Kept(row, column) is not { } kept || (column.Secured && mayRead?.Invoke(row, column) == false)) return;
            entity[column.LogicalName] = ToSdk(column, kept, view, catalog);
            if (Formatted(column, kept, view, catalog) is { } text) entity.FormattedValues[column.LogicalName] = text;
        }
    }

    /// <summary>What the row keeps in a column; its version counts as one.</summary>
    public static object? Kept(Row row, Column column) => column.LogicalName == "versionnumber" ? row.Version : row[column.LogicalName];

    /// <summary>A kept value in the type that clients know.</summary>
    public static object ToSdk(Column column, object kept, IReadView view, Catalog catalog) => column.Type switch
    {
        ColumnType.Money => new Money((decimal)kept),
        ColumnType.Choice or ColumnType.State or ColumnType.Status => new OptionSetValue((int)kept),
        ColumnType.MultiChoice => new OptionSetValueCollection([.. ((int[])kept).Select(value => new OptionSetValue(value))]),
        ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner => ToSdk((Reference)kept, view, catalog),
        _ => kept,
    };

    public static EntityReference ToSdk(Reference reference, IReadView view, Catalog catalog) =>
        new(reference.Table, reference.Id) { Name = NameOf(reference, view, catalog) };

    /// <summary>What the referenced row is called; null if it has no name.</summary>
    public static string? NameOf(Reference reference, IReadView view, Catalog catalog) =>
        catalog.Find(reference.Table)?.PrimaryName is { } name ? view.Find(reference.Table, reference.Id)?[name] as string : null;

    /// <summary>A kept value as people read it (en-US, UTC); null where the platform formats none.</summary>
    public static string? Formatted(Column column, object kept, IReadView view, Catalog catalog) => column.Type switch
    {
        ColumnType.Choice or ColumnType.State or ColumnType.Status => Label(column, (int)kept),
        ColumnType.MultiChoice => string.Join("; ", ((int[])kept).Select(value => Label(column, value))),
        ColumnType.Boolean => Label(column, (bool)kept ? 1 : 0) ?? ((bool)kept ? "Yes" : "No"),
        ColumnType.Integer => ((int)kept).ToString("N0", CultureInfo.InvariantCulture),
        ColumnType.Decimal => ((decimal)kept).ToString("N" + (column.Precision ?? 2).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        ColumnType.Float => ((double)kept).ToString("N" + (column.Precision ?? 2).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        ColumnType.Money => "$" + ((decimal)kept).ToString("N" + (column.Precision ?? 2).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        ColumnType.DateTime => ((DateTime)kept).ToString(column.DateBehavior == DateBehavior.DateOnly ? "M/d/yyyy" : "M/d/yyyy h:mm tt", CultureInfo.InvariantCulture),
        ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner => NameOf((Reference)kept, view, catalog),
        _ => null,
    };

    private static string? Label(Column column, int value)
    {
        foreach (var option in column.Options)
        {
            if (option.Value == value) return option.Labels.TryGetValue(1033, out var label) ? label : option.Labels.Values.FirstOrDefault();
        }

        return null;
    }

    private static EntityCollection Parties(Row row, Column column, IReadView view, Catalog catalog)
    {
        var parties = new EntityCollection { EntityName = "activityparty" };
        if (catalog.Find("activityparty") is not { } table || ActivityParties.RoleOf(column.LogicalName) is not { } role) return parties;
        foreach (var party in view.Referencing("activityparty", "activityid", row.Id).Where(party => party["participationtypemask"] is int mask && mask == role))
            parties.Entities.Add(Of(party, table, new ColumnSet(true), view, catalog));
        return parties;
    }
}
