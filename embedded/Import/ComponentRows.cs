using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded.Import;

/// <summary>
/// Writes rows of component tables as the platform's import does: past the rules for clients, because most of their columns are not theirs to set.
/// </summary>
internal sealed class ComponentRows(EmbeddedDataverse organization, Transaction transaction)
{
    /// <summary>The rows written.</summary>
    public HashSet<Component> Written { get; } = [];

    public IReadView View => transaction;

    /// <summary>Creates the row, or writes those columns of the one that is there. Columns that the table lacks, and empty values, are left out.</summary>
    public Guid Put(string table, Guid id, Dictionary<string, object?> values)
    {
        if (organization.Catalog.Find(table) is not { } known) return id;
        var now = organization.Clock.WholeSeconds;
        var before = transaction.Lock(table, id);
        var row = before is null ? new Dictionary<string, object>(StringComparer.Ordinal) : new Dictionary<string, object>(before.Values, StringComparer.Ordinal);
        row[known.PrimaryId] = id;
        Default(row, known, "createdon", now);
        Default(row, known, "statecode", 0);
        Default(row, known, "statuscode", 1);
        Default(row, known, "ownerid", new Reference("systemuser", organization.SystemUserId));
        Default(row, known, "owningbusinessunit", new Reference("businessunit", organization.RootBusinessUnitId));
        if (known.Find("modifiedon") is not null) row["modifiedon"] = now;
        foreach (var (column, value) in values)
        {
            if (known.Find(column) is null) continue;
            if (value is null or "") row.Remove(column);
            else row[column] = value;
        }
        var next = new Row(known, id, organization.Database.NextVersion(), row);
        if (before is null) transaction.Insert(next);
        else transaction.Update(next);
        Written.Add(new Component(table, id));
        return id;
    }

    public void Remove(Component component)
    {
        if (organization.Catalog.Find(component.Table) is { } table) transaction.Delete(table, component.Id);
    }

    /// <summary>The id of the row that has this text in a column; null if there is none.</summary>
    public Guid? Find(string table, string column, string text) =>
        organization.Catalog.Find(table) is null
            ? null
            : transaction.All(table).FirstOrDefault(row => string.Equals(row[column] as string, text, StringComparison.OrdinalIgnoreCase))?.Id;

    private static void Default(Dictionary<string, object> row, Table table, string column, object value)
    {
        if (table.Find(column) is not null) row.TryAdd(column, value);
    }
}
