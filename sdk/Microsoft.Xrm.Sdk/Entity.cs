using System;
using System.Reflection;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Client;

namespace Microsoft.Xrm.Sdk;

/// <summary>A row of a table, or what is to be written of it.</summary>
[Serializable]
[DataContract(Name = "Entity", Namespace = Contracts.Namespace)]
public partial class Entity : IExtensibleDataObject
{
    private Guid _id;
    private AttributeCollection _attributes;
    private FormattedValueCollection _formattedValues;
    private RelatedEntityCollection _relatedEntities;
    private KeyAttributeCollection _keyAttributes;

    [NonSerialized]
    private ExtensionDataObject _extensionData;

    public Entity()
        : this(null)
    {
    }

    public Entity(string entityName) => LogicalName = entityName;

    public Entity(string entityName, Guid id)
    {
        LogicalName = entityName;
        _id = id;
    }

    public Entity(string entityName, KeyAttributeCollection keyAttributes)
    {
        LogicalName = entityName;
        _keyAttributes = keyAttributes;
    }

    public Entity(string entityName, string keyName, object keyValue)
    {
        LogicalName = entityName;
        KeyAttributes.Add(keyName, keyValue);
    }

    [DataMember]
    public AttributeCollection Attributes
    {
        get => _attributes ??= new AttributeCollection();
        set => _attributes = value;
    }

    [DataMember]
    public EntityState? EntityState { get; set; }

    [DataMember]
    public FormattedValueCollection FormattedValues
    {
        get => _formattedValues ??= new FormattedValueCollection();
        internal set => _formattedValues = value;
    }

    [DataMember]
    public virtual Guid Id
    {
        get => _id;
        set => _id = value;
    }

    [DataMember]
    public KeyAttributeCollection KeyAttributes
    {
        get => _keyAttributes ??= new KeyAttributeCollection();
        set => _keyAttributes = value;
    }

    [DataMember]
    public string LogicalName { get; set; }

    [DataMember]
    public RelatedEntityCollection RelatedEntities
    {
        get => _relatedEntities ??= new RelatedEntityCollection();
        internal set => _relatedEntities = value;
    }

    [DataMember]
    public string RowVersion { get; set; }

    public ExtensionDataObject ExtensionData
    {
        get => _extensionData;
        set => _extensionData = value;
    }

    /// <exception cref="System.Collections.Generic.KeyNotFoundException">The column is not among <see cref="Attributes"/>.</exception>
    public object this[string attributeName]
    {
        get => Attributes[attributeName];
        set => Attributes[attributeName] = value;
    }

    public bool Contains(string attributeName) => Attributes.Contains(attributeName);

    /// <summary>A reference by id, with the row's version.</summary>
    public EntityReference ToEntityReference() => new EntityReference(LogicalName, Id) { RowVersion = RowVersion };

    /// <summary>The same row as the early-bound class. Both objects share their columns: what is written to one is seen in the other.</summary>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> stands for another table, or for none.</exception>
    public T ToEntity<T>()
        where T : Entity
    {
        if (typeof(T) == typeof(Entity))
            return (T)ShareWith(new Entity());
        if (string.IsNullOrWhiteSpace(LogicalName))
            throw new NotSupportedException("A row without LogicalName cannot become " + typeof(T).Name + ".");
        var table = TableOf<T>.Name;
        if (table == null)
            throw new NotSupportedException(typeof(T).Name + " has no EntityLogicalNameAttribute.");
        if (!string.Equals(LogicalName, table, StringComparison.Ordinal))
            throw new NotSupportedException("A row of " + LogicalName + " cannot become " + typeof(T).Name + ", which stands for " + table + ".");
        return (T)ShareWith((Entity)Activator.CreateInstance(typeof(T)));
    }

    private Entity ShareWith(Entity target)
    {
        // The id goes first: an early-bound class also writes its primary key column, which must not reach the shared columns.
        target.Id = Id;
        target.LogicalName = LogicalName;
        target.EntityState = EntityState;
        target.RowVersion = RowVersion;
        target.ExtensionData = ExtensionData;
        target._attributes = Attributes;
        target._formattedValues = FormattedValues;
        target._relatedEntities = RelatedEntities;
        target._keyAttributes = KeyAttributes;
        return target;
    }

    /// <summary>The table that an early-bound class stands for: looked up once.</summary>
    private static class TableOf<T>
        where T : Entity
    {
        public static readonly string Name = typeof(T).GetCustomAttribute<EntityLogicalNameAttribute>()?.LogicalName;
    }
}
