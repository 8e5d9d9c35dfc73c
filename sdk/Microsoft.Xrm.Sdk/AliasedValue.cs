using System;
using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>A column of a joined table, or an aggregate, under its alias.</summary>
[Serializable]
[DataContract(Name = "AliasedValue", Namespace = Contracts.Namespace)]
[KnownType(nameof(GetKnownTypes))]
public sealed class AliasedValue : IExtensibleDataObject
{
    [NonSerialized]
    private ExtensionDataObject _extensionData;

    public AliasedValue(string entityLogicalName, string attributeLogicalName, object value)
    {
        EntityLogicalName = entityLogicalName;
        AttributeLogicalName = attributeLogicalName;
        Value = value;
    }

    [DataMember]
    public string AttributeLogicalName { get; private set; }

    [DataMember]
    public string EntityLogicalName { get; private set; }

    [DataMember]
    public object Value { get; private set; }

    public ExtensionDataObject ExtensionData
    {
        get => _extensionData;
        set => _extensionData = value;
    }

    private static IEnumerable<Type> GetKnownTypes() => KnownValueTypes.Get();
}
