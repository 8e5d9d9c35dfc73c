using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded.Messages;

/// <summary>
/// Activities share one space of ids, and each of them is also seen as a row of activitypointer. The pointer is a view: it can be read, and its rows are those of the activity tables.
/// </summary>
internal static class Activities
{
    public const string Pointer = "activitypointer";

    /// <summary>A row of the table; of activitypointer: the activity with that id, whatever its table.</summary>
    public static Row? Find(MessageContext context, Table table, Guid id) => Find(context.View, context.Catalog, table, id);

    public static Row? Find(IReadView view, Catalog catalog, Table table, Guid id)
    {
        if (table.LogicalName != Pointer) return view.Find(table.LogicalName, id);
        foreach (var activity in Tables(catalog))
        {
            if (view.Find(activity.LogicalName, id) is { } row) return AsPointer(row, table);
        }

        return null;
    }

    /// <summary>All activities, as rows of activitypointer.</summary>
    public static IEnumerable<Row> All(IReadView view, Catalog catalog) =>
        catalog.Find(Pointer) is { } pointer ? Tables(catalog).SelectMany(table => view.All(table.LogicalName)).Select(row => AsPointer(row, pointer)) : [];

    /// <summary>Activities whose look-up (regardingobjectid, ownerid) points at a row, as rows of activitypointer.</summary>
    public static IEnumerable<Row> Referencing(IReadView view, Catalog catalog, string column, Guid id) =>
        catalog.Find(Pointer) is { } pointer
            ? Tables(catalog).SelectMany(table => view.Referencing(table.LogicalName, column, id)).Select(row => AsPointer(row, pointer))
            : [];

    public static IEnumerable<Table> Tables(Catalog catalog) => catalog.Tables.Where(table => table.IsActivity && table.LogicalName != Pointer);

    private static Row AsPointer(Row row, Table pointer)
    {
        var values = row.Values.Where(value => pointer.Find(value.Key) is not null).ToDictionary(StringComparer.Ordinal);
        values["activitytypecode"] = row.Table.LogicalName;
        return new Row(pointer, row.Id, row.Version, values);
    }
}
