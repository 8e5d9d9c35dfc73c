using System;
using System.Collections.Generic;
using Crm.Extensions.Embedded.Messages;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded.Query;

/// <summary>The rows a query sees: those of its tables, and all activities as rows of activitypointer.</summary>
internal sealed class ActivityView(IReadView view, Catalog catalog) : IReadView
{
    public Row? Find(string table, Guid id) =>
        table == Activities.Pointer && catalog.Find(table) is { } pointer ? Activities.Find(view, catalog, pointer, id) : view.Find(table, id);

    public IEnumerable<Row> All(string table) => table == Activities.Pointer ? Activities.All(view, catalog) : view.All(table);

    public IEnumerable<Row> Referencing(string table, string column, Guid id) =>
        table == Activities.Pointer ? Activities.Referencing(view, catalog, column, id) : view.Referencing(table, column, id);
}
