using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>A row by table and id, or by table and alternate key. Two references are equal when table, id and key are.</summary>
[Serializable]
[DataContract(Name = "EntityReference", Namespace = Contracts.Namespace)]
public sealed class EntityReference : IExtensibleDataObject
{
    private KeyAttributeCollection _keyAttributes;

    [NonSerialized]
    private ExtensionDataObject _extensionData;

    public EntityReference()
    {
    }

    public EntityReference(string logicalName) => LogicalName = logicalName;

    public EntityReference(string logicalName, Guid id)
    {
        LogicalName = logicalName;
        Id = id;
    }

    public EntityReference(string logicalName, KeyAttributeCollection keyAttributeCollection)
    {
        LogicalName = logicalName;
        _keyAttributes = keyAttributeCollection;
    }

    public EntityReference(string logicalName, string keyName, object keyValue)
    {
        LogicalName = logicalName;
        KeyAttributes.Add(keyName, keyValue);
    }

    [DataMember]
    public Guid Id { get; set; }

    [DataMember]
    public string LogicalName { get; set; }

    /// <summary>The row's primary name; filled by the platform when it reads.</summary>
    [DataMember]
    public string Name { get; set; }

    [DataMember]
    public KeyAttributeCollection KeyAttributes
    {
        get => _keyAttributes ??= new KeyAttributeCollection();
        set => _keyAttributes = value;
    }

    [DataMember]
    public string RowVersion { get; set; }

    public ExtensionDataObject ExtensionData
    {
        get => _extensionData;
        set => _extensionData = value;
    }

    public override bool Equals(object obj)
    {
        if (ReferenceEquals(this, obj))
            return true;
        if (obj is not EntityReference other || Id != other.Id || !string.Equals(LogicalName, other.LogicalName, StringComparison.Ordinal))
            return false;
        if (KeyAttributes.Count != other.KeyAttributes.Count)
            return false;
        foreach (var pair in KeyAttributes)
        {
            if (!other.KeyAttributes.TryGetValue(pair.Key, out var value) || !Equals(pair.Value, value))
                return false;
        }
        return true;
    }

    public override int GetHashCode() => Id.GetHashCode() ^ (LogicalName == null ? 0 : StringComparer.Ordinal.GetHashCode(LogicalName));
}
