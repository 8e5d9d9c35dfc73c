using System.Collections.Generic;

namespace Microsoft.Xrm.Sdk;

public partial class Entity
{
    /// <summary>The column's value; the type's default where it is absent or empty.</summary>
    /// <exception cref="System.InvalidCastException">The value is of another type.</exception>
    public virtual T GetAttributeValue<T>(string attributeLogicalName) =>
        Attributes.TryGetValue(attributeLogicalName, out var value) && value != null ? (T)value : default;

    /// <summary>Whether the column is there with a value of that type.</summary>
    public bool TryGetAttributeValue<T>(string attributeLogicalName, out T value)
    {
        if (Attributes.TryGetValue(attributeLogicalName, out var found) && found is T typed)
        {
            value = typed;
            return true;
        }

        value = default;
        return false;
    }

    protected virtual void SetAttributeValue(string attributeLogicalName, object value) => Attributes[attributeLogicalName] = value;

    protected virtual string GetFormattedAttributeValue(string attributeLogicalName) =>
        FormattedValues.TryGetValue(attributeLogicalName, out var value) ? value : null;

    protected virtual IEnumerable<TEntity> GetRelatedEntities<TEntity>(string relationshipSchemaName, EntityRole? primaryEntityRole)
        where TEntity : Entity
    {
        if (!RelatedEntities.TryGetValue(Related(relationshipSchemaName, primaryEntityRole), out var rows))
            return null;
        var typed = new List<TEntity>(rows.Entities.Count);
        foreach (var row in rows.Entities)
            typed.Add(row as TEntity ?? row.ToEntity<TEntity>());
        return typed;
    }

    protected virtual void SetRelatedEntities<TEntity>(string relationshipSchemaName, EntityRole? primaryEntityRole, IEnumerable<TEntity> relatedEntities)
        where TEntity : Entity
    {
        var relationship = Related(relationshipSchemaName, primaryEntityRole);
        if (relatedEntities == null)
        {
            RelatedEntities.Remove(relationship);
            return;
        }

        var rows = new EntityCollection();
        foreach (var row in relatedEntities)
            rows.Entities.Add(row);
        if (rows.Entities.Count > 0)
            rows.EntityName = rows.Entities[0].LogicalName;
        RelatedEntities[relationship] = rows;
    }

    protected virtual TEntity GetRelatedEntity<TEntity>(string relationshipSchemaName, EntityRole? primaryEntityRole)
        where TEntity : Entity
    {
        if (!RelatedEntities.TryGetValue(Related(relationshipSchemaName, primaryEntityRole), out var rows) || rows.Entities.Count == 0)
            return null;
        var row = rows.Entities[0];
        return row as TEntity ?? row.ToEntity<TEntity>();
    }

    protected virtual void SetRelatedEntity<TEntity>(string relationshipSchemaName, EntityRole? primaryEntityRole, TEntity relatedEntity)
        where TEntity : Entity
    {
        var relationship = Related(relationshipSchemaName, primaryEntityRole);
        if (relatedEntity == null)
        {
            RelatedEntities.Remove(relationship);
            return;
        }

        RelatedEntities[relationship] = new EntityCollection(new List<Entity> { relatedEntity }) { EntityName = relatedEntity.LogicalName };
    }

    private static Relationship Related(string schemaName, EntityRole? role) => new Relationship(schemaName) { PrimaryEntityRole = role };
}
