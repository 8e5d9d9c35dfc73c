using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded.Import;

/// <summary>Takes rows away as an uninstall does, past steps and rights: what belongs to them goes too, what only points at them loses the link.</summary>
/// <param name="dropped">Tables that go as a whole: their rows need not be tidied.</param>
internal sealed class RowRemoval(EmbeddedDataverse organization, Transaction transaction, IReadOnlySet<string> dropped)
{
    // a party of nothing, or a step without its class, is nothing
    private static readonly string[] Parts = ["activityparty", "sdkmessageprocessingstep"];

    private readonly Catalog catalog = organization.Catalog;

    public void Table(string name)
    {
        foreach (var row in transaction.All(name).ToList()) Remove(name, row.Id);
    }

    public void Remove(string name, Guid id)
    {
        if (catalog.Find(name) is not { } table || transaction.Find(name, id) is null) return;
        transaction.Delete(table, id);
        foreach (var relationship in ReferenceMap.Of(catalog).To(name).Where(one => !dropped.Contains(one.ReferencingTable))) Follow(relationship, name, id);
        foreach (var link in catalog.ManyToMany.Where(one => !dropped.Contains(one.IntersectTable)))
        {
            if (link.FirstTable == name) RemoveAll(link.IntersectTable, link.FirstColumn, id);
            if (link.SecondTable == name) RemoveAll(link.IntersectTable, link.SecondColumn, id);
        }
        if (table.IsActivity) RemoveAll("activityparty", "activityid", id);
        RemoveAll("principalobjectaccess", "objectid", id);
    }

    /// <summary>Empties columns in all rows of a table.</summary>
    public void Columns(string name, IReadOnlySet<string> columns)
    {
        foreach (var row in transaction.All(name).Where(row => columns.Any(row.Values.ContainsKey)).ToList()) Clear(row, columns.Contains);
    }

    private void Follow(Relationship relationship, string name, Guid id)
    {
        foreach (var row in transaction.Referencing(relationship.ReferencingTable, relationship.ReferencingColumn, id).ToArray())
        {
            if (row[relationship.ReferencingColumn] is Reference reference && reference.Table != name) continue;
            if (relationship.Delete == Cascade.Cascade || Parts.Contains(relationship.ReferencingTable)) Remove(relationship.ReferencingTable, row.Id);
            else Clear(row, column => column == relationship.ReferencingColumn);
        }
    }

    private void RemoveAll(string table, string column, Guid id)
    {
        foreach (var row in transaction.Referencing(table, column, id).ToArray()) Remove(table, row.Id);
    }

    private void Clear(Row row, Func<string, bool> isGone)
    {
        if (transaction.Lock(row.Table.LogicalName, row.Id) is not { } present) return;
        var values = present.Values.Where(value => !isGone(value.Key)).ToDictionary(StringComparer.Ordinal);
        transaction.Update(new Row(present.Table, present.Id, organization.Database.NextVersion(), values));
    }
}
