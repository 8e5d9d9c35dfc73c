using System.Linq;
using Crm.Extensions.Embedded.Metadata;

namespace Crm.Extensions.Embedded.Import;

/// <summary>Alternate keys that an import has declared and the background has not built yet.</summary>
internal static class SolutionKeys
{
    /// <summary>The catalog with only those keys that were there before.</summary>
    public static Catalog Without(Catalog next, Catalog before) => new(
        next.Tables.Select(table => new Table(
            table.LogicalName, table.SchemaName, table.Ownership, table.IsActivity, table.Columns.Values, before.Find(table.LogicalName)?.Keys ?? [])
        {
            EntitySetName = table.EntitySetName,
        }),
        next.Relationships,
        next.ManyToMany);
}
