using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>A property of a solution component, and whether it may still be changed once it is managed.</summary>
[Serializable]
[DataContract(Name = "ManagedProperty{0}", Namespace = Contracts.Namespace)]
public abstract class ManagedProperty<T> : IExtensibleDataObject
{
    [NonSerialized]
    private ExtensionDataObject _extensionData;

    protected ManagedProperty()
        : this(null)
    {
    }

    protected ManagedProperty(string managedPropertyLogicalName)
    {
        ManagedPropertyLogicalName = managedPropertyLogicalName;
        CanBeChanged = true;
    }

    [DataMember]
    public T Value { get; set; }

    [DataMember]
    public bool CanBeChanged { get; set; }

    [DataMember]
    public string ManagedPropertyLogicalName { get; internal set; }

    public ExtensionDataObject ExtensionData
    {
        get => _extensionData;
        set => _extensionData = value;
    }
}
