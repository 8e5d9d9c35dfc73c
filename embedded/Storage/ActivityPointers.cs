using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Crm.Extensions.Embedded.Metadata;

namespace Crm.Extensions.Embedded.Storage;

/// <summary>
/// Activities share one space of ids, and each of them is also seen as a row of activitypointer. The pointer is a view: its rows are those of the activity tables.
/// </summary>
internal static class ActivityPointers
{
    public const string Table = "activitypointer";

    private static readonly ConditionalWeakTable<Catalog, Table[]> Known = [];

    /// <summary>The tables whose rows are activities.</summary>
    public static IReadOnlyList<Table> Tables(Catalog catalog) =>
        Known.GetValue(catalog, one => [.. one.Tables.Where(table => table.IsActivity && table.LogicalName != Table)]);

    public static Row? Find(IReadView view, Catalog catalog, Guid id)
    {
        foreach (var activity in Tables(catalog))
        {
            if (view.Find(activity.LogicalName, id) is { } row) return Pointer(row, catalog);
        }

        return null;
    }

    public static IEnumerable<Row> All(IReadView view, Catalog catalog) =>
        [.. Tables(catalog).SelectMany(table => view.All(table.LogicalName)).Select(row => Pointer(row, catalog))];

    public static IEnumerable<Row> Referencing(IReadView view, Catalog catalog, string column, Guid id) =>
        [.. Tables(catalog).SelectMany(table => view.Referencing(table.LogicalName, column, id)).Select(row => Pointer(row, catalog))];

    private static Row Pointer(Row row, Catalog catalog)
    {
        var pointer = catalog.Find(Table) ?? throw PlatformFaults.UnknownTable(Table);
        var values = row.Values.Where(value => pointer.Find(value.Key) is not null).ToDictionary(StringComparer.Ordinal);
        values["activitytypecode"] = row.Table.LogicalName;
        return new Row(pointer, row.Id, row.Version, values);
    }
}
