using System;
using System.Linq;
using Crm.Extensions.Embedded.Metadata;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using SdkRelationship = Microsoft.Xrm.Sdk.Relationship;

namespace Crm.Extensions.Embedded.Messages;

/// <summary>The rows that a compound Create brings along: made as ordinary Creates in the same transaction, steps and all.</summary>
internal static class RelatedRows
{
    /// <summary>Rows that the new row points at: they are made first, and its look-ups set.</summary>
    public static void CreateReferenced(MessageContext context, Table table, Entity target)
    {
        foreach (var (name, related) in target.RelatedEntities)
        {
            if (OneToMany(context, name) is not { } relationship || IsOneSide(relationship, table, name)) continue;
            if (related.Entities.Count != 1) throw PlatformFaults.Invalid($"Relationship '{name.SchemaName}': a row points at one row, not at {related.Entities.Count}.");
            target[relationship.ReferencingColumn] = new EntityReference(relationship.ReferencedTable, Create(context, related.Entities[0]));
        }
    }

    /// <summary>Rows that point at the new row, and rows linked to it many-to-many.</summary>
    public static void CreateReferencing(MessageContext context, Table table, Guid id, Entity target)
    {
        foreach (var (name, related) in target.RelatedEntities)
        {
            if (OneToMany(context, name) is { } relationship)
            {
                if (!IsOneSide(relationship, table, name)) continue;
                foreach (var child in related.Entities)
                {
                    child[relationship.ReferencingColumn] = new EntityReference(table.LogicalName, id);
                    Create(context, child);
                }

                continue;
            }

            if (!context.Catalog.ManyToMany.Any(link => Same(link.Name, name))) throw PlatformFaults.UnknownRelationship(name.SchemaName);
            var references = new EntityReferenceCollection();
            foreach (var other in related.Entities) references.Add(new EntityReference(other.LogicalName, Create(context, other)));
            context.Execute(new AssociateRequest { Target = new EntityReference(table.LogicalName, id), Relationship = name, RelatedEntities = references });
        }
    }

    public static Metadata.Relationship? OneToMany(MessageContext context, SdkRelationship name) =>
        context.Catalog.Relationships.FirstOrDefault(relationship => Same(relationship.Name, name));

    private static bool IsOneSide(Metadata.Relationship relationship, Table table, SdkRelationship name) =>
        relationship.ReferencedTable == table.LogicalName && (relationship.ReferencingTable != table.LogicalName || name.PrimaryEntityRole != EntityRole.Referencing);

    private static bool Same(string name, SdkRelationship relationship) => string.Equals(name, relationship.SchemaName, StringComparison.OrdinalIgnoreCase);

    private static Guid Create(MessageContext context, Entity entity) => (Guid)context.Execute(new CreateRequest { Target = entity }).Results["id"];
}
